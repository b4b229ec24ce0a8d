import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";
import { guard } from "./lifecycle";

/** Properties of a {@link LogGroup}. */
export interface LogGroupProps {
  readonly name: string;
  /** In days, as CloudWatch allows: 1, 3, 5, 7, 14, 30, 60, 90, … */
  readonly retentionDays: number;
  readonly key: EncryptionKey;
  /** Whether the group and what was logged refuse to be destroyed. */
  readonly guarded: boolean;
}

/**
 * A log group that exists before the service writes to it: else the service makes it, unencrypted
 * and kept for ever. One that is deleted later is not made again by Amazon Connect, which then logs
 * nothing.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs-stored-in-cloudwatch.html
 */
export class LogGroup extends Construct {
  public readonly logGroupName: string;
  /** For whoever must wait until the group is there. */
  public readonly resource: CloudwatchLogGroup;

  public constructor(scope: Construct, id: string, props: LogGroupProps) {
    super(scope, id);
    const { name, retentionDays, key, guarded } = props;
    this.resource = new CloudwatchLogGroup(this, "Resource", {
      name,
      retentionInDays: retentionDays,
      kmsKeyId: key.keyArn,
      lifecycle: guard(guarded),
    });
    this.logGroupName = this.resource.name;
  }
}
