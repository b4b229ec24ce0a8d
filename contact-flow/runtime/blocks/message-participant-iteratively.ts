import type { Json } from "../../json";
import { type Block, type BlockView, failed, ignore, result, type Step } from "../block";
import { say, speechOf } from "../speech";
import type { Waiting } from "../state";

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

/**
 * Loop prompts: plays its messages over and over, until the interrupt or whatever ends the flow.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html
 */
export const messageParticipantIteratively: Block = {
  enter: (view) => {
    if (view.call.contact.channel !== "VOICE") {
      return failed();
    }
    const seconds = view.value("InterruptFrequencySeconds");
    const id = view.call.lastId + 1;
    if (seconds === undefined) {
      return play(view, 0, id, undefined);
    }
    const step = play(view, 0, id + 1, id);
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
      return interrupted.kind === "go"
        ? { ...interrupted, effects: [{ type: "hush" }] }
        : interrupted;
    }
    return event.type === "spoken" && event.id === waiting.id
      ? play(view, Number(waiting.memory) + 1, view.call.lastId + 1, waiting.timer)
      : ignore;
  },
};
