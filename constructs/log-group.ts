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
  /** For whoever must wait until the group is there. */
  public readonly resource: CloudwatchLogGroup;

  public constructor(scope: Construct, id: string, { name, retentionDays, key }: LogGroupProps) {
    super(scope, id);
    this.resource = new CloudwatchLogGroup(this, "Resource", {
      name,
      retentionInDays: retentionDays,
      kmsKeyId: key.keyArn,
    });
    this.logGroupName = this.resource.name;
  }
}
