import type { FlowType } from "../contact-flow/flow";
import type { Day } from "../contact-flow/hours";
import type { TemplateValues } from "../contact-flow/template";

/**
 * A contact center as one value. Things are named as people know them and refer to one another by
 * these names; `checkContactCenter` refuses a value whose names don't fit together.
 */
export interface ContactCenterValue {
  /** The company, as in the tags of every resource. */
  readonly company: string;
  readonly instance: InstanceValue;
  readonly hierarchy: HierarchyValue;
  readonly agentStatuses: readonly AgentStatusValue[];
  readonly hoursOfOperation: readonly HoursOfOperationValue[];
  readonly queues: readonly QueueValue[];
  readonly quickConnects: readonly QuickConnectValue[];
  readonly routingProfiles: readonly RoutingProfileValue[];
  readonly users: readonly UserValue[];
  /**
   * How users take calls, unless one says otherwise.
   * @default - each field's own
   */
  readonly agentPhones?: AgentPhoneValue;
  readonly flows: readonly FlowValue[];
  /**
   * What supervisors can have callers told before the menu, in a minute and without an apply
   * (`npm run message`).
   * @default - nothing: an announcement is an edit of a prompt
   */
  readonly message?: MessageValue | undefined;
  readonly phoneNumber: PhoneNumberValue;
  readonly vanityNumbers: VanityNumbersValue;
  /**
   * Where quick connects and flows may call beside the United States with its territories and
   * Canada, by name: `Jamaica`, `United Kingdom`, `United States premium rate`.
   * @default - nowhere else
   */
  readonly allowedDestinations?: readonly string[];
  readonly recordings: RecordingsValue;
  readonly reporting: ReportingValue;
  /**
   * Warnings of the synth that may stay; the as-built document shows them with their reasons.
   * @default - none
   */
  readonly acceptedWarnings?: readonly AcceptedWarningValue[];
}

/** A warning of the synth that somebody has decided on. */
export interface AcceptedWarningValue {
  /** What stands in brackets at the warning's end, such as `queue-served-by-one`. */
  readonly rule: string;
  /** What stands before its first colon, such as `queue "Business Consulting"`. */
  readonly place: string;
  /** Why it may stay. */
  readonly reason: string;
}

/** The Amazon Connect instance (spec section 1). */
export interface InstanceValue {
  /**
   * 1 to 45 characters, unique in all of AWS in any spelling: the address is `https://<alias>.my.connect.aws/`
   * in lower case, flow logs go to `/aws/connect/<alias>`, recordings below `connect/<alias>`.
   */
  readonly alias: string;
  readonly inboundCalls: boolean;
  readonly outboundCalls: boolean;
  /**
   * The quota _Concurrent active calls per instance_ that AWS has granted.
   * @default - 10, as a new account has it
   */
  readonly concurrentCalls?: number;
  /**
   * Who checks passwords. It can't be changed later: another identity is another instance, which
   * loses the number with the old one, so decide before you go live.
   * @default - Amazon Connect, which has a password for each user and no second factor
   */
  readonly identity?: IdentityValue;
}

/** People sign in at the company's own identity provider; Amazon Connect has no passwords. */
export interface IdentityValue {
  readonly type: "SAML";
  /** The provider's metadata document: a file of this project, such as `saml/metadata.xml`. */
  readonly metadata: string;
}

/** The number that callers dial. */
export interface PhoneNumberValue {
  /** ISO country code, such as `US`. */
  readonly country: string;
  readonly type: "DID" | "TOLL_FREE";
  /** What the number shall begin with, in E.164: `+1302`. */
  readonly prefix: string;
  /** The flow that answers. */
  readonly flow: string;
}

/** Who belongs where, up to five levels deep. */
export interface HierarchyValue {
  /** The names of the levels, the highest first; at most five. */
  readonly levels: readonly string[];
  readonly groups: readonly HierarchyGroupValue[];
}

/** A group of the agent hierarchy, with the groups below it. */
export interface HierarchyGroupValue {
  readonly name: string;
  /**
   * Where its people work: an IANA time zone, such as `Asia/Shanghai`. The synth warns of queues that are
   * open at night there.
   * @default - that of the group above; without any, people may work at any time
   */
  readonly timeZone?: string;
  /** @default - a leaf */
  readonly groups?: readonly HierarchyGroupValue[];
}

/** A status that agents choose, beside the built-in Available and Offline. */
export interface AgentStatusValue {
  readonly name: string;
  readonly description: string;
}

/** Opening hours of some days; a day that no entry names is closed. */
export interface OpenHours {
  readonly days: readonly Day[];
  /** `HH:MM`, 24 hours. */
  readonly from: string;
  /**
   * `HH:MM`, later than `from`; `24:00` is the midnight that ends the day. Around the clock is `00:00` to
   * `24:00`; through the night, until `24:00` and from `00:00` on the next day: no minute is closed.
   */
  readonly to: string;
}

/** A schedule. */
export interface HoursOfOperationValue {
  readonly name: string;
  readonly description?: string;
  /** An IANA time zone, such as `America/Los_Angeles`. */
  readonly timeZone: string;
  readonly open: readonly OpenHours[];
  /**
   * At most 50; those that are over may stay.
   * @default - none
   */
  readonly holidays?: readonly HolidayValue[];
}

/** A day on which a schedule has other hours than usual. */
export interface HolidayValue {
  /** Such as `Christmas Day`; may come again in another year. */
  readonly name: string;
  /** `YYYY-MM-DD` in the schedule's time zone. */
  readonly date: string;
  /**
   * The hours of that day, each `HH:MM`.
   * @default - closed
   */
  readonly open?: { readonly from: string; readonly to: string };
}

/** A queue in which contacts wait for an agent. */
export interface QueueValue {
  readonly name: string;
  readonly description?: string;
  readonly hoursOfOperation: string;
  /** The name that people see whom the queue calls. The number is the claimed one. */
  readonly outboundCallerIdName: string;
  readonly outboundWhisperFlow: string;
  /** What agents can transfer a contact of this queue to. */
  readonly quickConnects: readonly string[];
  /**
   * How many contacts may wait, from 0 on.
   * @default - no limit but the instance's own
   */
  readonly maxContacts?: number;
}

/** A speed dial: an outside number, a queue or a person. */
export type QuickConnectValue = { readonly name: string; readonly description?: string } & (
  | { readonly type: "PHONE_NUMBER"; readonly phoneNumber: string }
  | { readonly type: "QUEUE"; readonly queue: string; readonly flow: string }
  | { readonly type: "USER"; readonly user: string; readonly flow: string }
);

/** Which contacts an agent gets, and in which order. */
export interface RoutingProfileValue {
  readonly name: string;
  readonly description: string;
  /** Calls at a time; Amazon Connect allows one. */
  readonly voice: number;
  readonly defaultOutboundQueue: string;
  readonly queues: readonly RoutingProfileQueueValue[];
}

/** A queue of a routing profile. */
export interface RoutingProfileQueueValue {
  readonly queue: string;
  /** 1 is served first; up to 99. */
  readonly priority: number;
  /** How long a contact waits before these agents are offered it, 0 to 9999. */
  readonly delaySeconds: number;
}

/**
 * How a user takes calls.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html
 */
export interface AgentPhoneValue {
  /**
   * The browser, or a telephone whose number each user gives.
   * @default SOFT_PHONE
   */
  readonly type?: "SOFT_PHONE" | "DESK_PHONE";
  /**
   * Whether calls are connected at once, without a click.
   * @default false
   */
  readonly autoAccept?: boolean;
  /**
   * After how many seconds work after a call ends by itself, 0 to 2,000,000; with 0 it ends only when the
   * agent clicks, and one forgotten click keeps all calls away.
   * @default 0
   */
  readonly afterCallWorkSeconds?: number;
}

/** How one user takes calls: what is left out is as for all. */
export interface UserPhoneValue extends AgentPhoneValue {
  /**
   * The desk phone, in E.164: needed with `DESK_PHONE`, and only there.
   * @default - none
   */
  readonly number?: string;
}

/** A person who signs in to the instance. */
export interface UserValue {
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly securityProfiles: readonly string[];
  readonly routingProfile: string;
  /** The group's name under the names of the groups above it, from the top: `["KWGlobal"]`. */
  readonly hierarchyGroup: readonly string[];
  /** @default - as `agentPhones` of the center says */
  readonly phone?: UserPhoneValue;
  /**
   * Tags beside those that everything has, such as `CostCenter`. Bootstrap again after a new key.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A contact flow, made of a template in `flow-templates/`. */
export interface FlowValue {
  readonly name: string;
  readonly description?: string;
  readonly type: FlowType;
  /** A file of `flow-templates/`. */
  readonly template: string;
  readonly values: TemplateValues;
  /**
   * The hours of operation that its prompts tell callers; what they say is compared with them.
   * @default - its prompts tell none
   */
  readonly announces?: string;
}

/**
 * A message that is switched on and off while the center runs: a flow module holds the text, a schedule
 * the time until which it is spoken.
 */
export interface MessageValue {
  /** Of module and schedule, in Amazon Connect. */
  readonly name: string;
  /** In whose time an end such as `14:00` is meant: an IANA time zone. */
  readonly timeZone: string;
}

/** The vanity-number service (spec section 5): its names in AWS. */
export interface VanityNumbersValue {
  readonly functionName: string;
  readonly roleName: string;
  readonly tableName: string;
  /**
   * A state machine for lists in S3 that are too long for `npm run vanity -- --file`.
   * @default - none
   */
  readonly bulk?: BulkVanityNumbersValue;
}

/** How long lists are made. */
export interface BulkVanityNumbersValue {
  /** Folder of the center's bucket: lists are read from `lists/` in it, results go to `results/`. */
  readonly folder: string;
  /** Batches of 100 rows at once, 1 to 1000: as many functions run, so mind the account's limit. */
  readonly maxConcurrency: number;
}

/** What is kept of conversations, and how long (spec sections 4 and 6). */
export interface RecordingsValue {
  /** Whose voice is recorded; an empty list records nobody. */
  readonly participants: readonly ("Agent" | "Customer")[];
  /**
   * What callers hear about it, after the greeting and at the start of a call to them, if it is the
   * project's own outbound whisper flow that greets them.
   * @default - nothing, which synth warns of: in several States all parties must know
   */
  readonly announcement?: string;
  /**
   * The language in which Contact Lens reads calls after they ended, such as `en-US`; it needs the
   * recording of both participants, and is billed by the minute.
   * @default - calls are not analysed
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/supported-languages.html
   */
  readonly analyticsLanguage?: string;
  /**
   * What Contact Lens leaves of names, addresses, card and other numbers that are said: all, none
   * (transcript and sound), or both versions.
   * @default - all, which synth asks about
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/sensitive-data-redaction.html
   */
  readonly redaction?: "none" | "redacted only" | "redacted and original";
  /** After how many days recordings and their analysis are stored more cheaply, from 30 on. */
  readonly infrequentAccessAfterDays: number;
  /**
   * After how many days they are deleted. How long a company may keep calls, or must, is for its
   * lawyers to say, and nothing that is deleted comes back.
   * @default - never, which synth asks about
   */
  readonly expireAfterDays?: number | "never";
}

/** From when on supervisors are told; what is always wrong needs no figure. */
export interface ReportingValue {
  /** How many may wait in a queue; that many for five minutes is an alarm. */
  readonly queueSize: number;
  /** How long anybody may wait in a queue, in seconds. */
  readonly queueWaitSeconds: number;
  /** How many calls agents may let ring out in a quarter of an hour. */
  readonly missedCalls: number;
  /**
   * So many open hours in a row without a single call, in or out, are an alarm: the number may be dead. From
   * 1 to 24; where the schedules have no so long stretch, there is a warning and no alarm.
   * @default - silence is no alarm
   */
  readonly silentHours?: number;
  /**
   * Whole US dollars that the account may cost in a day before somebody is told, where anybody is: a robot that
   * dials abroad costs hundreds in a night. The whole account counts.
   * @default - there is no budget
   */
  readonly dollarsADay?: number;
  /**
   * Whether each contact's record goes to the bucket, through Firehose, to make reports of.
   * @default false
   */
  readonly contactRecords?: boolean;
}

/** An AWS account that holds environments; `npm run bootstrap` prepares it for them. */
export interface Account {
  /** What commands call it: lower-case letters, digits and inner hyphens. */
  readonly name: string;
  /** Twelve digits: a provider with credentials of another account refuses to work. */
  readonly id: string;
  /** Where the state is kept. */
  readonly region: string;
  /** The S3 bucket with the Terraform state of all that is in the account; unique in all of AWS. */
  readonly stateBucket: string;
  /**
   * Names of the IAM roles by which people work in the account, `*` for any text. Only they and the
   * workflows' roles can read a state, so they must hold for whoever bootstraps the account.
   */
  readonly operators: readonly string[];
}

/** The repository whose workflows plan and apply, by roles of their own in each account. */
export interface GitHub {
  /** `owner/name`. */
  readonly repository: string;
  /**
   * GitHub's numbers for the repository's owner and the repository, which its tokens hold if it was
   * made, renamed or moved since 15 July 2026: nobody can take them over with the name.
   * @default - its tokens hold the names only
   * @see https://docs.github.com/en/actions/reference/security/oidc
   */
  readonly ids?: { readonly owner: number; readonly repository: number };
}

/** Where a center stands: what differs from one environment to another. */
export interface Environment {
  /** Also the name of GitHub's environment, whose approval an apply needs. */
  readonly name: string;
  /** Environments may share one. */
  readonly account: Account;
  /**
   * Appended to names that are unique in an account or in all of AWS: alias, log group, table,
   * role, function. Production has none.
   */
  readonly suffix: string;
  readonly region: string;
  /**
   * The id (a UUID) of a number that the instance has already, claimed by hand or ported.
   * @default - a number is claimed
   */
  readonly adoptNumber?: string;
  /**
   * The id (a UUID) of the instance, once it is there: the output `instance_id`. GitHub's roles then
   * reach this instance only, and can no longer found a center; bootstrap again.
   * @default - every instance of account and Region, which the first apply needs
   */
  readonly instanceId?: string;
  /** Ends the name of the bucket for recordings and reports: `amazon-connect-<bucketSuffix>`. */
  readonly bucketSuffix: string;
  /** How long CloudWatch keeps logs, in days, as CloudWatch allows; S3's access logs as well. */
  readonly logRetentionDays: number;
  /**
   * Who is told of alarms. They belong to a place, not to the center: what goes wrong in `dev` must
   * wake nobody. Each address gets a link from SNS first, and mail once it was followed.
   */
  readonly alarmEmails: readonly string[];
  /**
   * Whether instance, number, table, buckets and key refuse to be destroyed. Lifted only to tear
   * an environment down.
   */
  readonly guarded: boolean;
}
