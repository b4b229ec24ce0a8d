import { ConnectInstance } from "@cdktf/provider-aws/lib/connect-instance";
import { Construct } from "constructs";

import type { IdentityValue } from "../value/contact-center-value";
import type { EncryptionKey } from "../storage/encryption-key";
import { guard } from "../terraform/lifecycle";
import { LogGroup } from "../storage/log-group";

/** Properties of an {@link Instance}. */
export interface InstanceProps {
  /** The alias, with which the instance's address begins; 1 to 45 characters, unique in all of AWS. */
  readonly alias: string;
  /** Whether callers can call it. */
  readonly inboundCalls: boolean;
  /** Whether agents and flows can place calls. */
  readonly outboundCalls: boolean;
  /** Whether calls may be analysed; the flows decide which calls are. */
  readonly contactLens: boolean;
  /** @default - Amazon Connect manages the users, who have passwords */
  readonly identity?: IdentityValue;
  /** Where the flow logs go. */
  readonly logGroupName: string;
  /** How long CloudWatch keeps the flows' log, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** The key that encrypts the flows' log. */
  readonly key: EncryptionKey;
  /** Whether Terraform refuses to destroy it. */
  readonly guarded: boolean;
}

/**
 * The Amazon Connect instance with its flow logs. Alias and identity management can't be changed in place:
 * another alias makes a new instance, and the old instance's numbers are released with it.
 */
export class Instance extends Construct {
  /** The instance's id, known after the apply. */
  public readonly instanceId: string;
  /** The instance's ARN, known after the apply. */
  public readonly instanceArn: string;
  /** The log group of the flows: `/aws/connect/<alias>`. */
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
