import { destinationOf, isAllowed, isDestination } from "../../contact-flow/destinations";
import type { ContactCenterValue, Environment } from "../value/contact-center-value";
import type { Report } from "./fault";
import type { References } from "./references";

const PREFIX = /^\+[1-9]\d{0,14}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Added to the fault of a wrong flow type, since the seed document asks for the wrong one (spec section 3).
 */
const USER_FLOW_REASON =
  " (a USER quick connect transfers to an agent: API reference, UserQuickConnectConfig)";
const QUEUE_FLOW_REASON =
  " (a QUEUE quick connect transfers to a queue: API reference, QueueQuickConnectConfig)";

/** Quick connects lead somewhere through a flow of the right type; the number is answered. */
export function checkPhones(
  center: ContactCenterValue,
  { name, adoptNumber }: Environment,
  names: References,
  report: Report,
): void {
  for (const quickConnect of center.quickConnects) {
    const place = `quick connect "${quickConnect.name}"`;
    switch (quickConnect.type) {
      case "PHONE_NUMBER":
        checkNumber(
          place,
          "phoneNumber",
          quickConnect.phoneNumber,
          center.allowedDestinations,
          report,
        );
        break;
      case "QUEUE":
        names.queue(place, "queue", quickConnect.queue);
        names.flow(place, "flow", quickConnect.flow, "QUEUE_TRANSFER", QUEUE_FLOW_REASON);
        break;
      case "USER":
        names.user(place, quickConnect.user);
        names.flow(place, "flow", quickConnect.flow, "AGENT_TRANSFER", USER_FLOW_REASON);
        break;
    }
  }
  for (const name of center.allowedDestinations ?? []) {
    if (!isDestination(name)) {
      report(
        "allowedDestinations",
        `must be countries by their English names, or their special rates, such as "Jamaica" or "United States premium rate", got "${name}"`,
      );
    }
  }
  const { prefix, flow } = center.phoneNumber;
  names.flow("phone number", "flow", flow, "CONTACT_FLOW");
  if (!PREFIX.test(prefix)) {
    report("phone number", `prefix must be + and digits, such as "+1302", got "${prefix}"`);
  }
  if (adoptNumber !== undefined && !UUID.test(adoptNumber)) {
    report(
      `environment "${name}"`,
      `adoptNumber must be the id of a claimed number (a UUID, see list-phone-numbers-v2), got "${adoptNumber}"`,
    );
  }
}

/** Refuses a number that isn't one, or leads to where calls aren't allowed. */
export function checkNumber(
  place: string,
  field: string,
  number: string,
  allowed: readonly string[] | undefined,
  report: Report,
): void {
  const destination = destinationOf(number);
  if (destination === undefined) {
    report(place, `${field} must be a number in E.164 such as "+13025550100", got "${number}"`);
  } else if (!isAllowed(destination, allowed)) {
    report(
      place,
      `${field} must lead to where calls are allowed, got "${number}", which leads to ${destination}: calls abroad and to special rates are what toll fraud is after; take another number, or allow it by name: allowedDestinations: ["${destination}"]`,
    );
  }
}
