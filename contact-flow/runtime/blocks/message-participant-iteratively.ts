import type { Json } from "../../json";
import { type Block, type BlockView, failed, ignore, result, type Step } from "../block";
import { say, speechOf } from "../speech";
import type { InterruptedMessage, Waiting } from "../state";

type Message = Readonly<Record<string, Json>>;

/** Plays one of the messages; the interrupt's timer goes on beside it. */
function play(view: BlockView, at: number, id: number, timer: number | undefined): Step {
  const messages = view.parameters.Messages as readonly Message[];
  const speech = speechOf(messages[at % messages.length] ?? {}, view);
  if (speech === undefined) {
    return failed();
  }
  const waiting: Waiting = {
    for: "speech",
    id,
    memory: at % messages.length,
    ...(timer === undefined ? {} : { timer }),
  };
  return {
    kind: "wait",
    waiting,
    changes: { lastId: id },
    effects: [say(view, id, speech, { looping: true })],
  };
}

/** The message at which these very prompts were interrupted. */
function interruptedHere({ call, prepared }: BlockView): InterruptedMessage | undefined {
  const interrupted = call.run?.interrupted;
  return interrupted?.action === prepared.action.Identifier ? interrupted : undefined;
}

/** Waits for the end of a message that still plays; the interrupt's timer begins anew. */
const playOn = ({ id, message }: InterruptedMessage, timer: number): Step => ({
  kind: "wait",
  waiting: { for: "speech", id, memory: message, timer },
  changes: { lastId: timer },
  effects: [],
});

/**
 * Loop prompts: plays its messages over and over, until the interrupt or whatever ends the flow. Where messages
 * continue during the interrupt, the caller goes on hearing the one that plays. The prompts go on with it, or with
 * the next one if it is over or something else was said.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/loop-prompts.html
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html
 */
export const messageParticipantIteratively: Block = {
  enter: (view) => {
    if (view.call.contact.channel !== "VOICE") {
      return failed();
    }
    const seconds = view.value("InterruptFrequencySeconds");
    const id = view.call.lastId + 1;
    const before = interruptedHere(view);
    const first = before === undefined ? 0 : before.message + 1;
    if (seconds === undefined) {
      return play(view, first, id, undefined);
    }
    const step = before?.ended === false ? playOn(before, id) : play(view, first, id + 1, id);
    return step.kind === "wait"
      ? {
          ...step,
          effects: [
            { type: "startTimer", id, seconds: Number(seconds), for: "interrupt" },
            ...step.effects,
          ],
        }
      : step;
  },
  resume: (view, event, waiting) => {
    if (event.type === "timer" && event.id === waiting.timer) {
      const interrupted = result("MessagesInterrupted");
      if (interrupted.kind !== "go") return interrupted;
      if (view.value("ContinueMessagingDuringInterrupt")?.toLowerCase() !== "true") {
        return { ...interrupted, effects: [{ type: "hush" }] };
      }
      const { action } = view.prepared;
      const message = Number(waiting.memory);
      return {
        ...interrupted,
        changes: {
          interrupted: { action: action.Identifier, id: waiting.id, message, ended: false },
        },
      };
    }
    return event.type === "spoken" && event.id === waiting.id
      ? play(view, Number(waiting.memory) + 1, view.call.lastId + 1, waiting.timer)
      : ignore;
  },
};
