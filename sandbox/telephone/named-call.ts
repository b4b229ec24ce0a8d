import { localTimeOf } from "../../contact-flow/hours";
import type { CallbackRequest, Effect, Happening } from "../../contact-flow/runtime";
import { wordsOf } from "../../contact-flow/simulation/words";
import type { LiveContact } from "./contact";
import { timeZoneOf } from "./directory";

/** What a test says of the world, in the order of {@link WorldOptions}. */
interface World {
  readonly queues: Record<string, object>;
  readonly lambdas: Record<string, object>;
  readonly broken: Readonly<Record<string, string>>;
  readonly unreachable: Record<string, string>;
  refusesCallbacks?: true;
}

const functionName = (arn: string): string => arn.slice(arn.lastIndexOf(":") + 1);

const quoted = (text: string): string => JSON.stringify(text);

/** A value as TypeScript, whose names are quoted only where they must be. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${/^[a-z_$][\w$]*$/i.test(name) ? name : quoted(name)}: ${literal(member)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** The expectations of a call, in the test language, and what the world was like. */
class Telling {
  public readonly steps: string[] = [];
  public readonly keys: string[] = [];
  public readonly world: World;
  private looping: string | undefined;
  private callback: CallbackRequest | undefined;
  private readonly asked = new Map<number, Effect>();

  public constructor(private readonly contact: LiveContact) {
    this.world = { queues: {}, lambdas: {}, broken: contact.state.broken, unreachable: {} };
  }

  /** Tells one thing that happened. */
  public tell(thing: Effect | Happening): void {
    switch (thing.type) {
      case "say":
        if (thing.to === "customer") this.heard(thing.speech, thing.looping);
        return;
      case "digit":
        this.keys.push(thing.key);
        this.looping = undefined;
        this.steps.push(`presses(${quoted(thing.key)})`);
        return;
      case "hangUp":
        this.steps.push("hangsUp()");
        return;
      case "agentAccepts":
        this.steps.push(`isAnsweredBy(${quoted(thing.agent)})`);
        return;
      case "ended":
        this.ended(thing.ending);
        return;
      case "invokeLambda":
        // Unless an answer comes.
        this.world.lambdas[functionName(thing.functionArn)] = { timesOut: true };
        this.asked.set(thing.id, thing);
        return;
      case "enterQueue":
      case "readMetrics":
      case "makeCallback":
      case "dial":
        this.asked.set(thing.id, thing);
        return;
      default:
        if ("id" in thing) this.answered(thing as Happening, this.asked.get(thing.id));
    }
  }

  private heard(speech: (Effect & { type: "say" })["speech"], looping: boolean): void {
    const words = wordsOf(speech);
    const isRecording = !("text" in speech || "ssml" in speech);
    // Music that loops may come between, and what loops comes again.
    if (looping && (isRecording || words === this.looping)) return;
    this.looping = looping ? words : undefined;
    // A recording has another id in each instance.
    this.steps.push(isRecording ? "hears(/^♪/)" : `hears(${quoted(words.trim())})`);
  }

  private answered(answer: Happening, question: Effect | undefined): void {
    const { queues, lambdas, unreachable } = this.world;
    const queue = (id: string, state: object) => {
      const name = this.contact.queueName(id);
      queues[name] = { ...queues[name], ...state };
    };
    if (question?.type === "enterQueue") {
      if (answer.type === "queueFull") queue(question.queue, { full: true });
      else this.steps.push(`isInQueue(${quoted(this.contact.queueName(question.queue))})`);
    } else if (question?.type === "readMetrics" && answer.type === "metrics") {
      queue(question.queue, answer.metrics);
    } else if (question?.type === "invokeLambda") {
      lambdas[functionName(question.functionArn)] =
        answer.type === "lambdaAnswered" ? { answers: answer.answer } : { fails: true };
    } else if (question?.type === "makeCallback") {
      if (answer.type === "callbackRefused") this.world.refusesCallbacks = true;
      else this.callback = question.callback;
    } else if (question?.type === "dial" && answer.type === "notReached") {
      unreachable[question.number] = answer.why;
    }
  }

  private ended(ending: (Effect & { type: "ended" })["ending"]): void {
    if (ending.by === "flow") this.steps.push("isDisconnected()");
    if (ending.by === "transfer") this.steps.push("isTransferred()");
    if (ending.by === "fault") {
      const pattern = ending.fault.message.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      this.steps.push(`meetsFault(/${pattern}/)`);
    }
    if (this.callback !== undefined) {
      const { queue, number, delaySeconds, retryDelaySeconds, attempts } = this.callback;
      const named = queue === undefined ? {} : { queue: this.contact.queueName(queue) };
      const expected = { ...named, number, delaySeconds, retryDelaySeconds, attempts };
      this.steps.push(`hasCallback(${literal(expected)})`);
    }
  }
}

/**
 * A call that came in, as a test in the language of `contact-flow/simulation`: what the caller heard
 * and pressed, in the world as it was. It ends when an agent answers, since what follows lies in
 * flows that Connect brings along.
 */
export function namedCall(contact: LiveContact): string {
  const { center, instance, at: began, flow = "" } = contact.options;
  const telling = new Telling(contact);
  const answered = contact.story.findIndex(({ type }) => type === "agentAccepts");
  const told = answered < 0 ? contact.story : contact.story.slice(0, answered + 1);
  for (const thing of told) telling.tell(thing);
  const timeZone = timeZoneOf(instance);
  const at = localTimeOf(began, timeZone);
  const world = Object.entries(telling.world).filter(
    ([, value]) => value === true || Object.keys(value as object).length > 0,
  );
  const dial = {
    flow: center.flows.get(flow)?.name ?? flow,
    at,
    timeZone,
    from: contact.state.contact.customerNumber ?? null,
    ...(world.length === 0 ? {} : { world: Object.fromEntries(world) as object }),
  };
  const keys = telling.keys.length === 0 ? "without a key" : `with ${telling.keys.join(", ")}`;
  return [
    `it(${quoted(`a call on ${at.replace("T", " at ")}, ${keys}`)}, () => {`,
    "  dial(center, {",
    ...Object.entries(dial).map(([name, value]) => `    ${name}: ${literal(value)},`),
    "  })",
    ...telling.steps.map((step) => `    .${step}`),
  ]
    .join("\n")
    .concat(";\n});\n");
}
