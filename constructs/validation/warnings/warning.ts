import { RULES } from "../../../contact-flow/lint";

/**
 * The names of the synth's own warnings, besides the lint's findings; a value accepts a warning by its name.
 */
export const WARNINGS = {
  "queue-unserved": "callers or agents can choose a queue that nobody serves",
  "queue-served-by-one": "callers or agents can choose a queue that one person serves",
  "queue-hours-unstaffed": "a queue is open while nobody works in its agents' regions",
  "no-holidays": "a schedule has no holiday in the next twelve months",
  "after-call-work-endless": "after a call, an agent gets no other one until the agent clicks",
  "threshold-out-of-reach": "an alarm's threshold is more than this center can reach",
  "recording-unannounced": "calls are recorded, and nobody is told",
  "recordings-kept-for-ever": "nobody has said how long recordings are kept",
  "redaction-undecided": "nobody has said whether Contact Lens keeps what is personal",
  "outbound-unrecorded": "calls that agents make say that they are not recorded, and aren't",
  "calls-over-quota": "agents alone can have more calls than the quota of concurrent calls",
  placeholder: "a value that nobody can have: docs/go-live.md says what belongs there",
  "nobody-told": "production has no address for its alarms",
  "username-long": "a username is longer than AWS documents",
  "not-watchable": "a name that CloudWatch can't show, so that its alarms would be silent",
  "over-default-quota": "more of something than AWS has granted, or a new account may have",
  "acceptance-unneeded": "a warning is accepted that isn't there",
} as const;

/** The name of a warning of ours, or a rule of the lint. */
export type WarningRule = keyof typeof WARNINGS | (string & {});

/** Every name that a warning can have. */
export const WARNING_RULES: readonly string[] = [
  ...Object.keys(WARNINGS),
  ...RULES.map(({ id }) => id),
];

/** A warning: a center can be built with it, but a person should decide about it. */
export interface Warning {
  /** Its name, under which it can be accepted. */
  readonly rule: WarningRule;
  /** The part of the value, as a reader finds it: `queue "Customer Service"`. */
  readonly place: string;
  /** What was found, lower case, no full stop. */
  readonly problem: string;
  /** What would be right. */
  readonly cure: string;
}

/** A warning as a line. */
export function warningText({ rule, place, problem, cure }: Warning): string {
  return `${place}: ${problem}; ${cure} [${rule}]`;
}
