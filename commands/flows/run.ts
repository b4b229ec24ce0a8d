import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";

import { didYouMean } from "../../contact-flow/did-you-mean";
import { type Flow, type FlowType, parseFlow } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";
import type { Effect } from "../../contact-flow/runtime";
import { momentOf } from "../../contact-flow/hours";
import { idOf, surroundingsOf } from "../../contact-flow/runtime";
import {
  CallExpectationError,
  type LambdaBehaviour,
  PhoneCall,
  type Utterance,
  World,
} from "../../contact-flow/simulation";
import { flowOfTemplate, kwglobalCenter, kwglobalFlows } from "../support/kwglobal-center";
import { flowFile, flowFiles, UserError } from "./files";
import { instanceAround, promptNames } from "./stand-in";

/** What `flows run` may be told. */
export interface RunOptions {
  /** Keys to press one after the other, in place of a keyboard; `w` waits a minute, `a` is the agent. */
  readonly keys?: string;
  readonly at?: string;
  readonly timeZone: string;
  readonly from: string;
  /** Further flows, for transfers and queues. */
  readonly with?: readonly string[];
  /** What functions answer: `NAME=FILE`, `NAME={"json":…}`, `NAME=fails` or `NAME=timesOut`. */
  readonly lambda?: readonly string[];
  /** Attributes that the contact comes with: `NAME=VALUE`. */
  readonly attribute?: readonly string[];
  /** Blocks that fail, with the error where it isn't the usual one: `BLOCK`, `BLOCK=ERROR`. */
  readonly fail?: readonly string[];
}

function words({ speech }: Utterance, prompts: ReadonlyMap<string, string>): string {
  if ("text" in speech) {
    return speech.text;
  }
  if ("ssml" in speech) {
    return speech.ssml;
  }
  const [id = ""] = Object.values(speech);
  return `♪ ${prompts.get(id) ?? id}`;
}

/** Prints what has been said since the last time. */
function tell(
  prompts: ReadonlyMap<string, string>,
  call: PhoneCall,
  told: number,
  timeZone: string,
  print: (text: string) => void,
): number {
  for (const utterance of call.heard.slice(told)) {
    const clock = new Date(utterance.at).toLocaleTimeString("en-GB", { timeZone });
    print(
      `${clock}  ${utterance.to === "agent" ? "(to the agent) " : ""}${words(utterance, prompts)}`,
    );
  }
  return call.heard.length;
}

/** An action that can't be run here, and waits to be told its exit. */
type Choice = Effect & { readonly type: "chooseExit" };

/** Whether the call waits for the caller: for a key, in the loop of a queue or of a hold. */
function waits({ state }: PhoneCall): boolean {
  const { run, inQueue } = state;
  const looping = run !== undefined && run.action === run.loopPrompts;
  const waiting = run?.waiting?.for;
  return (
    waiting === "input" ||
    waiting === "exit" ||
    looping ||
    (inQueue !== undefined && run === undefined)
  );
}

/** So long may a flow go on, and so often say the same, before somebody is asked: it may be a circle. */
const LONGEST = 60 * 60_000;
const MOST_TIMES = 3;

/** Lets the call go on until it waits for the caller; the clock jumps from one thing to the next. */
function goOn(call: PhoneCall): void {
  const until = call.now + LONGEST;
  const said = new Map<string, number>();
  let heard = call.heard.length;
  let more = true;
  while (more && call.state.ended === undefined && !waits(call) && call.now < until) {
    more = call.tick();
    for (const { speech } of call.heard.slice(heard)) {
      const words = JSON.stringify(speech);
      said.set(words, (said.get(words) ?? 0) + 1);
      if ((said.get(words) ?? 0) >= MOST_TIMES) return;
    }
    heard = call.heard.length;
  }
}

function whereItEnded({ state, callbacks }: PhoneCall): string {
  if (state.ended?.by === "fault") {
    const { action, message } = state.ended.fault;
    return `the call stops at "${action}": ${message}`;
  }
  const callback = callbacks.length > 0 ? ", with a callback" : "";
  if (state.ended !== undefined) {
    return `the call is over (${state.ended.by})${callback}`;
  }
  if (state.inQueue !== undefined) {
    return "the caller waits in the queue";
  }
  if (state.run === undefined) {
    return state.connected ? "agent and customer are connected" : "the call goes on";
  }
  return state.connected ? "the call is on hold" : `the call goes on at "${state.run.action}"`;
}

const named = (text: string, what: string): [string, string] => {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new UserError(`${what} must be NAME=VALUE, got ${text}`, `for example: ${what} name=x`);
  }
  return [text.slice(0, at), text.slice(at + 1)];
};

/** How the functions behave that `--lambda` names. */
function lambdasOf(options: RunOptions): Readonly<Record<string, LambdaBehaviour>> {
  return Object.fromEntries(
    (options.lambda ?? []).map((text): [string, LambdaBehaviour] => {
      const [name, value] = named(text, "--lambda");
      if (value === "fails") return [name, { fails: true }];
      if (value === "timesOut") return [name, { timesOut: true }];
      return [name, { answers: answerOf(value) }];
    }),
  );
}

/** An answer, written out or in a file. */
function answerOf(value: string): Json {
  try {
    return JSON.parse(/^\s*[{["]/.test(value) ? value : readFileSync(value, "utf8")) as Json;
  } catch (error) {
    throw new UserError(
      `--lambda can't read ${value}: ${(error as Error).message}`,
      'give a JSON file, JSON, fails or timesOut: --lambda look-up=\'{"vip":"yes"}\'',
    );
  }
}

/** The blocks that `--fail` names, by identifier. */
function brokenOf(options: RunOptions, flows: readonly Flow[]): Readonly<Record<string, string>> {
  const known = flows.flatMap(({ Actions }) => Actions.map(({ Identifier }) => Identifier));
  return Object.fromEntries(
    (options.fail ?? []).map((text) => {
      const isBlock = known.includes(text) || !text.includes("=");
      const [id, error] = isBlock ? [text, "NoMatchingError"] : named(text, "--fail");
      if (!known.includes(id)) {
        throw new UserError(
          `--fail: there is no block "${id}"${didYouMean(id, known)}`,
          "write the Identifier of a block of the flow",
        );
      }
      return [id, error];
    }),
  );
}

/** Asks for the exit of an action that can't be run here. */
function askForExit({ action, why, exits }: Choice, print: (text: string) => void): void {
  const ways = exits.map(({ label }, at) => `${EXIT_KEYS[at] ?? "?"} ${label}`);
  print(`          "${action}" ${why} and isn't run here; its exit: ${ways.join(", ")}`);
}

/** The keys that choose the first exits of an action. */
const EXIT_KEYS = "1234567890*#";

/**
 * The flow to call, and the center around it: for a template of ours the whole center with its
 * values, for any other flow a stand-in.
 */
function callable(path: string, options: RunOptions) {
  const main = flowFile(path);
  const others = flowFiles(options.with ?? []);
  if (main.origin !== "template") {
    const center = instanceAround(main, others, options.timeZone);
    const files = [main, ...others.map(({ file }) => flowFile(file))];
    return { center, called: "main", flows: files.map(({ flow }) => flow), type: main.type };
  }
  const rendered = flowOfTemplate(path);
  if (rendered === undefined) {
    throw new UserError(
      `${path} is a template that kwglobal.ts doesn't name: nothing fills its holes`,
      "run a template of kwglobal.ts, or a rendered or exported flow",
    );
  }
  const flows = kwglobalFlows().map(({ content }) => parseFlow(content));
  return { center: kwglobalCenter(), called: idOf(rendered.id), flows, type: rendered.type };
}

/**
 * Makes a call to a flow in the terminal.
 * @returns the exit code: 1 if the flow met something that cannot be run
 */
export async function run(
  path: string,
  options: RunOptions,
  print: (text: string) => void,
): Promise<number> {
  const { center, called, flows, type } = callable(path, options);
  const prompts = promptNames(flows);
  let at: number;
  try {
    at = options.at === undefined ? Date.now() : momentOf(options.at, options.timeZone);
  } catch (error) {
    throw new UserError((error as Error).message, "for example: --at 2026-11-24T10:00");
  }
  const attributes = Object.fromEntries(
    (options.attribute ?? []).map((text) => named(text, "--attribute")),
  );
  let choice: Choice | undefined;
  const [queue = ""] = center.queues.keys();
  const call = new PhoneCall(center, new World(center, { lambdas: lambdasOf(options) }), {
    flow: called,
    at,
    contact: { customerNumber: options.from, attributes },
    broken: brokenOf(options, flows),
    surroundings: surroundingsOf(type, queue, at),
    watch: (effect) => {
      if (effect.type === "chooseExit") choice = effect;
    },
  });
  const around = AROUND[type];
  if (around !== undefined) {
    print(`          (${around})`);
  }
  const next = options.keys === undefined ? fromKeyboard(print) : from(options.keys);
  let told = 0;
  for (;;) {
    try {
      goOn(call);
    } catch (error) {
      if (!(error instanceof CallExpectationError)) throw error;
      print(error.message.split("\n")[0] ?? "");
      next.close();
      return 1;
    }
    told = tell(prompts, call, told, options.timeZone, print);
    const asked = call.state.run?.waiting?.for === "exit" ? choice : undefined;
    if (asked !== undefined) {
      askForExit(asked, print);
    }
    const key = call.state.ended === undefined ? await next.key() : undefined;
    if (key === undefined) {
      break;
    }
    if (key === "h") {
      call.happens({ type: "hangUp" });
    } else if (key === "w") {
      call.pass(60);
    } else if (key === "a") {
      letAgentAct(call, print);
    } else if (asked !== undefined) {
      const exit = asked.exits[EXIT_KEYS.indexOf(key)];
      print(`          [${exit?.label ?? key}]`);
      if (exit !== undefined) call.happens({ type: "exitTaken", id: asked.id, exit: exit.key });
    } else {
      print(`          [${key}]`);
      call.happens({ type: "digit", key });
    }
  }
  next.close();
  print(whereItEnded(call));
  return call.state.ended?.by === "fault" ? 1 : 0;
}

/** Where a flow begins that no caller comes in to. */
const AROUND: Partial<Readonly<Record<FlowType, string>>> = {
  CUSTOMER_QUEUE: "the caller waits in a queue",
  CUSTOMER_WHISPER: "an agent has accepted, and the customer hears",
  AGENT_WHISPER: "an agent has accepted, and hears",
  OUTBOUND_WHISPER: "the customer has answered a call from here, and hears",
  CUSTOMER_HOLD: "the customer is on hold",
  AGENT_HOLD: "the agent is on hold",
  AGENT_TRANSFER: "an agent transfers the customer to another agent",
  QUEUE_TRANSFER: "an agent transfers the customer to a queue",
};

/** The agent accepts who waits, or takes up a call on hold again. */
function letAgentAct(call: PhoneCall, print: (text: string) => void): void {
  if (call.state.inQueue !== undefined) {
    print("          [an agent accepts]");
    call.happens({ type: "agentAccepts", agent: "agent" });
  } else if (call.state.connected) {
    print("          [the agent takes the call up again]");
    call.happens({ type: "retrieve" });
  } else {
    print("          no agent has anything to do here");
  }
}

/** Where the keys come from. */
interface Keys {
  readonly key: () => Promise<string | undefined>;
  readonly close: () => void;
}

const KEY = /^[0-9*#wha]$/;

function from(keys: string): Keys {
  const all = Array.from(keys).filter((key) => key !== "," && key !== " ");
  const wrong = all.find((key) => !KEY.test(key));
  if (wrong !== undefined) {
    throw new UserError(
      `a key must be one of 0-9, *, #, w (wait a minute), a (the agent), h (hang up), got ${wrong}`,
      "for example: --keys 1w1",
    );
  }
  return { key: () => Promise.resolve(all.shift()), close: () => undefined };
}

function fromKeyboard(print: (text: string) => void): Keys {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  print("keys 0-9 * #, w waits a minute, a is the agent, h hangs up");
  return {
    key: async () => {
      for (;;) {
        const answer = (await terminal.question("> ")).trim();
        if (KEY.test(answer)) {
          return answer;
        }
        print("press one key: 0-9 * #, w to wait a minute, a for the agent, h to hang up");
      }
    },
    close: () => {
      terminal.close();
    },
  };
}
