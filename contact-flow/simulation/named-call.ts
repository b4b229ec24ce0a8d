import type { CallbackRequest, Effect, Happening } from "../runtime";
import type { Caller } from "./caller";
import { wordsOf } from "./words";
import type { LambdaBehaviour, QueueState } from "./world";

/** One word of a named call: a method of {@link Caller}, and what it is given. */
export interface Step {
  readonly word: {
    [Word in keyof Caller]: Caller[Word] extends (...given: never[]) => Caller ? Word : never;
  }[keyof Caller];
  readonly given: readonly unknown[];
}

/** A thing of a call's story: what the flow asked for, or what happened. */
export type StoryPart = Effect | Happening;

/** What a test does by itself, as soon as it can; time may have to pass before. */
const DONE = new Set<StoryPart["type"]>(["digit", "exitTaken", "thirdPartyLeft", "queued"]);

/** A call that is over, or was looked at long enough. */
export interface ToldCall {
  readonly story: readonly StoryPart[];
  readonly broken: Readonly<Record<string, string>>;
  /** The name of a queue, by its id. */
  readonly queueName: (id: string) => string;
  /** Whether recordings go by their ids, which are others in each instance; else any will do. */
  readonly tellsRecordings?: true;
  /** When the call began, each part of the story was, and all was over: the time that passes is told, too. */
  readonly timing?: {
    readonly from: number;
    readonly moments: readonly number[];
    readonly until: number;
  };
}

/** What a named call says of the world, in the order of `WorldOptions`. */
interface ToldWorld {
  readonly queues: Record<string, Partial<QueueState>>;
  readonly lambdas: Record<string, LambdaBehaviour>;
  readonly broken: Readonly<Record<string, string>>;
  readonly unreachable: Record<string, "failed" | "noAnswer">;
  refusesCallbacks?: true;
}

const functionName = (arn: string): string => arn.slice(arn.lastIndexOf(":") + 1);

/** A value as TypeScript, whose names are quoted only where they must be. */
export function literal(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${/^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** A call as a test in the words of {@link Caller}: its steps, and what the world was like. */
export class NamedCall {
  public readonly steps: Step[] = [];
  public readonly keys: string[] = [];
  private readonly told: ToldWorld;
  /** The moment that the test has come to by its steps. */
  private clock: number;
  private looping: string | undefined;
  private callback: CallbackRequest | undefined;
  private readonly asked = new Map<number, Effect>();

  public constructor(private readonly call: ToldCall) {
    this.told = { queues: {}, lambdas: {}, broken: call.broken, unreachable: {} };
    const { timing } = call;
    this.clock = timing?.from ?? 0;
    for (const [at, part] of call.story.entries()) {
      const moment = timing?.moments[at] ?? 0;
      if (DONE.has(part.type)) this.waitUntil(moment);
      const before = this.steps.length;
      this.tell(part);
      // Who hears something has waited for it.
      if (this.steps.length > before) this.clock = Math.max(this.clock, moment);
    }
    // What answers at once is heard at the next moment only.
    if (timing !== undefined) this.waitUntil(Math.max(timing.until, this.clock + 1));
  }

  /** What was different from an ordinary day; undefined if nothing was. */
  public get world(): object | undefined {
    const world = Object.entries(this.told).filter(
      ([, value]) => value === true || Object.keys(value as object).length > 0,
    );
    return world.length === 0 ? undefined : Object.fromEntries(world);
  }

  private tell(part: StoryPart): void {
    switch (part.type) {
      case "say":
        this.heard(part);
        return;
      case "digit":
        this.keys.push(part.key);
        this.looping = undefined;
        this.step("presses", part.key);
        return;
      case "hangUp":
        this.step("hangsUp");
        return;
      case "agentAccepts":
        this.step("isAnsweredBy", part.agent);
        return;
      case "thirdPartyLeft":
        this.step("thirdPartyHangsUp");
        return;
      case "connected":
        this.step("isConnected");
        return;
      case "ended":
        this.ended(part.ending);
        return;
      case "invokeLambda":
        // Unless an answer comes.
        if (!part.asynchronous) {
          this.told.lambdas[functionName(part.functionArn)] ??= { timesOut: true };
        }
        this.asked.set(part.id, part);
        return;
      case "enterQueue":
      case "readMetrics":
      case "makeCallback":
      case "dial":
      case "chooseExit":
        this.asked.set(part.id, part);
        return;
      default:
        if ("id" in part) this.answered(part as Happening, this.asked.get(part.id));
    }
  }

  private waitUntil(moment: number): void {
    const seconds = Math.ceil((moment - this.clock) / 1000);
    if (seconds <= 0) return;
    this.step("waits", { seconds });
    this.clock += seconds * 1000;
  }

  private step(word: Step["word"], ...given: readonly unknown[]): void {
    this.steps.push({ word, given });
  }

  private heard({ to, speech, looping }: Effect & { type: "say" }): void {
    const words = wordsOf(speech);
    const isRecording = !("text" in speech || "ssml" in speech);
    const anyRecording = isRecording && this.call.tellsRecordings !== true;
    // Music that loops may come between, and what loops comes again.
    if (looping && (anyRecording || words === this.looping)) return;
    this.looping = looping ? words : undefined;
    this.step(to === "agent" ? "agentHears" : "hears", anyRecording ? /^♪/ : words.trim());
  }

  private answered(answer: Happening, question: Effect | undefined): void {
    const { queues, lambdas, unreachable } = this.told;
    const queue = (id: string, state: Partial<QueueState>) => {
      const name = this.call.queueName(id);
      queues[name] = { ...queues[name], ...state };
    };
    if (question?.type === "enterQueue") {
      if (answer.type === "queueFull") queue(question.queue, { full: true });
      else this.step("isInQueue", this.call.queueName(question.queue));
    } else if (question?.type === "readMetrics" && answer.type === "metrics") {
      queue(question.queue, answer.metrics);
    } else if (question?.type === "invokeLambda") {
      lambdas[functionName(question.functionArn)] =
        answer.type === "lambdaAnswered" ? { answers: answer.answer } : { fails: true };
    } else if (question?.type === "makeCallback") {
      if (answer.type === "callbackRefused") this.told.refusesCallbacks = true;
      else this.callback = question.callback;
    } else if (question?.type === "dial" && answer.type === "notReached") {
      unreachable[question.number] = answer.why;
    } else if (question?.type === "chooseExit" && answer.type === "exitTaken") {
      const exit = question.exits.find(({ key }) => key === answer.exit);
      this.step("takesExit", question.action, exit?.label ?? answer.exit);
    }
  }

  private ended(ending: (Effect & { type: "ended" })["ending"]): void {
    if (ending.by === "flow") this.step("isDisconnected");
    if (ending.by === "transfer") this.step("isTransferred");
    if (ending.by === "fault") {
      const pattern = ending.fault.message.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      this.step("meetsFault", new RegExp(pattern));
    }
    if (this.callback !== undefined) {
      const { queue, number, delaySeconds, retryDelaySeconds, attempts } = this.callback;
      const named = queue === undefined ? {} : { queue: this.call.queueName(queue) };
      this.step("hasCallback", { ...named, number, delaySeconds, retryDelaySeconds, attempts });
    }
  }
}

/** The code of a named call: `it(…)`, with `dial` on the center that the code names. */
export const codeOf = (
  title: string,
  center: string,
  dial: object,
  steps: readonly Step[],
): string =>
  [
    `it(${JSON.stringify(title)}, () => {`,
    `  dial(${center}, {`,
    ...Object.entries(dial).map(([name, value]) => `    ${name}: ${literal(value)},`),
    "  })",
    ...steps.map(({ word, given }) => `    .${word}(${given.map(literal).join(", ")})`),
  ]
    .join("\n")
    .concat(";\n});\n");
