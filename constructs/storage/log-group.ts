import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";
import { guard } from "../terraform/lifecycle";

/** Properties of a {@link LogGroup}. */
export interface LogGroupProps {
  /** 1 to 512 characters; unique in account and Region. */
  readonly name: string;
  /** How long logs are kept, in days, as CloudWatch allows: 1, 3, 5, 7, 14, 30, 60, 90, … */
  readonly retentionDays: number;
  /** The key that encrypts it. */
  readonly key: EncryptionKey;
  /** Whether Terraform refuses to destroy the group and its logs. */
  readonly guarded: boolean;
}

/**
 * A log group that is created before the service writes to it; otherwise the service would create it
 * unencrypted and without an end of retention. If the group is deleted later, Amazon Connect doesn't create
 * it again and logs nothing.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs-stored-in-cloudwatch.html
 */
export class LogGroup extends Construct {
  /** The log group's name. */
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
