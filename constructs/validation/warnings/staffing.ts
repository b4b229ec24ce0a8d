import type { ContactCenterValue, UserValue } from "../../value/contact-center-value";
import { queuesInFlows } from "../flows";
import { quoted } from "../fault";
import type { Warning } from "./warning";

/** A queue that can be chosen, and what leads to it. */
interface Choice {
  readonly queue: string;
  /** `the flow "Main menu"`. */
  readonly from: string;
}

/** The queue that every instance's default routing profile serves. */
const DEFAULT_PROFILE = { name: "Basic Routing Profile", queues: [{ queue: "BasicQueue" }] };

/** The users whose routing profile has the queue. */
export function whoServes(center: ContactCenterValue, queue: string): readonly UserValue[] {
  const profiles = [...center.routingProfiles, DEFAULT_PROFILE]
    .filter(({ queues }) => queues.some((each) => each.queue === queue))
    .map(({ name }) => name);
  return center.users.filter(({ routingProfile }) => profiles.includes(routingProfile));
}

/** The users who serve any queue of the center. */
export function agentsOf(center: ContactCenterValue): readonly UserValue[] {
  const agents = new Set(center.queues.flatMap(({ name }) => whoServes(center, name)));
  return [...agents];
}

/** The queues to which a flow or a quick connect leads, each with what leads to it. */
function choices(center: ContactCenterValue): readonly Choice[] {
  return [
    ...center.flows.flatMap((flow) =>
      queuesInFlows(flow, center).map((queue) => ({ queue, from: `the flow "${flow.name}"` })),
    ),
    ...center.quickConnects.flatMap((each) =>
      each.type === "QUEUE"
        ? [{ queue: each.queue, from: `the quick connect "${each.name}"` }]
        : [],
    ),
  ];
}

/** Warns of agents who get no more calls for the rest of the day if they forget one click. */
export function afterCallWorkWarnings(center: ContactCenterValue): Warning[] {
  const { agentPhones } = center;
  const endless = agentsOf(center)
    .filter(({ phone }) => !({ ...agentPhones, ...phone }.afterCallWorkSeconds ?? 0))
    .map(({ username }) => username);
  return endless.length === 0
    ? []
    : [
        {
          rule: "after-call-work-endless",
          place: "agentPhones, afterCallWorkSeconds",
          problem: `work after a call has no limit for ${quoted(endless)}: one forgotten click keeps all calls away`,
          cure: "set a limit there or at the user's phone, such as 180",
        },
      ];
}

/** Warns of each queue that can be chosen although nobody serves it, or only one person does. */
export function staffingWarnings(center: ContactCenterValue): Warning[] {
  const leading = new Map<string, string[]>();
  for (const { queue, from } of choices(center)) {
    leading.set(queue, [...(leading.get(queue) ?? []), from]);
  }
  return [...leading].flatMap(([queue, from]): Warning[] => {
    const people = whoServes(center, queue);
    const place = `queue "${queue}"`;
    const ways = [...new Set(from)].join(" and ");
    if (people.length === 0) {
      return [
        {
          rule: "queue-unserved",
          place,
          problem: `${ways} ${from.length === 1 ? "leads" : "lead"} to it, and nobody serves it: whoever waits there waits in vain`,
          cure: "give a user a routing profile that has the queue, or lead nobody there",
        },
      ];
    }
    return people.length === 1
      ? [
          {
            rule: "queue-served-by-one",
            place,
            problem: `only ${quoted(people.map(({ username }) => username))} serves it: one lunch, one illness or one missed call, and nobody does`,
            cure: "give a second user a routing profile that has the queue",
          },
        ]
      : [];
  });
}
