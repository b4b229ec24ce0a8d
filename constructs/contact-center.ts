import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Annotations, TerraformOutput } from "cdktf";
import { Construct } from "constructs";

import { Association } from "./association";
import { bootstrapNames } from "./bootstrap/names";
import { Bucket } from "./bucket";
import { BulkVanityNumbers } from "./bulk-vanity-numbers";
import { ConnectAssociations } from "./connect-associations";
import type { ContactCenterValue, Environment } from "./contact-center-value";
import { DefaultResources } from "./default-resources";
import { desiredAssociations } from "./desired-associations";
import { Directory } from "./directory";
import { EncryptionKey } from "./encryption-key";
import { InitialPasswords } from "./initial-passwords";
import { Instance } from "./instance";
import { InstanceStorage } from "./instance-storage";
import { PermissionsBoundary } from "./permissions-boundary";
import { PhoneNumber } from "./phone-number";
import { SamlSignIn } from "./saml-sign-in";
import { checkContactCenter } from "./validation/check-contact-center";
import { quotasToRaise } from "./validation/quotas";
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
   * @throws TemplateError if a flow template and the value don't fit together.
   */
  public constructor(scope: Construct, id: string, { center, environment }: ContactCenterProps) {
    super(scope, id);
    checkContactCenter(center, environment);
    for (const warning of quotasToRaise(center)) {
      Annotations.of(this).addWarning(warning);
    }
    const { suffix, region, guarded, logRetentionDays } = environment;
    const { accountId } = new DataAwsCallerIdentity(this, "Current", {});
    const { boundary } = bootstrapNames(center, environment);
    PermissionsBoundary.apply(this, `arn:aws:iam::${accountId}:policy/${boundary}`);

    const key = new EncryptionKey(this, "EncryptionKey", {
      alias: `${center.instance.alias}${suffix}`,
      accountId,
      region,
      guarded,
    });
    const instance = new Instance(this, "Instance", {
      ...center.instance,
      alias: `${center.instance.alias}${suffix}`,
      logGroupName: `/aws/connect/${center.company}${suffix}`,
      logRetentionDays,
      key,
      guarded,
    });
    const { identity } = center.instance;
    if (identity !== undefined) {
      new SamlSignIn(this, "SamlSignIn", {
        ...identity,
        instance,
        name: `${center.instance.alias}${suffix}`,
        suffix,
        region,
      });
    }
    const bucket = new Bucket(this, "Bucket", {
      name: `amazon-connect-${environment.bucketSuffix}`,
      key,
      guarded,
    });
    new InstanceStorage(this, "Storage", {
      instance,
      bucket,
      key,
      prefix: `connect/${center.company}`,
      guarded,
    });
    const number = new PhoneNumber(this, "PhoneNumber", {
      instance,
      value: center.phoneNumber,
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

    new TerraformOutput(this, "InstanceId", { value: instance.instanceId });
    new TerraformOutput(this, "ClaimedNumber", { value: number.phoneNumber });
  }
}
