import { createInterface } from "node:readline/promises";

import { parseFlow } from "../../contact-flow/flow";
import { momentOf } from "../../contact-flow/hours";
import { idOf } from "../../contact-flow/runtime";
import { PhoneCall, type Utterance, World } from "../../contact-flow/simulation";
import { flowOfTemplate, kwglobalCenter, kwglobalFlows } from "../support/kwglobal-center";
import { flowFile, flowFiles, UserError } from "./files";
import { instanceAround, promptNames } from "./stand-in";

/** What `flows run` may be told. */
export interface RunOptions {
  /** Keys to press one after the other, in place of a keyboard; `w` waits a minute. */
  readonly keys?: string;
  readonly at?: string;
  readonly timeZone: string;
  readonly from: string;
  /** Further flows, for transfers and queues. */
  readonly with?: readonly string[];
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

/** Whether the call waits for the caller: for a key, or in the loop of a queue. */
function waits({ state }: PhoneCall): boolean {
  const { run, inQueue } = state;
  const looping = run !== undefined && run.action === run.loopPrompts;
  return run?.waiting?.for === "input" || (inQueue !== undefined && (run === undefined || looping));
}

/** Lets the call go on until it waits for the caller; the clock jumps from one thing to the next. */
function goOn(call: PhoneCall): void {
  let more = true;
  while (more && call.state.ended === undefined && !waits(call)) {
    more = call.tick();
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
  return state.inQueue === undefined ? "the call goes on" : "the caller waits in the queue";
}

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
    return { center, called: "main", flows: files.map(({ flow }) => flow) };
  }
  const rendered = flowOfTemplate(path);
  if (rendered === undefined) {
    throw new UserError(
      `${path} is a template that kwglobal.ts doesn't name: nothing fills its holes`,
      "run a template of kwglobal.ts, or a rendered or exported flow",
    );
  }
  const flows = kwglobalFlows().map(({ content }) => parseFlow(content));
  return { center: kwglobalCenter(), called: idOf(rendered.id), flows };
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
  const { center, called, flows } = callable(path, options);
  const prompts = promptNames(flows);
  let at: number;
  try {
    at = options.at === undefined ? Date.now() : momentOf(options.at, options.timeZone);
  } catch (error) {
    throw new UserError((error as Error).message, "for example: --at 2026-11-24T10:00");
  }
  const call = new PhoneCall(center, new World(center), {
    flow: called,
    at,
    contact: { customerNumber: options.from },
  });
  const next = options.keys === undefined ? fromKeyboard(print) : from(options.keys);
  let told = 0;
  for (;;) {
    goOn(call);
    told = tell(prompts, call, told, options.timeZone, print);
    const key = call.state.ended === undefined ? await next.key() : undefined;
    if (key === undefined) {
      break;
    }
    if (key === "h") {
      call.happens({ type: "hangUp" });
    } else if (key === "w") {
      call.pass(60);
    } else {
      print(`          [${key}]`);
      call.happens({ type: "digit", key });
    }
  }
  next.close();
  print(whereItEnded(call));
  return call.state.ended?.by === "fault" ? 1 : 0;
}

/** Where the keys come from. */
interface Keys {
  readonly key: () => Promise<string | undefined>;
  readonly close: () => void;
}

const KEY = /^[0-9*#wh]$/;

function from(keys: string): Keys {
  const all = Array.from(keys).filter((key) => key !== "," && key !== " ");
  const wrong = all.find((key) => !KEY.test(key));
  if (wrong !== undefined) {
    throw new UserError(
      `a key must be one of 0-9, *, #, w (wait a minute), h (hang up), got ${wrong}`,
      "for example: --keys 1w1",
    );
  }
  return { key: () => Promise.resolve(all.shift()), close: () => undefined };
}

function fromKeyboard(print: (text: string) => void): Keys {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  print("keys 0-9 * #, w waits a minute, h hangs up");
  return {
    key: async () => {
      for (;;) {
        const answer = (await terminal.question("> ")).trim();
        if (KEY.test(answer)) {
          return answer;
        }
        print("press one key: 0-9 * #, w to wait a minute, h to hang up");
      }
    },
    close: () => {
      terminal.close();
    },
  };
}
