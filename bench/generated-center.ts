import type { ContactCenterValue } from "../constructs/value/contact-center-value";
import { KWGLOBAL } from "../kwglobal";

/** How large a generated center is. */
export interface Size {
  readonly queues: number;
  readonly users: number;
  readonly quickConnects: number;
}

const numbered = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => `${name} ${String(index + 1).padStart(3, "0")}`);

/**
 * KWGlobal's center grown to a size: a routing profile for each queue, users spread over them, and
 * ten quick connects in each queue, many of which lead to queues that lead back.
 */
export function generatedCenter(size: Size): ContactCenterValue {
  const [queue] = KWGLOBAL.queues;
  const [profile] = KWGLOBAL.routingProfiles;
  const [user] = KWGLOBAL.users;
  if (queue === undefined || profile === undefined || user === undefined) {
    throw new Error("KWGlobal's center is the pattern: it needs a queue, a profile and a user");
  }
  const queues = numbered(size.queues, "Queue");
  const quickConnects = numbered(size.quickConnects, "Speed dial");
  const at = (names: readonly string[], index: number) => names[index % names.length] ?? "";
  return {
    ...KWGLOBAL,
    queues: [
      ...KWGLOBAL.queues,
      ...queues.map((name, index) => ({
        ...queue,
        name,
        quickConnects: Array.from({ length: 10 }, (_, each) => at(quickConnects, index * 7 + each)),
      })),
    ],
    quickConnects: [
      ...KWGLOBAL.quickConnects,
      ...quickConnects.map((name, index) => ({
        name,
        type: "QUEUE" as const,
        queue: at(queues, index),
        flow: "Default queue transfer",
      })),
    ],
    routingProfiles: [
      ...KWGLOBAL.routingProfiles,
      ...queues.map((name) => ({
        ...profile,
        name,
        defaultOutboundQueue: name,
        queues: [{ queue: name, priority: 1, delaySeconds: 0 }],
      })),
    ],
    users: [
      ...KWGLOBAL.users,
      ...numbered(size.users, "user").map((name, index) => ({
        ...user,
        username: name.replace(" ", "."),
        securityProfiles: ["Agent"],
        routingProfile: at(queues, index),
      })),
    ],
  };
}
