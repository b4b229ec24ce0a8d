import { type Block, type BlockView, failed, ignore, result } from "../block";

const isTrue = (flag: unknown): boolean => flag === "True" || flag === "true";

/** Whether the flow goes on at Continue while it waits. */
const goesOn = ({ parameters }: BlockView): boolean => isTrue(parameters.ContinueExecution);

/**
 * Wait. On voice only where the flow goes on while it waits, on chat and tasks in either way; what the
 * flow does meanwhile is broken off when the time is over.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/wait.html (Supported channels)
 */
export const wait: Block = {
  enter: (view) => {
    const { value, call } = view;
    const seconds = Number(value("TimeLimitSeconds"));
    if ((call.contact.channel === "VOICE" && !goesOn(view)) || !(seconds > 0)) {
      return failed();
    }
    const id = call.lastId + 1;
    const timer = { type: "startTimer", id, seconds, for: "wait" } as const;
    if (goesOn(view)) {
      const action = view.prepared.action.Identifier;
      return {
        kind: "go",
        outcome: { kind: "result", value: "Continue" },
        changes: { lastId: id, background: { flow: call.run?.flow ?? "", action, timer: id } },
        effects: [timer],
      };
    }
    return {
      kind: "wait",
      waiting: { for: "time", id, timer: id },
      changes: { lastId: id },
      effects: [timer],
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
