import { readdirSync } from "node:fs";
import { join } from "node:path";

import { didYouMean } from "../../contact-flow/did-you-mean";
import type { FlowType } from "../../contact-flow/flow";
import type { ContactCenterValue } from "../value/contact-center-value";
import {
  DEFAULT_FLOWS,
  DEFAULT_HOURS_OF_OPERATION,
  DEFAULT_QUEUES,
  DEFAULT_ROUTING_PROFILES,
  DEFAULT_SECURITY_PROFILES,
} from "../value/instance-defaults";
import { quoted, type Report } from "./fault";

const TEMPLATES = join(__dirname, "..", "..", "flow-templates");

/** Knows every name that a center may refer to, its own and those of a new instance. */
export class References {
  private readonly flows: ReadonlyMap<string, FlowType>;

  public constructor(
    private readonly center: ContactCenterValue,
    private readonly report: Report,
  ) {
    this.flows = new Map([
      ...Object.entries(DEFAULT_FLOWS),
      ...center.flows.map(({ name, type }) => [name, type] as const),
    ]);
  }

  /** Reports hours of operation that aren't defined. */
  public hoursOfOperation(place: string, name: string): void {
    const own = this.center.hoursOfOperation.map((hours) => hours.name);
    this.check(place, "hoursOfOperation", name, [...own, ...DEFAULT_HOURS_OF_OPERATION]);
  }

  /** The center's own hours only: the schedule of an instance's Basic Hours isn't known here. */
  public announcedHours(place: string, name: string): void {
    const own = this.center.hoursOfOperation.map((hours) => hours.name);
    this.check(place, "announces", name, own);
  }

  /** Reports a queue that isn't defined. */
  public queue(place: string, field: string, name: string): void {
    const own = this.center.queues.map((queue) => queue.name);
    this.check(place, field, name, [...own, ...DEFAULT_QUEUES]);
  }

  /** Reports a quick connect that isn't defined. */
  public quickConnect(place: string, name: string): void {
    const own = this.center.quickConnects.map((quickConnect) => quickConnect.name);
    this.check(place, "quickConnects", name, own);
  }

  /** Reports a user that isn't defined. */
  public user(place: string, username: string): void {
    const own = this.center.users.map((user) => user.username);
    this.check(place, "user", username, own);
  }

  /** Reports a routing profile that is neither defined nor built in. */
  public routingProfile(place: string, name: string): void {
    const own = this.center.routingProfiles.map((profile) => profile.name);
    this.check(place, "routingProfile", name, [...own, ...DEFAULT_ROUTING_PROFILES]);
  }

  /** Reports a security profile that is neither defined nor built in. */
  public securityProfile(place: string, name: string): void {
    const own = this.center.securityProfiles?.map((profile) => profile.name) ?? [];
    this.check(place, "securityProfiles", name, [...own, ...DEFAULT_SECURITY_PROFILES]);
  }

  /** @param why - Why Amazon Connect needs this type; added to the fault of a wrong type. */
  public flow(place: string, field: string, name: string, type: FlowType, why = ""): void {
    const ofType = [...this.flows].filter(([, each]) => each === type).map(([each]) => each);
    const got = this.flows.get(name);
    if (got === undefined) {
      this.check(place, field, name, ofType);
    } else if (got !== type) {
      this.report(
        place,
        `${field} must be a flow of type ${type}, got "${name}" of type ${got}${why}; there are: ${quoted(ofType)}`,
      );
    }
  }

  /** Reports a template that isn't a file of `flow-templates/`. */
  public template(place: string, file: string): void {
    const files = readdirSync(TEMPLATES).filter((each) => each.endsWith(".json"));
    this.check(place, "template", file, files);
  }

  private check(place: string, field: string, name: string, known: readonly string[]): void {
    if (!known.includes(name)) {
      this.report(
        place,
        `${field} names "${name}", which is not there${didYouMean(name, known)}; there are: ${quoted(known)}`,
      );
    }
  }
}
