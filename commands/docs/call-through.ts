import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import type { Flow } from "../../contact-flow/flow";

/** One call of the call-through: what a person does on the real number, and what must come of it. */
export interface CallStep {
  /** Names it for its offline twin: `key 1`, `closed`. */
  readonly id: string;
  readonly how: string;
  readonly must: readonly string[];
  /** Why nobody can try it without the real number; it has an offline twin else. */
  readonly onlyThere?: string;
}

/** A flow with its name, as the center deploys it. */
export interface NamedFlow {
  readonly name: string;
  readonly flow: Flow;
}

/**
 * The calls to make before a number is given to callers, read from the value and the flows: another
 * key of the menu or another quick connect is another call.
 */
export function callThrough(center: ContactCenterValue, flows: readonly NamedFlow[]): CallStep[] {
  const said = sayings(flows);
  const answering = center.flows.find(({ name }) => name === center.phoneNumber.flow);
  const menu = (answering?.values.menu ?? []) as readonly { key: string; queue: string }[];
  const { key, queue } = menu[0] ?? { key: "1", queue: "" };
  const { queueWithoutKey } = answering?.values ?? {};
  const begins = ["Welcome", "Recording notice", "Main menu"].flatMap(said).map(quoted);
  return [
    ...menu.map((choice) => ({
      id: `key ${choice.key}`,
      how: `In the open hours, call and press ${choice.key}.`,
      must: [...begins, `it rings at an agent of ${choice.queue}, who sees ${choice.queue}`],
    })),
    {
      id: "no key",
      how: "Call and press nothing. Call again and press only keys that the menu doesn't have.",
      must: [
        `the menu three times, then the queue ${typeof queueWithoutKey === "string" ? queueWithoutKey : ""}`,
      ],
    },
    {
      id: "closed",
      how: `Outside of the open hours, call and press ${key}.`,
      must: [...said("Closed").map(quoted), "the flow hangs up"],
    },
    {
      id: "full",
      how: `Set the limit of ${queue} to 1 in the console, let one caller wait, call and press ${key}. Take the limit away afterwards.`,
      must: [...said("System error").map(quoted), "the flow hangs up"],
    },
    {
      id: "callback",
      how: `With nobody Available, press ${key}, wait two minutes, press 1. Then be Available and accept.`,
      must: [
        ...["Offer a callback", "Callback is coming"].flatMap(said).map(quoted),
        "the agent's telephone rings, then the caller's; each hears the other",
      ],
    },
    {
      id: "callback missed",
      how: "Ask for a callback as before, and don't answer it.",
      must: ["the agent is free again after the ringing, and no callback is left in the queue"],
    },
    {
      id: "number withheld",
      how: "Withhold your number (*67 in the United States), and ask for a callback.",
      must: [
        ...said("Invalid number").map(quoted),
        "the caller stays in line, and is not asked again",
      ],
    },
    {
      id: "closing time",
      how: "Wait in a queue when it closes: with an agent still signed in, then with all Offline.",
      must: ["music, and no offer of a callback", ...said("Closed").map(quoted)],
    },
    ...(center.message === undefined
      ? []
      : [
          {
            id: "message",
            how: 'Have callers told something for a few minutes (npm run message -- prod on "This is a test" --until …), call, and call again once its time has passed.',
            must: [
              "first “This is a test” and then the menu",
              "afterwards the menu at once, though nobody has ended it",
            ],
          },
        ]),
    ...offered(center).map(({ name, type }) => ({
      id: `transfer to ${name}`,
      how: `Talk to an agent, who transfers to ${name}.`,
      must: [
        type === "PHONE_NUMBER" ? `${name}'s telephone rings` : `the call comes to ${name}`,
        "the caller is told that it is transferred, or hears it ring",
      ],
    })),
    {
      id: "agent misses",
      how: "Let a call ring out at an agent who is Available.",
      must: [
        "it rings at another one, or waits on",
        "the agent gets no call until the missed one is cleared and a status is chosen",
      ],
    },
    {
      id: "recording",
      how: "Talk to an agent for a minute. A supervisor searches for the contact and listens.",
      must:
        center.recordings.participants.length === 0
          ? ["there is no recording"]
          : [`${center.recordings.participants.join(" and ")} can be heard from the first word on`],
      onlyThere: "no voice is recorded elsewhere",
    },
    {
      id: "call out",
      how: "An agent calls your own telephone from each of the queues.",
      must: center.queues.map(
        ({ name, outboundWhisperFlow, outboundCallerIdName }) =>
          `${name}: your telephone shows the number and perhaps ${outboundCallerIdName}; you hear ${outboundWhisperFlow}`,
      ),
      onlyThere: "which name and number are shown, carriers decide",
    },
  ];
}

/** The quick connects that agents can choose: those of some queue. */
export const offered = ({ quickConnects, queues }: ContactCenterValue) =>
  quickConnects.filter(({ name }) => queues.some((queue) => queue.quickConnects.includes(name)));

/** What a block says, by its name: the first flow that has it, for a block of several. */
function sayings(flows: readonly NamedFlow[]): (block: string) => string[] {
  return (block) => {
    const action = flows
      .flatMap(({ flow }) => flow.Actions)
      .find(({ Identifier: name }) => name === block);
    const text = action?.Parameters?.Text;
    return typeof text === "string" ? [text] : [];
  };
}

const quoted = (text: string): string => `“${text}”`;
