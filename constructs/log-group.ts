import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";

/** Properties of a {@link LogGroup}. */
export interface LogGroupProps {
  readonly name: string;
  /** In days, as CloudWatch allows: 1, 3, 5, 7, 14, 30, 60, 90, … */
  readonly retentionDays: number;
  readonly key: EncryptionKey;
}

/**
 * A log group that exists before the service writes to it: else the service makes it, unencrypted
 * and kept for ever.
 */
export class LogGroup extends Construct {
  public readonly logGroupName: string;
  public readonly logGroupArn: string;

  public constructor(scope: Construct, id: string, { name, retentionDays, key }: LogGroupProps) {
    super(scope, id);
    const group = new CloudwatchLogGroup(this, "Resource", {
      name,
      retentionInDays: retentionDays,
      kmsKeyId: key.keyArn,
    });
    this.logGroupName = group.name;
    this.logGroupArn = group.arn;
  }
}
