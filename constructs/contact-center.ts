import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Annotations, TerraformOutput } from "cdktf";
import { Construct } from "constructs";

import { AccessLogs } from "./storage/access-logs";
import { Association } from "./associations/association";
import { bootstrapNames } from "./bootstrap/names";
import { Bucket } from "./storage/bucket";
import { BucketLifecycle } from "./storage/bucket-lifecycle";
import { BulkVanityNumbers } from "./vanity-numbers/bulk-vanity-numbers";
import { ConnectAssociations } from "./associations/connect-associations";
import type { ContactCenterValue, Environment } from "./value/contact-center-value";
import { ContactFlow } from "./connect/contact-flow";
import { DefaultResources } from "./connect/default-resources";
import { desiredAssociations } from "./associations/desired-associations";
import { Directory } from "./connect/directory";
import { EncryptionKey } from "./storage/encryption-key";
import { InitialPasswords } from "./connect/initial-passwords";
import { Instance } from "./connect/instance";
import { instanceNames } from "./value/instance-names";
import { InstanceStorage } from "./connect/instance-storage";
import type { LambdaFunction } from "./functions/lambda-function";
import { OtherFunctions } from "./connect/other-functions";
import { PermissionsBoundary } from "./iam/permissions-boundary";
import { PhoneNumber } from "./connect/phone-number";
import { conversationRules } from "./storage/conversation-rules";
import { ContactRecords } from "./reporting/contact-records";
import { budgetOf } from "./reporting/budget";
import { type ReportedFunction, Reporting } from "./reporting/reporting";
import { SamlSignIn } from "./connect/saml-sign-in";
import { checkContactCenter } from "./validation/check-contact-center";
import { warningText } from "./validation/warnings/warning";
import { VanityNumbers } from "./vanity-numbers/vanity-numbers";

/** Properties of a {@link ContactCenter}. */
export interface ContactCenterProps {
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The environment of the center. */
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
    const lists =
      bulk === undefined
        ? undefined
        : new BulkVanityNumbers(this, "BulkVanityNumbers", {
            ...shared,
            names: center.vanityNumbers,
            value: bulk,
            vanityNumbers,
            bucket,
            region,
          });
    const otherFunctions = new OtherFunctions(this, "OtherFunctions", {
      instance,
      names: center.otherFunctions ?? [],
      accountId,
      region,
    });
    const directory = new Directory(this, "Directory", {
      instance,
      center,
      number,
      defaults: new DefaultResources(this, "Defaults", { instance }),
      functions: new Map([
        [center.vanityNumbers.functionName, vanityNumbers.functionArn],
        ...otherFunctions.arns,
      ]),
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
      vanityFunctionName: vanityNumbers.function.functionName,
      ...(lists !== undefined && {
        vanityNumberLists: {
          stateMachineArn: lists.stateMachineArn,
          functionName: lists.function.functionName,
          logGroupName: lists.function.logGroupName,
        },
      }),
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
