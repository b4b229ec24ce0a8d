import { DataAwsConnectContactFlow } from "@cdktf/provider-aws/lib/data-aws-connect-contact-flow";
import { DataAwsConnectHoursOfOperation } from "@cdktf/provider-aws/lib/data-aws-connect-hours-of-operation";
import { DataAwsConnectPrompt } from "@cdktf/provider-aws/lib/data-aws-connect-prompt";
import { DataAwsConnectQueue } from "@cdktf/provider-aws/lib/data-aws-connect-queue";
import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import type { Construct } from "constructs";

import type { Instance } from "./instance";
import { Group } from "../terraform/terraform-addresses";

/** Properties of {@link DefaultResources}. */
export interface DefaultResourcesProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
}

/**
 * What every instance has from the start, looked up by name in the same apply. Only what is used is looked
 * up, and each thing once.
 */
export class DefaultResources extends Group {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DefaultResourcesProps,
  ) {
    super(scope, id);
  }

  /** @returns the data source of a flow that every instance has, by its name. */
  public flow(name: string): DataAwsConnectContactFlow {
    const look = (kind: Group) => new DataAwsConnectContactFlow(kind, name, this.named(name));
    return Group.below(this, "Flows").getOrCreate(name, look);
  }

  /** @returns the data source of a prompt that every instance has, by its name. */
  public prompt(name: string): DataAwsConnectPrompt {
    const look = (kind: Group) => new DataAwsConnectPrompt(kind, name, this.named(name));
    return Group.below(this, "Prompts").getOrCreate(name, look);
  }

  /** @returns the data source of a queue that every instance has, by its name. */
  public queue(name: string): DataAwsConnectQueue {
    const look = (kind: Group) => new DataAwsConnectQueue(kind, name, this.named(name));
    return Group.below(this, "Queues").getOrCreate(name, look);
  }

  /** @returns the data source of hours of operation that every instance has, by their name. */
  public hoursOfOperation(name: string): DataAwsConnectHoursOfOperation {
    const look = (kind: Group) => new DataAwsConnectHoursOfOperation(kind, name, this.named(name));
    return Group.below(this, "Hours").getOrCreate(name, look);
  }

  /** @returns the data source of a routing profile that every instance has, by its name. */
  public routingProfile(name: string): DataAwsConnectRoutingProfile {
    const look = (kind: Group) => new DataAwsConnectRoutingProfile(kind, name, this.named(name));
    return Group.below(this, "RoutingProfiles").getOrCreate(name, look);
  }

  /** @returns the data source of a security profile that every instance has, by its name. */
  public securityProfile(name: string): DataAwsConnectSecurityProfile {
    const look = (kind: Group) => new DataAwsConnectSecurityProfile(kind, name, this.named(name));
    return Group.below(this, "SecurityProfiles").getOrCreate(name, look);
  }

  private named(name: string): { instanceId: string; name: string } {
    return { instanceId: this.props.instance.instanceId, name };
  }
}
