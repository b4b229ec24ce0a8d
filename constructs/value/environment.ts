/** An AWS account that holds environments; `npm run bootstrap` prepares it for them. */
export interface Account {
  /** Its name in commands, 1 to 20 characters: lower-case letters, digits and inner hyphens. */
  readonly name: string;
  /** Twelve digits: a provider with credentials of another account refuses to work. */
  readonly id: string;
  /** Where the state is kept. */
  readonly region: string;
  /**
   * The S3 bucket with the Terraform state of all that is in the account, 3 to 63 characters; unique in all
   * of AWS.
   */
  readonly stateBucket: string;
  /**
   * Names of the IAM roles with which people work in the account; `*` stands for any text. Only these and the
   * workflows' roles can read a state, so the role of the person who bootstraps the account must be among
   * them.
   */
  readonly operators: readonly string[];
}

/** The repository whose workflows plan and apply, with their own roles in each account. */
export interface GitHub {
  /** `owner/name`. */
  readonly repository: string;
  /**
   * GitHub's ids of the repository's owner and of the repository. Its tokens hold them if the repository was
   * created, renamed or moved since 15 July 2026. Unlike a name, an id can't be taken over by anybody else.
   * @default - its tokens hold the names only
   * @see https://docs.github.com/en/actions/reference/security/oidc
   */
  readonly ids?: { readonly owner: number; readonly repository: number };
}

/** Quotas that AWS raises on request: whole numbers of things in an instance. */
export interface QuotasValue {
  /** _Users per instance_, 500 at first. */
  readonly users?: number;
  /** _User hierarchy groups per instance_, 500 at first. */
  readonly hierarchyGroups?: number;
  /** _Queues per instance_, 50 at first. */
  readonly queues?: number;
  /** _Queues per routing profile per instance_, 50 at first. */
  readonly queuesPerRoutingProfile?: number;
  /** _Routing profiles per instance_, 100 at first. */
  readonly routingProfiles?: number;
  /** _Quick connects per instance_, 100 at first. */
  readonly quickConnects?: number;
  /** _Security profiles per instance_, 100 at first. */
  readonly securityProfiles?: number;
  /** _Hours of operation per instance_, 100 at first. */
  readonly hoursOfOperation?: number;
  /** _Flows per instance_, 100 at first. */
  readonly flows?: number;
}

/** An environment of a center: what differs from one environment to another. */
export interface Environment {
  /**
   * 1 to 20 characters: lower-case letters, digits and inner hyphens. Also the name of GitHub's environment,
   * whose approval an apply needs.
   */
  readonly name: string;
  /** The AWS account; environments may share one. */
  readonly account: Account;
  /**
   * Appended to names that are unique in an account or in all of AWS: alias, log group, table,
   * role, function. Production has none.
   */
  readonly suffix: string;
  /** The AWS Region of all that is in it, such as `us-west-2`. */
  readonly region: string;
  /**
   * The id (a UUID) of a number that the instance already has, claimed by hand or ported.
   * @default - a number is claimed
   */
  readonly adoptNumber?: string;
  /**
   * The id (a UUID) of the instance, once it exists: the output `instance_id`. Run `npm run bootstrap` again
   * after setting it: GitHub's roles then reach this instance only, and can no longer create a center.
   * @default - every instance of account and Region, which the first apply needs
   */
  readonly instanceId?: string;
  /** The suffix of the name of the bucket for recordings and reports: `amazon-connect-<bucketSuffix>`. */
  readonly bucketSuffix: string;
  /** How long CloudWatch keeps logs, in days, as CloudWatch allows; S3's access logs as well. */
  readonly logRetentionDays: number;
  /**
   * The e-mail addresses that get the alarms. They belong to an environment, not to the center: a fault in
   * `dev` must wake nobody. Each address first gets a link from SNS, and alarms only after the link was
   * followed.
   */
  readonly alarmEmails: readonly string[];
  /**
   * The quotas that AWS has raised for this environment's instance. The synth warns if the center exceeds a
   * quota. For concurrent calls see {@link InstanceValue.concurrentCalls}.
   * @default - a new account's quotas
   */
  readonly quotas?: QuotasValue;
  /**
   * Whether Terraform refuses to destroy instance, number, table, buckets and key. Set it to false only to
   * tear an environment down.
   */
  readonly guarded: boolean;
}
