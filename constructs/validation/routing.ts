import type { ContactCenterValue } from "../value/contact-center-value";
import { quoted, type Report } from "./fault";
import { checkLimit } from "./limits";
import type { References } from "./references";

/** Queues and routing profiles name what exists, and each queue once. */
export function checkRouting(center: ContactCenterValue, names: References, report: Report): void {
  for (const queue of center.queues) {
    const place = `queue "${queue.name}"`;
    names.hoursOfOperation(place, queue.hoursOfOperation);
    names.flow(place, "outboundWhisperFlow", queue.outboundWhisperFlow, "OUTBOUND_WHISPER");
    const { outboundCallerIdName: callerId, maxContacts } = queue;
    checkLimit("QueueValue.outboundCallerIdName", callerId, place, report);
    if (maxContacts !== undefined) {
      checkLimit("QueueValue.maxContacts", maxContacts, place, report);
    }
    checkLimit("QueueValue.quickConnects", queue.quickConnects, place, report, {
      reason: "AWS doesn't raise this limit",
    });
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
      checkLimit("RoutingProfileQueueValue.priority", priority, place, report, {
        label: `priority of "${queue}"`,
      });
      checkLimit("RoutingProfileQueueValue.delaySeconds", delaySeconds, place, report, {
        label: `delaySeconds of "${queue}"`,
      });
    }
  }
}

function checkOnce(place: string, field: string, names: readonly string[], report: Report): void {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) {
    report(place, `${field} must name each one once, got twice: ${quoted([...new Set(twice)])}`);
  }
}
