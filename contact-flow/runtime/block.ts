import type { Parameters } from "../flow";
import type { Json } from "../json";
import type { ContactCenter, PreparedAction } from "./center";
import type { Outcome } from "./choose";
import type { Effect } from "./effects";
import type { Happening } from "./events";
import { evaluate } from "./read";
import type { CallState, Contact, InterruptedMessage, Waiting } from "./state";

/** What is known of the call, besides the contact and the place in the flow, that a block may set. */
export type Changes = Partial<
  Pick<
    CallState,
    "external" | "storedInput" | "metrics" | "modulesResult" | "loops" | "lastId" | "background"
  >
> & {
  readonly contact?: Partial<Contact>;
  /** Of Loop prompts whose messages go on during their interrupt. */
  readonly interrupted?: InterruptedMessage;
  /** Added to those that the flow has set before. */
  readonly flowAttributes?: Readonly<Record<string, string>>;
};

/** What a block comes to. */
export type Step =
  /** It is through: take an exit. */
  | {
      readonly kind: "go";
      readonly outcome: Outcome;
      readonly changes?: Changes;
      readonly effects?: readonly Effect[];
    }
  /** It waits for the world. */
  | {
      readonly kind: "wait";
      readonly waiting: Waiting;
      readonly changes?: Changes;
      readonly effects: readonly Effect[];
    }
  /** The event was none of its business: it goes on waiting. */
  | { readonly kind: "ignore" }
  /** The flow is over here, and what that means is not the block's to say. */
  | {
      readonly kind: "leave";
      readonly how: Departure;
    }
  /** This form of the action cannot be run here. */
  | { readonly kind: "unable"; readonly why: string };

/** How a contact leaves a flow. */
export type Departure =
  | { readonly to: "end" }
  | { readonly to: "disconnect" }
  | { readonly to: "queue"; readonly queue: string }
  | { readonly to: "flow"; readonly flow: string }
  | { readonly to: "module"; readonly flow: string }
  | {
      readonly to: "return";
      readonly result?: string;
      readonly data: Readonly<Record<string, Json>>;
    }
  | { readonly to: "agent" }
  | { readonly to: "thirdParty" };

/** What a block can see. Blocks are pure: the same view gives the same step. */
export interface BlockView {
  readonly prepared: PreparedAction;
  readonly parameters: Parameters;
  readonly call: CallState;
  readonly center: ContactCenter;
  /** A parameter with its JSONPaths filled in; undefined if it or what it points to is missing. */
  readonly value: (name: string) => string | undefined;
}

/**
 * One console block. `enter` begins it; a block that waits goes on in `resume`, which is given the
 * events of the call until the block is through.
 */
export interface Block {
  readonly enter: (view: BlockView) => Step;
  readonly resume?: (view: BlockView, event: Happening, waiting: Waiting) => Step;
}

const NO_PARAMETERS: Parameters = {};

/** The view of a call that the block of this action gets. */
export function viewFor(
  prepared: PreparedAction,
  call: CallState,
  center: ContactCenter,
): BlockView {
  const parameters = prepared.action.Parameters ?? NO_PARAMETERS;
  return {
    prepared,
    parameters,
    call,
    center,
    value: (name) => evaluate(parameters[name], call, center),
  };
}

/** It worked: on to NextAction. */
export const done = (changes?: Changes, effects?: readonly Effect[]): Step => ({
  kind: "go",
  outcome: { kind: "done" },
  ...(changes === undefined ? {} : { changes }),
  ...(effects === undefined ? {} : { effects }),
});

/** It has a result, which the conditions are asked about. */
export const result = (value: string | undefined, changes?: Changes): Step => ({
  kind: "go",
  outcome: { kind: "result", value },
  ...(changes === undefined ? {} : { changes }),
});

/** It failed. */
export const failed = (error = "NoMatchingError"): Step => ({
  kind: "go",
  outcome: { kind: "error", error },
});

/** The event was not for this block. */
export const ignore: Step = { kind: "ignore" };

/** A block that only sets something on the contact. */
export const setting = (set: (view: BlockView) => Partial<Contact> | undefined): Block => ({
  enter: (view) => {
    const contact = set(view);
    return contact === undefined ? failed() : done({ contact });
  },
});

/**
 * A block that asks the world one thing and goes on with the answer.
 * @param ask what to ask, given the id of the question; undefined if it cannot even ask
 * @param answer what to make of an event; undefined if the event is no answer
 */
export const question = (
  ask: (view: BlockView, id: number) => Effect | undefined,
  answer: (event: Happening, view: BlockView) => Step | undefined,
): Block => ({
  enter: (view) => {
    const id = view.call.lastId + 1;
    const effect = ask(view, id);
    return effect === undefined
      ? failed()
      : {
          kind: "wait",
          waiting: { for: "answer", id },
          changes: { lastId: id },
          effects: [effect],
        };
  },
  resume: (view, event, waiting) =>
    "id" in event && event.id === waiting.id ? (answer(event, view) ?? ignore) : ignore,
});
