import type { Departure } from "./block";
import { type CallDraft, moved } from "./call-draft";
import type { PreparedAction } from "./center";
import { choose, type Outcome } from "./choose";
import { hooked, join } from "./joining";
import type { Run } from "./state";

/** Takes the contact to where it leaves its flow for. */
export function depart(draft: CallDraft, how: Departure): void {
  const { run } = draft.state;
  if (run === undefined) {
    return;
  }
  switch (how.to) {
    case "disconnect":
      draft.end({ by: "flow" });
      return;
    case "agent":
    case "thirdParty":
      draft.end({ by: "transfer" });
      return;
    case "queue":
      enterQueue(draft, how.queue);
      return;
    case "flow":
      draft.go({
        purpose: run.purpose,
        flow: how.flow,
        action: draft.center.flows.get(how.flow)?.flow.StartAction ?? "",
        flowAttributes: {},
        modules: [],
      });
      return;
    case "module": {
      const { flow, action, flowAttributes } = run;
      draft.go({
        ...run,
        flow: how.flow,
        action: draft.center.flows.get(how.flow)?.flow.StartAction ?? "",
        flowAttributes: {},
        modules: [...run.modules, { flow, action, flowAttributes }],
      });
      return;
    }
    case "return":
      returnFromModule(draft, run, how);
      return;
    case "end":
      endFlow(draft, run);
      return;
  }
}

/** Takes the exit that the outcome leads to; without one the flow is over. */
export function take(draft: CallDraft, prepared: PreparedAction, run: Run, outcome: Outcome): void {
  const exit = choose(prepared, outcome);
  if (exit === undefined) {
    // Nobody looks after this outcome: the flow is over, as if it had come to its end.
    draft.go({ ...run, waiting: undefined });
    depart(draft, { to: "end" });
    return;
  }
  draft.effects.push(exit.took);
  draft.go(moved(run, exit.target));
}

function returnFromModule(draft: CallDraft, run: Run, how: Departure & { to: "return" }): void {
  const caller = run.modules.at(-1);
  if (caller === undefined) {
    endFlow(draft, run);
    return;
  }
  const back: Run = { ...run, ...caller, modules: run.modules.slice(0, -1) };
  draft.state.modulesResult = how.data;
  const prepared = draft.prepared(back);
  if (prepared !== undefined) {
    const outcome: Outcome =
      how.result === undefined ? { kind: "done" } : { kind: "result", value: how.result };
    take(draft, prepared, back, outcome);
  }
}

/** What the end of a flow means depends on what it was running for. */
function endFlow(draft: CallDraft, run: Run): void {
  if (run.purpose === "inbound" || run.purpose === "disconnect") {
    draft.end({ by: "flow" });
  } else if (run.purpose === "queue" && run.loopPrompts !== undefined) {
    // "When a Resume block runs on the Timeout branch, Connect restarts the prompts at the
    // beginning of the first prompt" (administrator guide, Loop prompts).
    draft.go({ ...run, action: run.loopPrompts });
  } else {
    draft.state.run = undefined;
    if (run.purpose.endsWith("Whisper")) {
      join(draft);
    }
  }
}

function enterQueue(draft: CallDraft, queue: string): void {
  const { inQueue, contact, now } = draft.state;
  if (inQueue !== undefined) {
    draft.effects.push({ type: "leftQueue", queue: inQueue.queue });
  }
  Object.assign(draft.state, {
    run: undefined,
    inQueue: { queue, since: now },
    contact: { ...contact, targetQueue: queue },
  });
  const flow = hooked(draft, "CustomerQueue", "Default customer queue");
  if (flow !== undefined) {
    draft.start(flow, "queue");
  }
}
