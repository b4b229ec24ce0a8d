import { type Block, failed, ignore, result } from "../block";

/**
 * Wait: on chat only; a voice contact takes the error branch.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-wait.html
 */
export const wait: Block = {
  enter: ({ value, call }) => {
    const seconds = Number(value("TimeLimitSeconds"));
    if (call.contact.channel !== "CHAT" || !(seconds > 0)) {
      return failed();
    }
    const id = call.lastId + 1;
    return {
      kind: "wait",
      waiting: { for: "time", id, timer: id },
      changes: { lastId: id },
      effects: [{ type: "startTimer", id, seconds, for: "wait" }],
    };
  },
  resume: ({ parameters }, event, waiting) => {
    if (event.type === "timer" && event.id === waiting.id) {
      return result("WaitCompleted");
    }
    const events = parameters.Events;
    return event.type === "customerReturns" &&
      Array.isArray(events) &&
      events.includes("CustomerReturned")
      ? result("CustomerReturned")
      : ignore;
  },
};
