import type { Departure } from "./block";
import type { Outcome } from "./choose";
import { hooked, join } from "./joining";
import type { Run } from "./state";
import type { Turn } from "./turn";

/** Takes the contact to where it leaves its flow for. */
export function depart(turn: Turn, how: Departure): void {
  const { run } = turn.state;
  if (run === undefined) {
    return;
  }
  switch (how.to) {
    case "disconnect":
      turn.end({ by: "flow" });
      return;
    case "agent":
    case "thirdParty":
      turn.end({ by: "transfer" });
      return;
    case "queue":
      enterQueue(turn, how.queue);
      return;
    case "flow":
      turn.go({
        purpose: run.purpose,
        flow: how.flow,
        action: turn.center.flows.get(how.flow)?.flow.StartAction ?? "",
        flowAttributes: {},
        modules: [],
      });
      return;
    case "module": {
      const { flow, action, flowAttributes } = run;
      turn.go({
        ...run,
        flow: how.flow,
        action: turn.center.flows.get(how.flow)?.flow.StartAction ?? "",
        flowAttributes: {},
        modules: [...run.modules, { flow, action, flowAttributes }],
      });
      return;
    }
    case "return":
      returnFromModule(turn, run, how);
      return;
    case "end":
      endFlow(turn, run);
      return;
  }
}

function returnFromModule(turn: Turn, run: Run, how: Departure & { to: "return" }): void {
  const caller = run.modules.at(-1);
  if (caller === undefined) {
    endFlow(turn, run);
    return;
  }
  const back: Run = { ...run, ...caller, modules: run.modules.slice(0, -1) };
  turn.state.modulesResult = how.data;
  const prepared = turn.prepared(back);
  if (prepared !== undefined) {
    const outcome: Outcome =
      how.result === undefined ? { kind: "done" } : { kind: "result", value: how.result };
    turn.take(prepared, back, outcome);
  }
}

/** What the end of a flow means depends on what it was running for. */
function endFlow(turn: Turn, run: Run): void {
  if (run.purpose === "inbound" || run.purpose === "disconnect") {
    turn.end({ by: "flow" });
  } else if (run.purpose === "queue" && run.loopPrompts !== undefined) {
    // "When a Resume block runs on the Timeout branch, Connect restarts the prompts at the
    // beginning of the first prompt" (administrator guide, Loop prompts).
    turn.go({ ...run, action: run.loopPrompts });
  } else {
    turn.state.run = undefined;
    if (run.purpose.endsWith("Whisper")) {
      join(turn);
    }
  }
}

function enterQueue(turn: Turn, queue: string): void {
  const { inQueue, contact, now } = turn.state;
  if (inQueue !== undefined) {
    turn.effects.push({ type: "leftQueue", queue: inQueue.queue });
  }
  Object.assign(turn.state, {
    run: undefined,
    inQueue: { queue, since: now },
    contact: { ...contact, targetQueue: queue },
  });
  const flow = hooked(turn, "CustomerQueue", "Default customer queue");
  if (flow !== undefined) {
    turn.begin(flow, "queue");
  }
}
