import type { ContactCenterValue } from "../contact-center-value";
import { quoted, type Report } from "./fault";
import { MOST_QUICK_CONNECTS_OF_A_QUEUE } from "./quotas";
import type { References } from "./references";

/** API reference, RoutingProfileQueueConfig. */
const MOST_PRIORITY = 99;
const LONGEST_DELAY_SECONDS = 9999;
const LONGEST_CALLER_ID_NAME = 255;

/** Queues and routing profiles name what exists, and each queue once. */
export function checkRouting(center: ContactCenterValue, names: References, report: Report): void {
  for (const queue of center.queues) {
    const place = `queue "${queue.name}"`;
    names.hoursOfOperation(place, queue.hoursOfOperation);
    names.flow(place, "outboundWhisperFlow", queue.outboundWhisperFlow, "OUTBOUND_WHISPER");
    const { outboundCallerIdName: callerId, maxContacts } = queue;
    if (callerId === "" || callerId.length > LONGEST_CALLER_ID_NAME) {
      report(
        place,
        `outboundCallerIdName must have 1 to ${LONGEST_CALLER_ID_NAME} characters, got ${callerId.length}`,
      );
    }
    if (maxContacts !== undefined && !isWithin(maxContacts, 0, Number.MAX_SAFE_INTEGER)) {
      report(place, `maxContacts must be a whole number from 0 on, got ${maxContacts}`);
    }
    if (queue.quickConnects.length > MOST_QUICK_CONNECTS_OF_A_QUEUE) {
      report(
        place,
        `quickConnects has at most ${MOST_QUICK_CONNECTS_OF_A_QUEUE}, got ${queue.quickConnects.length}: AWS doesn't raise this limit`,
      );
    }
    checkOnce(place, "quickConnects", queue.quickConnects, report);
    for (const quickConnect of queue.quickConnects) {
      names.quickConnect(place, quickConnect);
    }
  }
  for (const profile of center.routingProfiles) {
    const place = `routing profile "${profile.name}"`;
    names.queue(place, "defaultOutboundQueue", profile.defaultOutboundQueue);
    if (profile.voice !== 1) {
      report(place, `voice must be 1: an agent has one call at a time, got ${profile.voice}`);
    }
    checkOnce(
      place,
      "queues",
      profile.queues.map(({ queue }) => queue),
      report,
    );
    for (const { queue, priority, delaySeconds } of profile.queues) {
      names.queue(place, "queues", queue);
      if (!isWithin(priority, 1, MOST_PRIORITY)) {
        report(
          place,
          `priority of "${queue}" must be a whole number from 1 to ${MOST_PRIORITY}, got ${priority}`,
        );
      }
      if (!isWithin(delaySeconds, 0, LONGEST_DELAY_SECONDS)) {
        report(
          place,
          `delaySeconds of "${queue}" must be a whole number from 0 to ${LONGEST_DELAY_SECONDS}, got ${delaySeconds}`,
        );
      }
    }
  }
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function checkOnce(place: string, field: string, names: readonly string[], report: Report): void {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) {
    report(place, `${field} must name each one once, got twice: ${quoted([...new Set(twice)])}`);
  }
}
