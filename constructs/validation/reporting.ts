import type { ContactCenterValue, Environment } from "../contact-center-value";
import { terraformName } from "../terraform-name";
import type { Report } from "./fault";

/** Enough to catch a slip: what is behind an address, only its owner's click on SNS's link shows. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const LANGUAGE = /^[a-z]{2}-[A-Z]{2}$/;
/** An address in a domain that is kept free for examples (RFC 2606). */
export const NOBODYS_EMAIL = /@(.+\.)?(example(\.(com|net|org))?|test|invalid)$/;
/** S3 takes nothing younger into STANDARD_IA. */
const LEAST_DAYS = 30;
/** What CloudWatch shows of a queue's or a flow's name (admin guide, monitoring-cloudwatch). */
const WATCHABLE = /^[0-9A-Za-z.,\-_/#:$@|&{}+?% ]+$/;

/** Recordings that can be analysed and grow old in order; figures and addresses that can be. */
export function checkReporting(
  { recordings, reporting }: ContactCenterValue,
  { alarmEmails }: Environment,
  report: Report,
): void {
  checkRecordings(recordings, report);
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
    (!Number.isInteger(expireAfterDays) || expireAfterDays <= infrequentAccessAfterDays)
  ) {
    report(
      "recordings",
      `expireAfterDays must be a whole number above infrequentAccessAfterDays (${infrequentAccessAfterDays}), got ${expireAfterDays}`,
    );
  }
}

/** @returns a line for each thing that goes wrong unseen, though AWS takes it. */
export function unwatched(
  { queues, flows }: ContactCenterValue,
  { name, alarmEmails }: Environment,
): string[] {
  const unshown = [
    ...queues.map((queue) => ({ kind: "queue", name: queue.name })),
    ...flows.map((flow) => ({ kind: "flow", name: flow.name })),
  ].filter((each) => !WATCHABLE.test(each.name));
  return [
    ...unshown.map(
      (each) =>
        `${each.kind} "${each.name}" has no alarms: CloudWatch shows only names of letters without accents, digits and . , - _ / # : $ @ | & { } + ? %`,
    ),
    ...alarmEmails
      .filter((email) => NOBODYS_EMAIL.test(email))
      .map(
        (email) =>
          `nobody reads "${email}": put the people who are to hear of ${name}'s alarms into alarmEmails`,
      ),
  ];
}
