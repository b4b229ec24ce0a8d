import { ConnectInstance } from "@cdktf/provider-aws/lib/connect-instance";
import { Construct } from "constructs";

import type { IdentityValue } from "./contact-center-value";
import type { EncryptionKey } from "./encryption-key";
import { guard } from "./lifecycle";
import { LogGroup } from "./log-group";

/** Properties of an {@link Instance}. */
export interface InstanceProps {
  readonly alias: string;
  readonly inboundCalls: boolean;
  readonly outboundCalls: boolean;
  /** Whether calls may be analysed; which are, their flows say. */
  readonly contactLens: boolean;
  /** @default - Amazon Connect manages the users, who have passwords */
  readonly identity?: IdentityValue;
  /** Where the flow logs go. */
  readonly logGroupName: string;
  readonly logRetentionDays: number;
  readonly key: EncryptionKey;
  readonly guarded: boolean;
}

/**
 * The Amazon Connect instance with its flow logs. Alias and identity management can't be changed:
 * another alias is another instance, and the numbers of the old one are released with it.
 */
export class Instance extends Construct {
  public readonly instanceId: string;
  public readonly instanceArn: string;
  public readonly flowLogGroupName: string;

  public constructor(scope: Construct, id: string, props: InstanceProps) {
    super(scope, id);
    const flowLogs = new LogGroup(this, "FlowLogs", {
      name: props.logGroupName,
      retentionDays: props.logRetentionDays,
      key: props.key,
      guarded: props.guarded,
    });
    const instance = new ConnectInstance(this, "Resource", {
      instanceAlias: props.alias,
      identityManagementType: props.identity?.type ?? "CONNECT_MANAGED",
      inboundCallsEnabled: props.inboundCalls,
      outboundCallsEnabled: props.outboundCalls,
      contactFlowLogsEnabled: true,
      contactLensEnabled: props.contactLens,
      dependsOn: [flowLogs.resource],
      lifecycle: guard(props.guarded),
    });
    this.instanceId = instance.id;
    this.instanceArn = instance.arn;
    this.flowLogGroupName = flowLogs.logGroupName;
  }
}
