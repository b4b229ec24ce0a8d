import type { ContactCenterValue, UserPhoneValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { checkLimit } from "./limits";
import { checkNumber } from "./phones";

/** @see https://docs.aws.amazon.com/connect/latest/APIReference/API_TagResource.html */
const TAG_KEY = /^[\w .:/=+@-]{1,128}$/;
const LONGEST_TAG_VALUE = 256;
const OWN_TAGS = ["Project", "Environment", "ManagedBy"];

/**
 * Each user's phone fits its type, the time for work after a call is within its limit, and tags are allowed
 * ones.
 */
export function checkAgentPhones(center: ContactCenterValue, report: Report): void {
  const { agentPhones = {}, users, allowedDestinations } = center;
  checkSeconds("agentPhones", agentPhones, report);
  for (const { username, phone = {}, tags = {} } of users) {
    const place = `user "${username}"`;
    checkSeconds(`${place}, phone`, phone, report);
    const { type = "SOFT_PHONE" } = { ...agentPhones, ...phone };
    if (phone.number !== undefined) {
      checkNumber(`${place}, phone`, "number", phone.number, allowedDestinations, report);
    }
    if (type === "DESK_PHONE" && phone.number === undefined) {
      report(
        `${place}, phone`,
        'number must be given with the type DESK_PHONE, such as "+13025550100": calls ring there',
      );
    }
    if (type === "SOFT_PHONE" && phone.number !== undefined) {
      report(
        `${place}, phone`,
        "number rings with the type DESK_PHONE only: set the type, or take the number out",
      );
    }
    checkTags(place, tags, report);
  }
}

function checkSeconds(
  place: string,
  { type, afterCallWorkSeconds: seconds = 0 }: UserPhoneValue,
  report: Report,
): void {
  checkLimit("AgentPhoneValue.afterCallWorkSeconds", seconds, place, report);
  if (type !== undefined && !["SOFT_PHONE", "DESK_PHONE"].includes(type)) {
    report(place, `type must be SOFT_PHONE or DESK_PHONE, got ${JSON.stringify(type)}`);
  }
}

function checkTags(place: string, tags: Readonly<Record<string, string>>, report: Report): void {
  checkLimit("UserValue.tags", Object.keys(tags), place, report);
  for (const [key, value] of Object.entries(tags)) {
    if (OWN_TAGS.includes(key) || /^aws:/i.test(key)) {
      report(place, `tags must not have "${key}": ${OWN_TAGS.join(", ")} and aws:… are taken`);
    } else if (!TAG_KEY.test(key) || value.length > LONGEST_TAG_VALUE) {
      report(
        place,
        `tags must have keys of 1 to 128 letters, digits, spaces and _ . : / = + @ - and values of at most ${LONGEST_TAG_VALUE}, got "${key}": "${value}"`,
      );
    }
  }
}
