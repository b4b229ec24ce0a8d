import type { ContactCenterValue, Environment } from "../contact-center-value";
import { terraformName } from "../terraform-name";
import type { Report } from "./fault";
import type { Warning } from "./warnings/warning";

/** Enough to catch a slip: what is behind an address, only its owner's click on SNS's link shows. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const LANGUAGE = /^[a-z]{2}-[A-Z]{2}$/;
/** S3 takes nothing younger into STANDARD_IA. */
const LEAST_DAYS = 30;
/** CloudWatch looks back a day (API reference, PutMetricAlarm, EvaluationPeriods). */
const MOST_SILENT_HOURS = 24;
/** What CloudWatch shows of a queue's or a flow's name (admin guide, monitoring-cloudwatch). */
const WATCHABLE = /^[0-9A-Za-z.,\-_/#:$@|&{}+?% ]+$/;

/** Recordings that can be analysed and grow old in order; figures and addresses that can be. */
export function checkReporting(
  { recordings, reporting }: ContactCenterValue,
  { alarmEmails }: Environment,
  report: Report,
): void {
  checkRecordings(recordings, report);
  const { silentHours = 1, dollarsADay } = reporting;
  if (!Number.isInteger(silentHours) || silentHours < 1 || silentHours > MOST_SILENT_HOURS) {
    report(
      "reporting",
      `silentHours must be a whole number from 1 to ${MOST_SILENT_HOURS}, got ${silentHours}`,
    );
  }
  if (dollarsADay !== undefined && (!Number.isInteger(dollarsADay) || dollarsADay < 1)) {
    report("reporting", `dollarsADay must be a whole number from 1 on, got ${dollarsADay}`);
  }
  const { queueSize, queueWaitSeconds, missedCalls } = reporting;
  for (const [name, value] of Object.entries({ queueSize, queueWaitSeconds, missedCalls })) {
    if (!Number.isInteger(value) || value < 1) {
      report("reporting", `${name} must be a whole number from 1 on, got ${value}`);
    }
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
  if (!Number.isInteger(infrequentAccessAfterDays) || infrequentAccessAfterDays < LEAST_DAYS) {
    report(
      "recordings",
      `infrequentAccessAfterDays must be a whole number from ${LEAST_DAYS} on, got ${infrequentAccessAfterDays}`,
    );
  }
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

/** Warns of what goes wrong unseen, though AWS takes it. */
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
