import { createHash } from "node:crypto";

import fc from "fast-check";
import type { Json } from "../../../contact-flow/json";

/** A flow as somebody changes it in the console. */
interface Drawing {
  StartAction: string;
  Metadata?: {
    ActionMetadata?: Record<string, { position?: { x: number; y: number } } & Record<string, Json>>;
  } & Record<string, Json | object>;
  Actions: Block[];
}

interface Block {
  Identifier: string;
  Type: string;
  Parameters: Record<string, Json>;
  Transitions: {
    NextAction?: string;
    Conditions?: { NextAction: string; Condition: Json }[];
    Errors?: { NextAction: string; ErrorType: string }[];
  };
}

/** An edit in the console; `pick` chooses among as many things as it is told of. */
export interface ConsoleEdit {
  readonly name: string;
  readonly picks: readonly number[];
}

/** What edits may refer to, by ARN. */
export type Arns = Readonly<Record<"queue" | "prompt" | "flow", readonly string[]>>;

type Edit = (flow: Drawing, pick: (size: number) => number, arns: Arns) => void;

/** An id as the console makes one. */
function uuid(seed: string): string {
  const hash = createHash("sha256").update(seed).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

const WORDS = ["Thank you", "Please hold, 2 minutes", "We open at 9 am", "Bonjour ☎", "1"];

const ways = ({ Transitions: transitions }: Block): { NextAction?: string }[] => [
  ...(transitions.NextAction === undefined ? [] : [transitions]),
  ...(transitions.Conditions ?? []),
  ...(transitions.Errors ?? []),
];

function rename(flow: Drawing, from: string, to: string): void {
  if (flow.Actions.some(({ Identifier }) => Identifier === to)) return;
  if (flow.StartAction === from) flow.StartAction = to;
  for (const block of flow.Actions) {
    if (block.Identifier === from) block.Identifier = to;
    for (const way of ways(block)) if (way.NextAction === from) way.NextAction = to;
  }
  const drawn = flow.Metadata?.ActionMetadata;
  if (drawn?.[from] === undefined) return;
  drawn[to] = drawn[from];
  Reflect.deleteProperty(drawn, from);
}

const blockOf = (flow: Drawing, pick: (size: number) => number): Block => {
  const block = flow.Actions[pick(flow.Actions.length)];
  if (block === undefined) throw new Error("a flow has blocks");
  return block;
};

function insert(flow: Drawing, pick: (size: number) => number, block: Block): void {
  if (flow.Actions.some(({ Identifier }) => Identifier === block.Identifier)) return;
  const before = flow.Actions.filter((each) => ways(each).length > 0);
  const from = before[pick(before.length)];
  const way = from && ways(from)[pick(ways(from).length)];
  if (way?.NextAction === undefined) return;
  block.Transitions = {
    NextAction: way.NextAction,
    Errors: [{ NextAction: way.NextAction, ErrorType: "NoMatchingError" }],
  };
  way.NextAction = block.Identifier;
  flow.Actions.splice(pick(flow.Actions.length + 1), 0, block);
  const drawn = flow.Metadata?.ActionMetadata;
  if (drawn) drawn[block.Identifier] = { position: { x: pick(900), y: pick(900) } };
}

/** What people do in the console. */
const EDITS: Readonly<Record<string, Edit>> = {
  "another text": (flow, pick) => {
    const spoken = flow.Actions.filter(({ Parameters }) => typeof Parameters.Text === "string");
    const block = spoken[pick(spoken.length)];
    if (block) block.Parameters.Text = WORDS[pick(WORDS.length)] ?? "";
  },
  "words added to a text": (flow, pick) => {
    const spoken = flow.Actions.filter(({ Parameters }) => typeof Parameters.Text === "string");
    const block = spoken[pick(spoken.length)];
    if (block === undefined) return;
    const words = (block.Parameters.Text as string).split(" ");
    words.splice(pick(words.length + 1), pick(2), WORDS[pick(WORDS.length)] ?? "");
    block.Parameters.Text = words.join(" ");
  },
  "another parameter": (flow, pick) => {
    const block = blockOf(flow, pick);
    const plain = Object.entries(block.Parameters).filter(
      ([, value]) => typeof value === "string" && /^\d+$/.test(value),
    );
    const [key] = plain[pick(plain.length)] ?? [];
    if (key !== undefined) block.Parameters[key] = String(1 + pick(30));
  },
  "a transition led elsewhere": (flow, pick) => {
    const block = blockOf(flow, pick);
    const way = ways(block)[pick(ways(block).length)];
    if (way) way.NextAction = blockOf(flow, pick).Identifier;
  },
  "a block added": (flow, pick) => {
    const number = pick(1000);
    insert(flow, pick, {
      Identifier: pick(2) === 0 ? uuid(`added ${number}`) : `Note ${number}`,
      Type: "MessageParticipant",
      Parameters: { Text: WORDS[pick(WORDS.length)] ?? "" },
      Transitions: {},
    });
  },
  "a block with a reference added": (flow, pick, { queue }) => {
    insert(flow, pick, {
      Identifier: uuid(`queue ${pick(1000)}`),
      Type: "UpdateContactTargetQueue",
      Parameters: { QueueId: queue[pick(queue.length)] ?? "" },
      Transitions: {},
    });
  },
  "a block removed": (flow, pick) => {
    const block = blockOf(flow, pick);
    const next = block.Transitions.NextAction;
    if (next === undefined || next === block.Identifier) return;
    flow.Actions = flow.Actions.filter((each) => each !== block);
    if (flow.StartAction === block.Identifier) flow.StartAction = next;
    for (const each of flow.Actions) {
      for (const way of ways(each)) {
        if (way.NextAction === block.Identifier) way.NextAction = next;
      }
    }
    const drawn = flow.Metadata?.ActionMetadata;
    if (drawn) Reflect.deleteProperty(drawn, block.Identifier);
  },
  "a block moved": (flow, pick) => {
    const drawn = Object.values(flow.Metadata?.ActionMetadata ?? {});
    const at = drawn[pick(drawn.length)];
    if (at?.position) at.position = { x: pick(3000), y: pick(900) };
  },
  "a block named": (flow, pick) => {
    rename(flow, blockOf(flow, pick).Identifier, `Named by hand ${pick(1000)}`);
  },
  "an id made anew": (flow, pick) => {
    rename(flow, blockOf(flow, pick).Identifier, uuid(`anew ${pick(1000)}`));
  },
  "all ids made anew": (flow, pick) => {
    const seed = pick(1000);
    for (const { Identifier } of [...flow.Actions])
      rename(flow, Identifier, uuid(`${seed} ${Identifier}`));
  },
  "a reference to something else": (flow, pick, arns) => {
    const of = (parameters: Record<string, Json>, key: string, all: readonly string[]) => {
      if (typeof parameters[key] === "string") parameters[key] = all[pick(all.length)] ?? "";
    };
    const block = blockOf(flow, pick);
    of(block.Parameters, "QueueId", arns.queue);
    of(block.Parameters, "ContactFlowId", arns.flow);
    const messages = block.Parameters.Messages;
    for (const each of Array.isArray(messages) ? messages : []) {
      of(each as Record<string, Json>, "PromptId", arns.prompt);
    }
  },
  "conditions in another order": (flow, pick) => {
    const { Conditions = [] } = blockOf(flow, pick).Transitions;
    Conditions.reverse();
  },
  "a comment": (flow, pick) => {
    if (flow.Metadata === undefined) return;
    flow.Metadata.Annotations = [
      {
        id: uuid(`comment ${pick(1000)}`),
        type: "default",
        content: WORDS[pick(WORDS.length)] ?? "",
        actionId: blockOf(flow, pick).Identifier,
        position: { x: pick(900), y: pick(900) },
      },
    ];
  },
};

/** The names of the edits. */
export const EDIT_NAMES = Object.keys(EDITS);

/** Any edits in any order. */
export const consoleEdits = (names = EDIT_NAMES): fc.Arbitrary<ConsoleEdit[]> =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...names),
      picks: fc.array(fc.nat(10_000), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

/** A flow's content after some edits. */
export function edited(content: string, edits: readonly ConsoleEdit[], arns: Arns): string {
  const flow = JSON.parse(content) as Drawing;
  for (const { name, picks } of edits) {
    let next = 0;
    const pick = (size: number) => (size === 0 ? 0 : (picks[next++ % picks.length] ?? 0) % size);
    EDITS[name]?.(flow, pick, arns);
  }
  return JSON.stringify(flow);
}
