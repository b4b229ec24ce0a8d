import type { Construct } from "constructs";

import { ContactFlow } from "./contact-flow";
import type { ContactCenterValue, QuickConnectValue } from "../value/contact-center-value";
import type { DefaultResources } from "./default-resources";
import { flowHoles } from "./flow-holes";
import { HoursOfOperation } from "./hours-of-operation";
import type { InitialPasswords } from "./initial-passwords";
import type { Instance } from "./instance";
import { MessageModule, schedulesOf } from "./message";
import type { PhoneNumber } from "./phone-number";
import { Queue } from "./queue";
import { QuickConnect, type QuickConnectDestination } from "./quick-connect";
import { RoutingProfile } from "./routing-profile";
import { SecurityProfile } from "./security-profile";
import { Group } from "../terraform/terraform-addresses";
import { User } from "./user";
import { UserHierarchy } from "./user-hierarchy";

/** Properties of a {@link Directory}. */
export interface DirectoryProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The number that people see when a queue calls them. */
  readonly number: PhoneNumber;
  /** What every instance has from the start. */
  readonly defaults: DefaultResources;
  /** ARNs of the functions that flows may call, by their names in the value. */
  readonly functions: ReadonlyMap<string, string>;
  /** @default - users sign in elsewhere and have no password here */
  readonly initialPasswords?: InitialPasswords;
}

/**
 * Everything in the instance that has a name. A construct is made when its name is first looked up, so the
 * order of the value doesn't matter. A name that isn't in the value belongs to a default resource that every
 * instance has.
 */
export class Directory extends Group {
  private readonly making: string[] = [];
  private readonly hierarchy: UserHierarchy;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DirectoryProps,
  ) {
    super(scope, id);
    const { instance, center } = props;
    this.hierarchy = new UserHierarchy(this, "UserHierarchy", {
      instance,
      value: center.hierarchy,
    });
    schedulesOf(center).forEach(({ name }) => this.hoursOfOperation(name));
    center.queues.forEach(({ name }) => this.queue(name));
    center.routingProfiles.forEach(({ name }) => this.routingProfileId(name));
    center.securityProfiles?.forEach(({ name }) => this.securityProfileId(name));
    center.users.forEach(({ username }) => this.userId(username));
    center.quickConnects.forEach(({ name }) => this.quickConnectId(name));
    center.flows.forEach(({ name }) => this.flow(name));
  }

  /** @returns the hours of operation of that name: those of the center, made once, or those that every instance has. */
  public hoursOfOperation(name: string) {
    const value = schedulesOf(this.props.center).find((each) => each.name === name);
    return value === undefined
      ? this.props.defaults.hoursOfOperation(name)
      : this.make(
          "Hours",
          name,
          (scope) => new HoursOfOperation(scope, name, { ...this.props, value }),
        );
  }

  /** @returns the queue of that name: one of the center, made once, or one that every instance has. */
  public queue(name: string) {
    const value = this.props.center.queues.find((each) => each.name === name);
    if (value === undefined) {
      return this.props.defaults.queue(name);
    }
    return this.make(
      "Queues",
      name,
      (scope) =>
        new Queue(scope, name, {
          instance: this.props.instance,
          value,
          hoursOfOperationId: this.hoursOfOperation(value.hoursOfOperation).hoursOfOperationId,
          outboundWhisperFlowId: this.flow(value.outboundWhisperFlow).contactFlowId,
          callerId: this.props.number,
        }),
    );
  }

  private routingProfileId(name: string): string {
    const value = this.props.center.routingProfiles.find((each) => each.name === name);
    return value === undefined
      ? this.props.defaults.routingProfile(name).routingProfileId
      : this.make(
          "RoutingProfiles",
          name,
          (scope) =>
            new RoutingProfile(scope, name, {
              instance: this.props.instance,
              value,
              queueIdOf: (queue) => this.queue(queue).queueId,
            }),
        ).routingProfileId;
  }

  private securityProfileId(name: string): string {
    const value = this.props.center.securityProfiles?.find((each) => each.name === name);
    return value === undefined
      ? this.props.defaults.securityProfile(name).securityProfileId
      : this.make(
          "SecurityProfiles",
          name,
          (scope) => new SecurityProfile(scope, name, { instance: this.props.instance, value }),
        ).securityProfileId;
  }

  private userId(username: string): string {
    const value = found(this.props.center.users.find((each) => each.username === username));
    const { initialPasswords } = this.props;
    return this.make(
      "Users",
      username,
      (scope) =>
        new User(scope, username, {
          instance: this.props.instance,
          value,
          phones: this.props.center.agentPhones ?? {},
          securityProfileIds: value.securityProfiles.map((name) => this.securityProfileId(name)),
          routingProfileId: this.routingProfileId(value.routingProfile),
          hierarchyGroupId: this.hierarchy.groupIdOf(value.hierarchyGroup),
          ...(initialPasswords && { initialPasswords }),
        }),
    ).userId;
  }

  /** @returns the id of the quick connect of that name, which is made once. */
  public quickConnectId(name: string): string {
    const value = found(this.props.center.quickConnects.find((each) => each.name === name));
    return this.make(
      "QuickConnects",
      name,
      (scope) =>
        new QuickConnect(scope, name, {
          instance: this.props.instance,
          name,
          description: value.description,
          destination: this.destination(value),
        }),
    ).quickConnectId;
  }

  private destination(value: QuickConnectValue): QuickConnectDestination {
    switch (value.type) {
      case "PHONE_NUMBER":
        return { type: value.type, phoneNumber: value.phoneNumber };
      case "QUEUE":
        return {
          type: value.type,
          queueId: this.queue(value.queue).queueId,
          contactFlowId: this.flow(value.flow).contactFlowId,
        };
      case "USER":
        return {
          type: value.type,
          userId: this.userId(value.user),
          contactFlowId: this.flow(value.flow).contactFlowId,
        };
    }
  }

  /** The flow module that speaks the message. */
  public module(name: string) {
    const value = found(this.props.center.message);
    return this.make(
      "Modules",
      name,
      (scope) => new MessageModule(scope, name, { instance: this.props.instance, value }),
    );
  }

  /** @returns the flow of that name: one of the center, made once, or one that every instance has. */
  public flow(name: string): { readonly arn: string; readonly contactFlowId: string } {
    const value = this.props.center.flows.find((each) => each.name === name);
    if (value === undefined) {
      return this.props.defaults.flow(name);
    }
    return this.make(
      "Flows",
      name,
      (scope) =>
        new ContactFlow(scope, name, {
          instance: this.props.instance,
          value,
          resources: flowHoles(this, this.props),
        }),
    );
  }

  /**
   * The construct of that name, made if it doesn't exist yet.
   * @throws CircularReferenceError if making it needs itself.
   */
  private make<T extends Construct>(kind: string, name: string, make: (scope: Group) => T): T {
    return Group.below(this, kind).getOrCreate(name, (group) => {
      const thing = `${kind} "${name}"`;
      if (this.making.includes(thing)) {
        throw new CircularReferenceError([...this.making, thing]);
      }
      this.making.push(thing);
      const made = make(group);
      this.making.pop();
      return made;
    });
  }
}

/** Things that refer to one another in a circle, so that none of them can be made first. */
export class CircularReferenceError extends Error {
  public constructor(path: readonly string[]) {
    super(`these refer to one another in a circle, so none can be made first: ${path.join(" → ")}`);
    this.name = "CircularReferenceError";
  }
}

/** The value has been validated, so whatever it names exists. */
function found<T>(thing: T | undefined): T {
  if (thing === undefined) {
    throw new Error("the contact center's value was not checked before it was built");
  }
  return thing;
}
