import { type FlowType, parseFlow } from "../../contact-flow/flow";
import type { Effect } from "../../contact-flow/runtime";
import { idOf, surroundingsOf } from "../../contact-flow/runtime";
import {
  CallExpectationError,
  PhoneCall,
  type Utterance,
  World,
} from "../../contact-flow/simulation";
import { flowOfTemplate, kwglobalCenter, kwglobalFlows } from "../support/kwglobal-center";
import { flowFile, flowFiles, UserError } from "./files";
import { givenKeys, typedKeys } from "./keys";
import { attributesOf, brokenOf, lambdasOf, type RunOptions, timeOf } from "./run-options";
import { instanceAround, promptNames } from "./stand-in";

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
  const at = timeOf(options);
  let choice: Choice | undefined;
  const [queue = ""] = center.queues.keys();
  const call = new PhoneCall(center, new World(center, { lambdas: lambdasOf(options) }), {
    flow: called,
    at,
    contact: { customerNumber: options.from, attributes: attributesOf(options) },
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
  const next = options.keys === undefined ? typedKeys(print) : givenKeys(options.keys);
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
