import { DataAwsConnectContactFlow } from "@cdktf/provider-aws/lib/data-aws-connect-contact-flow";
import { DataAwsConnectHoursOfOperation } from "@cdktf/provider-aws/lib/data-aws-connect-hours-of-operation";
import { DataAwsConnectPrompt } from "@cdktf/provider-aws/lib/data-aws-connect-prompt";
import { DataAwsConnectQueue } from "@cdktf/provider-aws/lib/data-aws-connect-queue";
import { DataAwsConnectRoutingProfile } from "@cdktf/provider-aws/lib/data-aws-connect-routing-profile";
import { DataAwsConnectSecurityProfile } from "@cdktf/provider-aws/lib/data-aws-connect-security-profile";
import type { Construct } from "constructs";

import type { Instance } from "./instance";
import { Group } from "./terraform-addresses";

/** Properties of {@link DefaultResources}. */
export interface DefaultResourcesProps {
  readonly instance: Instance;
}

/**
 * What every instance has from the start, looked up by name in the same apply. Only what is asked
 * for is looked up, and once.
 */
export class DefaultResources extends Group {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: DefaultResourcesProps,
  ) {
    super(scope, id);
  }

  public flow(name: string): DataAwsConnectContactFlow {
    const look = (kind: Group) => new DataAwsConnectContactFlow(kind, name, this.named(name));
    return Group.below(this, "Flows").once(name, look);
  }

  public prompt(name: string): DataAwsConnectPrompt {
    const look = (kind: Group) => new DataAwsConnectPrompt(kind, name, this.named(name));
    return Group.below(this, "Prompts").once(name, look);
  }

  public queue(name: string): DataAwsConnectQueue {
    const look = (kind: Group) => new DataAwsConnectQueue(kind, name, this.named(name));
    return Group.below(this, "Queues").once(name, look);
  }

  public hoursOfOperation(name: string): DataAwsConnectHoursOfOperation {
    const look = (kind: Group) => new DataAwsConnectHoursOfOperation(kind, name, this.named(name));
    return Group.below(this, "Hours").once(name, look);
  }

  public routingProfile(name: string): DataAwsConnectRoutingProfile {
    const look = (kind: Group) => new DataAwsConnectRoutingProfile(kind, name, this.named(name));
    return Group.below(this, "RoutingProfiles").once(name, look);
  }

  public securityProfile(name: string): DataAwsConnectSecurityProfile {
    const look = (kind: Group) => new DataAwsConnectSecurityProfile(kind, name, this.named(name));
    return Group.below(this, "SecurityProfiles").once(name, look);
  }

  private named(name: string): { instanceId: string; name: string } {
    return { instanceId: this.props.instance.instanceId, name };
  }
}
