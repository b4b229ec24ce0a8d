import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Annotations, TerraformOutput } from "cdktf";
import { Construct } from "constructs";

import { AccessLogs } from "./access-logs";
import { Association } from "./association";
import { bootstrapNames } from "./bootstrap/names";
import { Bucket } from "./bucket";
import { BucketLifecycle } from "./bucket-lifecycle";
import { BulkVanityNumbers } from "./bulk-vanity-numbers";
import { ConnectAssociations } from "./connect-associations";
import type { ContactCenterValue, Environment } from "./contact-center-value";
import { ContactFlow } from "./contact-flow";
import { DefaultResources } from "./default-resources";
import { desiredAssociations } from "./desired-associations";
import { Directory } from "./directory";
import { EncryptionKey } from "./encryption-key";
import { InitialPasswords } from "./initial-passwords";
import { Instance } from "./instance";
import { instanceNames } from "./instance-names";
import { InstanceStorage } from "./instance-storage";
import type { LambdaFunction } from "./lambda-function";
import { PermissionsBoundary } from "./permissions-boundary";
import { PhoneNumber } from "./phone-number";
import { conversationRules } from "./recordings";
import { ContactRecords } from "./reporting/contact-records";
import { budgetOf } from "./reporting/budget";
import { type ReportedFunction, Reporting } from "./reporting/reporting";
import { SamlSignIn } from "./saml-sign-in";
import { checkContactCenter } from "./validation/check-contact-center";
import { warningText } from "./validation/warnings/warning";
import { VanityNumbers } from "./vanity-numbers";

/** Properties of a {@link ContactCenter}. */
export interface ContactCenterProps {
  readonly center: ContactCenterValue;
  readonly environment: Environment;
}

/** The whole contact center of one environment, composed from its value. */
export class ContactCenter extends Construct {
  /**
   * @throws InvalidContactCenterError if the value contradicts itself or Amazon Connect's rules.
   */
  public constructor(scope: Construct, id: string, { center, environment }: ContactCenterProps) {
    super(scope, id);
    for (const warning of checkContactCenter(center, environment).open) {
      Annotations.of(this).addWarning(warningText(warning));
    }
    const { suffix, region, guarded, logRetentionDays, adoptNumber } = environment;
    const { alias, name, flowLogGroup, storagePrefix } = instanceNames(center, environment);
    const { accountId } = new DataAwsCallerIdentity(this, "Current", {});
    const { boundary } = bootstrapNames(center, environment);
    PermissionsBoundary.apply(this, `arn:aws:iam::${accountId}:policy/${boundary}`);

    const key = new EncryptionKey(this, "EncryptionKey", {
      alias: name,
      accountId,
      region,
      guarded,
      budget: budgetOf(center, environment.alarmEmails) !== undefined,
    });
    const instance = new Instance(this, "Instance", {
      ...center.instance,
      alias,
      contactLens: center.recordings.analyticsLanguage !== undefined,
      logGroupName: flowLogGroup,
      logRetentionDays,
      key,
      guarded,
    });
    const { identity } = center.instance;
    if (identity !== undefined) {
      new SamlSignIn(this, "SamlSignIn", {
        ...identity,
        instance,
        name,
        suffix,
        region,
      });
    }
    const bucketName = `amazon-connect-${environment.bucketSuffix}`;
    const accessLogs = new AccessLogs(this, "AccessLogs", {
      name: `${bucketName}-access-logs`,
      of: bucketName,
      accountId,
      retentionDays: logRetentionDays,
      guarded,
    });
    const bucket = new Bucket(this, "Bucket", {
      name: bucketName,
      key,
      guarded,
      accessLogs: accessLogs.bucket,
    });
    new BucketLifecycle(bucket, "Lifecycle", {
      bucket,
      rules: conversationRules(center.recordings, storagePrefix),
    });
    const storage = new InstanceStorage(this, "Storage", {
      instance,
      bucket,
      key,
      prefix: storagePrefix,
      guarded,
    });
    const number = new PhoneNumber(this, "PhoneNumber", {
      instance,
      value: center.phoneNumber,
      ...(adoptNumber !== undefined && { adopt: adoptNumber }),
      guarded,
    });
    const shared = { key, accountId, suffix, logRetentionDays, guarded };
    const vanityNumbers = new VanityNumbers(this, "VanityNumbers", {
      ...shared,
      instance,
      value: center.vanityNumbers,
    });
    const { bulk } = center.vanityNumbers;
    if (bulk !== undefined) {
      new BulkVanityNumbers(this, "BulkVanityNumbers", {
        ...shared,
        names: center.vanityNumbers,
        value: bulk,
        vanityNumbers,
        bucket,
        region,
      });
    }
    const directory = new Directory(this, "Directory", {
      instance,
      center,
      number,
      defaults: new DefaultResources(this, "Defaults", { instance }),
      functions: new Map([[center.vanityNumbers.functionName, vanityNumbers.functionArn]]),
      ...(identity === undefined && {
        initialPasswords: new InitialPasswords(this, "InitialPasswords", center.users),
      }),
    });
    const functions = new ConnectAssociations(this, "ConnectAssociations", {
      ...shared,
      instance,
      region,
    });
    const associations = desiredAssociations(directory, { instance, center, number });
    for (const [name, desired] of Object.entries(associations)) {
      new Association(this, name, { functions, desired });
    }

    const records =
      center.reporting.contactRecords === true
        ? new ContactRecords(this, "ContactRecords", {
            ...shared,
            name: `${name}-contact-records`,
            instance,
            bucket,
            prefix: storagePrefix,
            after: storage.last,
          })
        : undefined;
    new Reporting(this, "Reporting", {
      center,
      prefix: name,
      instanceId: instance.instanceId,
      flowLogGroupName: instance.flowLogGroupName,
      flowContents: center.flows
        .map(({ name }) => directory.flow(name))
        .flatMap((flow) => (flow instanceof ContactFlow ? [flow.content] : [])),
      functions: [
        watched(center.vanityNumbers.functionName, vanityNumbers.function, true),
        watched("reconcile", functions.reconciler, false),
        watched("observe", functions.observer, false),
      ],
      tableName: vanityNumbers.tableName,
      ...(records !== undefined && { deliveryStreamName: records.deliveryStreamName }),
      key,
      accountId,
      region,
      emails: environment.alarmEmails,
    });

    new TerraformOutput(this, "InstanceId", { value: instance.instanceId });
    new TerraformOutput(this, "ClaimedNumber", { value: number.phoneNumber });
  }
}

/** A function as reporting sees it. */
function watched(
  name: string,
  { functionName, logGroupName }: LambdaFunction,
  callersWait: boolean,
): ReportedFunction {
  return { name, functionName, logGroupName, callersWait };
}
