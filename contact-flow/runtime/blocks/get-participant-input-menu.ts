import { type Block, type BlockView, failed, ignore, result, type Step } from "../block";
import { say, speechOf } from "../speech";

function listen(view: BlockView): Step {
  const id = view.call.lastId + 1;
  return {
    kind: "wait",
    waiting: { for: "input", id, timer: id },
    changes: { lastId: id },
    effects: [
      {
        type: "startTimer",
        id,
        seconds: Number(view.value("InputTimeLimitSeconds")),
        for: "input",
      },
    ],
  };
}

/** Get customer input: one key; a key during the prompt cuts it short. */
export const menu: Required<Block> = {
  enter: (view) => {
    const speech = speechOf(view.parameters, view);
    if (speech === undefined) {
      return listen(view);
    }
    const id = view.call.lastId + 1;
    return {
      kind: "wait",
      waiting: { for: "input", id },
      changes: { lastId: id },
      effects: [say(view, id, speech, { bargeIn: true })],
    };
  },
  resume: (view, event, waiting) => {
    if (event.type === "digit") {
      const pressed = result(event.key);
      return waiting.timer === undefined && pressed.kind === "go"
        ? { ...pressed, effects: [{ type: "hush" }] }
        : pressed;
    }
    if (event.type === "spoken" && event.id === waiting.id) {
      return listen(view);
    }
    return event.type === "timer" && event.id === waiting.timer
      ? failed("InputTimeLimitExceeded")
      : ignore;
  },
};
