import type { ContactCenterValue, Environment } from "../value/contact-center-value";
import { terraformName } from "../terraform/terraform-name";
import type { Report } from "./fault";
import { checkLimit } from "./limits";
import type { Warning } from "./warnings/warning";

/** Catches typing errors only: whether an address works shows when its owner follows SNS's link. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const LANGUAGE = /^[a-z]{2}-[A-Z]{2}$/;
/**
 * The characters of a queue's or a flow's name that CloudWatch supports (admin guide, monitoring-cloudwatch).
 */
const WATCHABLE = /^[0-9A-Za-z.,\-_/#:$@|&{}+?% ]+$/;

const FIGURES = [
  "silentHours",
  "dollarsADay",
  "queueSize",
  "queueWaitSeconds",
  "missedCalls",
] as const;

/**
 * Analysis has the recordings that it needs, recordings age in the right order, and thresholds and addresses
 * are possible ones.
 */
export function checkReporting(
  { recordings, reporting }: ContactCenterValue,
  { alarmEmails }: Environment,
  report: Report,
): void {
  checkRecordings(recordings, report);
  for (const field of FIGURES) {
    const value = reporting[field];
    if (value !== undefined) checkLimit(`ReportingValue.${field}`, value, "reporting", report);
  }
  alarmEmails.forEach((email, index) => {
    if (!EMAIL.test(email)) {
      report("alarmEmails", `must be addresses such as "name@company.com", got "${email}"`);
    } else if (terraformName(email) === "") {
      report("alarmEmails", `"${email}" must have a letter of a to z or a digit`);
    }
    const same = alarmEmails.findIndex((each) => terraformName(each) === terraformName(email));
    if (same < index) {
      report("alarmEmails", `"${email}" would get the same Terraform address as an earlier one`);
    }
  });
}

function checkRecordings(recordings: ContactCenterValue["recordings"], report: Report): void {
  const { participants, analyticsLanguage, infrequentAccessAfterDays, expireAfterDays } =
    recordings;
  const { announcement, redaction } = recordings;
  if (announcement?.trim() === "") {
    report(
      "recordings",
      "announcement must be what callers hear, got no text: write it or drop it",
    );
  }
  if (redaction !== undefined && redaction !== "none" && analyticsLanguage === undefined) {
    report("recordings", "redaction is done by Contact Lens: set analyticsLanguage, or drop it");
  }
  if (analyticsLanguage !== undefined) {
    if (!LANGUAGE.test(analyticsLanguage)) {
      report(
        "recordings",
        `analyticsLanguage must be a code such as "en-US", got "${analyticsLanguage}"`,
      );
    }
    if (!participants.includes("Agent") || !participants.includes("Customer")) {
      report(
        "recordings",
        `analyticsLanguage needs the recording of "Agent" and "Customer", got ${JSON.stringify(participants)}: record both or drop it`,
      );
    }
  }
  checkLimit(
    "RecordingsValue.infrequentAccessAfterDays",
    infrequentAccessAfterDays,
    "recordings",
    report,
  );
  if (
    expireAfterDays !== undefined &&
    expireAfterDays !== "never" &&
    (!Number.isInteger(expireAfterDays) || expireAfterDays <= infrequentAccessAfterDays)
  ) {
    report(
      "recordings",
      `expireAfterDays must be "never" or a whole number above infrequentAccessAfterDays (${infrequentAccessAfterDays}), got ${expireAfterDays}`,
    );
  }
}

/** Warns of what AWS accepts although it fails silently. */
export function unwatched(
  { queues, flows }: ContactCenterValue,
  { name, suffix, alarmEmails }: Environment,
): Warning[] {
  const unshown = [
    ...queues.map((queue) => ({ kind: "queue", name: queue.name })),
    ...flows.map((flow) => ({ kind: "flow", name: flow.name })),
  ].filter((each) => !WATCHABLE.test(each.name));
  return [
    ...unshown.map((each) => ({
      rule: "not-watchable",
      place: `${each.kind} "${each.name}"`,
      problem: "it has no alarms, since CloudWatch can't show its name",
      cure: "name it with letters without accents, digits and . , - _ / # : $ @ | & { } + ? %",
    })),
    ...(suffix === "" && alarmEmails.length === 0
      ? [
          {
            rule: "nobody-told",
            place: `environment "${name}", alarmEmails`,
            problem: "nobody is told of what goes wrong in production, and there are no alarms",
            cure: "put the people there who are to hear of it",
          },
        ]
      : []),
  ];
}
