import type { FlowValue, MessageValue } from "./flow-value";
import type { InstanceValue, PhoneNumberValue } from "./instance-value";
import type {
  AgentPhoneValue,
  AgentStatusValue,
  HierarchyValue,
  SecurityProfileValue,
  UserValue,
} from "./people-value";
import type { ContactLensRuleValue, EvaluationFormValue } from "./quality-value";
import type { RecordingsValue, ReportingValue } from "./reporting-value";
import type {
  HoursOfOperationValue,
  QueueValue,
  QuickConnectValue,
  RoutingProfileValue,
} from "./routing-value";
import type { VanityNumbersValue } from "./vanity-numbers-value";

export type * from "./environment";
export type * from "./flow-value";
export type * from "./instance-value";
export type * from "./people-value";
export type * from "./quality-value";
export type * from "./reporting-value";
export type * from "./routing-value";
export type * from "./vanity-numbers-value";

/**
 * A contact center as one value. Things have the names by which people know them and refer to one another by
 * these names; `checkContactCenter` refuses a value with names that don't exist.
 */
export interface ContactCenterValue {
  /** The company, as in the tags of every resource. */
  readonly company: string;
  /** The Amazon Connect instance that holds all of it. */
  readonly instance: InstanceValue;
  /** The groups that users belong to. */
  readonly hierarchy: HierarchyValue;
  /** Statuses besides the built-in Available and Offline; at most 48. */
  readonly agentStatuses: readonly AgentStatusValue[];
  /** The schedules; a queue names one of them. */
  readonly hoursOfOperation: readonly HoursOfOperationValue[];
  /** The queues; routing profiles, flows and quick connects name them. */
  readonly queues: readonly QueueValue[];
  /** The speed dials; queues name them. */
  readonly quickConnects: readonly QuickConnectValue[];
  /** Which queues an agent serves; users name them. */
  readonly routingProfiles: readonly RoutingProfileValue[];
  /**
   * Security profiles besides those that every instance has. Run `npm run bootstrap` again after adding the
   * first one.
   * @default - none
   */
  readonly securityProfiles?: readonly SecurityProfileValue[];
  /** Everybody who signs in to the instance. */
  readonly users: readonly UserValue[];
  /**
   * How users take calls, unless one says otherwise.
   * @default - each field's own
   */
  readonly agentPhones?: AgentPhoneValue;
  /** The contact flows; the number, queues and quick connects name them. */
  readonly flows: readonly FlowValue[];
  /**
   * A message that supervisors can have spoken before the menu, within a minute and without an apply (`npm
   * run message`).
   * @default - nothing: an announcement is an edit of a prompt
   */
  readonly message?: MessageValue | undefined;
  /** The number that callers dial. */
  readonly phoneNumber: PhoneNumberValue;
  /** The vanity-number service: function, role and table. */
  readonly vanityNumbers: VanityNumbersValue;
  /**
   * The Lambda functions of other projects that flows call, at most 49, each by its name of 1 to 64 characters.
   * They must exist in the environment's account and Region, under the same name in every environment. Once
   * `instanceId` is set, a person applies a new one (`npm run apply`): the workflow's role may let nobody
   * invoke a function.
   * @default - none
   */
  readonly otherFunctions?: readonly string[];
  /**
   * The destinations that quick connects and flows may call besides the United States with its territories
   * and Canada, by name: `Jamaica`, `United Kingdom`, `United States premium rate`.
   * @default - nowhere else
   */
  readonly allowedDestinations?: readonly string[];
  /** What is kept of conversations, and how long. */
  readonly recordings: RecordingsValue;
  /**
   * The forms with which calls are evaluated. Run `npm run bootstrap` again after adding the first one.
   * @default - none
   */
  readonly evaluationForms?: readonly EvaluationFormValue[];
  /**
   * The rules that put calls into categories after Contact Lens has analyzed them. They need
   * `recordings.analyticsLanguage`. Run `npm run bootstrap` again after adding the first one.
   * @default - none
   */
  readonly contactLensRules?: readonly ContactLensRuleValue[];
  /** The thresholds of the alarms, and whether records are kept for reports. */
  readonly reporting: ReportingValue;
  /**
   * Accepted warnings of the synth; the as-built document shows them with their reasons.
   * @default - none
   */
  readonly acceptedWarnings?: readonly AcceptedWarningValue[];
}

/** An accepted warning of the synth. */
export interface AcceptedWarningValue {
  /** The text in brackets at the end of the warning, such as `queue-served-by-one`. */
  readonly rule: string;
  /** The text before the warning's first colon, such as `queue "Business Consulting"`. */
  readonly place: string;
  /** Why the warning is accepted. */
  readonly reason: string;
}
