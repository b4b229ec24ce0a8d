import { type Block, done, failed, ignore } from "../block";
import { say, speechOf } from "../speech";

/**
 * Play prompt: the flow goes on when the prompt has been heard.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html
 */
export const messageParticipant: Block = {
  enter: (view) => {
    const speech = speechOf(view.parameters, view);
    if (speech === undefined) {
      return failed();
    }
    const id = view.call.lastId + 1;
    return {
      kind: "wait",
      waiting: { for: "speech", id },
      changes: { lastId: id },
      effects: [say(view, id, speech)],
    };
  },
  resume: (_, event, waiting) =>
    event.type === "spoken" && event.id === waiting.id ? done() : ignore,
};
