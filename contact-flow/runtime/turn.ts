import { exitsOf } from "../exits";
import { type Block, type Changes, type Step, viewFor } from "./block";
import { BLOCKS } from "./blocks";
import type { ContactCenter, PreparedAction, PreparedFlow } from "./center";
import { choose, type Outcome } from "./choose";
import { depart } from "./departure";
import type { Effect } from "./effects";
import type { CallEvent } from "./events";
import type { Background, CallState, Ending, Purpose, Run, Waiting } from "./state";

/** A flow that takes so many actions without once waiting will never wait. */
const MAX_STEPS = 1_000;

/** A call's state while a turn works on it. */
type Draft = { -readonly [Key in keyof CallState]: CallState[Key] };

/**
 * One turn of the interpreter: from an event to the next thing to wait for. It works on a copy of
 * the state that is handed out when the turn is over; nothing else ever sees it change.
 */
export class Turn {
  public readonly effects: Effect[] = [];

  public readonly state: Draft;

  public constructor(
    public readonly center: ContactCenter,
    state: CallState,
    now: number,
  ) {
    this.state = { ...state, now };
  }

  /** Starts a flow for the contact and runs it to its first wait. */
  public begin(flow: PreparedFlow, purpose: Purpose): void {
    const start = { purpose, flow: flow.id, flowAttributes: {}, modules: [] };
    this.go(moved(start, flow.flow.StartAction));
    this.run();
  }

  /** Gives the event to the action that waits, and runs on if it has been waited for. */
  public resume(event: CallEvent): void {
    const { run, background } = this.state;
    if (background !== undefined && event.type === "timer" && event.id === background.timer) {
      this.endOfWait(background);
      return;
    }
    const waiting = run?.waiting;
    const prepared = run === undefined ? undefined : this.prepared(run);
    if (run === undefined || waiting === undefined || prepared === undefined) {
      return;
    }
    if (waiting.for === "exit") {
      const exit = event.type === "exitTaken" && event.id === waiting.id ? event.exit : undefined;
      const taken = exitsOf(prepared.action).find(({ key }) => key === exit);
      if (taken !== undefined) {
        this.effects.push({ type: "took", flow: run.flow, action: run.action, exit: taken.key });
        this.go(moved(run, taken.target));
        this.run();
      }
      return;
    }
    const block = blockOf(prepared);
    const step = block?.resume?.(viewFor(prepared, this.state, this.center), event, waiting);
    if (step === undefined || step.kind === "ignore") {
      return;
    }
    const ranOut = event.type === "timer" && event.id === waiting.timer;
    const goesOn = step.kind === "wait" && step.waiting.timer === waiting.timer;
    if (waiting.timer !== undefined && !ranOut && !goesOn) {
      this.effects.push({ type: "stopTimer", id: waiting.timer });
    }
    this.apply(prepared, run, step);
    this.run();
  }

  /** A Wait's time is over: what the flow has done meanwhile is broken off. */
  private endOfWait({ flow, action }: Background): void {
    const { run } = this.state;
    this.state.background = undefined;
    if (run?.flow !== flow) {
      return;
    }
    const back = moved(run, action);
    const prepared = this.prepared(back);
    this.cancel();
    if (prepared !== undefined) {
      this.take(prepared, back, { kind: "result", value: "WaitCompleted" });
      this.run();
    }
  }

  /** Breaks off what is running: nothing of it is heard or timed any more. */
  public cancel(): void {
    const { run } = this.state;
    if (run?.waiting?.timer !== undefined) {
      this.effects.push({ type: "stopTimer", id: run.waiting.timer });
    }
    if (run?.waiting !== undefined) {
      this.effects.push({ type: "hush" });
    }
    this.state.run = undefined;
  }

  /** Ends the contact. */
  public end(ending: Ending): void {
    const { inQueue } = this.state;
    if (inQueue !== undefined) {
      this.effects.push({ type: "leftQueue", queue: inQueue.queue });
    }
    Object.assign(this.state, {
      run: undefined,
      inQueue: undefined,
      connected: false,
      before: [],
      ended: ending,
    });
    this.effects.push({ type: "ended", ending });
  }

  /** Puts the contact at a place in a flow. */
  public go(run: Run): void {
    this.state.run = run;
  }

  /** The action that a run has come to. */
  public prepared(run: Run): PreparedAction | undefined {
    return this.center.flows.get(run.flow)?.actions.get(run.action);
  }

  private run(): void {
    for (let steps = 0; this.state.ended === undefined; steps++) {
      const { run } = this.state;
      if (run === undefined || run.waiting !== undefined) {
        return;
      }
      const prepared = this.prepared(run);
      if (prepared === undefined) {
        this.fault(run, "?", `the flow has no action "${run.action}"`);
        return;
      }
      if (steps >= MAX_STEPS) {
        const type = prepared.action.Type;
        this.fault(
          run,
          type,
          `the flow has taken ${MAX_STEPS} actions without waiting for anything`,
        );
        return;
      }
      this.effects.push({ type: "entered", flow: run.flow, action: run.action });
      this.enter(prepared, run);
    }
  }

  private enter(prepared: PreparedAction, run: Run): void {
    const { Type, Identifier } = prepared.action;
    const block = blockOf(prepared);
    if (block === undefined) {
      const entry = prepared.type === undefined ? "no such type" : BLOCKS[prepared.type];
      const why = typeof entry === "string" ? entry : "";
      const exits = exitsOf(prepared.action);
      if (this.center.asksForExits && typeof entry === "string" && exits.length > 0) {
        const id = this.state.lastId + 1;
        this.state.lastId = id;
        this.effects.push({ type: "chooseExit", id, action: Identifier, why, exits });
        this.go(moved(run, run.action, { for: "exit", id }));
        return;
      }
      this.fault(run, Type, `${Type} cannot be run here: ${why}`);
      return;
    }
    const broken = this.state.broken[Identifier];
    const step: Step =
      broken === undefined
        ? block.enter(viewFor(prepared, this.state, this.center))
        : { kind: "go", outcome: { kind: "error", error: broken } };
    if (Type !== "MessageParticipantIteratively") {
      this.apply(prepared, run, step);
      return;
    }
    // Connect documents the way back to the prompts from an interrupt only: prompts that failed are
    // nothing to resume.
    const loopPrompts = step.kind === "wait" ? Identifier : undefined;
    this.apply(prepared, { ...run, loopPrompts }, step);
  }

  private apply(prepared: PreparedAction, run: Run, step: Step): void {
    if (step.kind === "unable") {
      this.fault(
        run,
        prepared.action.Type,
        `${prepared.action.Type} cannot be run here: ${step.why}`,
      );
    } else if (step.kind === "leave") {
      this.go({ ...run, waiting: undefined });
      depart(this, step.how);
    } else if (step.kind !== "ignore") {
      let here = run;
      if (step.changes !== undefined) {
        here = this.change(run, step.changes);
      }
      if (step.effects !== undefined) {
        this.effects.push(...step.effects);
      }
      if (step.kind === "wait") {
        this.go(moved(here, here.action, step.waiting));
      } else {
        this.take(prepared, here, step.outcome);
      }
    }
  }

  private change(run: Run, { contact, flowAttributes, ...changes }: Changes): Run {
    Object.assign(this.state, changes);
    if (contact !== undefined) {
      this.state.contact = { ...this.state.contact, ...contact };
    }
    return flowAttributes === undefined
      ? run
      : { ...run, flowAttributes: { ...run.flowAttributes, ...flowAttributes } };
  }

  /** Takes the exit that the outcome leads to; without one the flow is over. */
  public take(prepared: PreparedAction, run: Run, outcome: Outcome): void {
    const choice = choose(prepared, outcome);
    if (choice === undefined) {
      // Nobody looks after this outcome: the flow is over, as if it had come to its end.
      this.go({ ...run, waiting: undefined });
      depart(this, { to: "end" });
      return;
    }
    this.effects.push({ type: "took", flow: run.flow, action: run.action, exit: choice.key });
    this.go(moved(run, choice.target));
  }

  private fault(run: Run, type: string, message: string): void {
    const fault = { flow: run.flow, action: run.action, type, message };
    this.end({ by: "fault", fault });
  }
}

/** The run at an action. Written out, since copying with a spread took a fifth of a call's time. */
const moved = (
  { purpose, flow, flowAttributes, modules, loopPrompts }: Omit<Run, "action">,
  action: string,
  waiting?: Waiting,
): Run => ({ purpose, flow, action, waiting, flowAttributes, modules, loopPrompts });

function blockOf({ type }: PreparedAction): Block | undefined {
  const block = type === undefined ? undefined : BLOCKS[type];
  return typeof block === "string" ? undefined : block;
}
