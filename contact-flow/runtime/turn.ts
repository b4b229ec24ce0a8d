import { exitsOf } from "../exits";
import { type Block, type Changes, type Step, viewFor } from "./block";
import { BLOCKS } from "./blocks";
import { CallDraft, moved } from "./call-draft";
import type { PreparedAction, PreparedFlow } from "./center";
import { depart, take } from "./departure";
import type { Happening } from "./events";
import type { Background, Purpose, Run } from "./state";

/** A flow that takes so many actions without once waiting will never wait. */
const MAX_STEPS = 1_000;

/** One turn of the interpreter: from an event to the next thing to wait for. */
export class Turn extends CallDraft {
  /** Starts a flow for the contact and runs it to its first wait. */
  public begin(flow: PreparedFlow, purpose: Purpose): void {
    this.start(flow, purpose);
    this.run();
  }

  /** Gives the event to the action that waits, and runs on if it has been waited for. */
  public resume(event: Happening): void {
    const { run, background } = this.state;
    if (background !== undefined && event.type === "timer" && event.id === background.timer) {
      this.endOfWait(background);
      return;
    }
    const { waiting, interrupted } = run ?? {};
    if (run !== undefined && event.type === "spoken" && event.id === interrupted?.id) {
      this.state.run = overheard(run);
    }
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
      take(this, prepared, back, { kind: "result", value: "WaitCompleted" });
      this.run();
    }
  }

  /** Runs from where the contact is to its next wait. */
  public run(): void {
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
      this.effects.push(prepared.entered);
      this.enter(prepared, run);
    }
  }

  private enter(prepared: PreparedAction, run: Run): void {
    const { Type, Identifier } = prepared.action;
    const block = blockOf(prepared);
    if (block === undefined) {
      const entry = prepared.type === undefined ? "no such type" : BLOCKS[prepared.type];
      this.unable(prepared, run, typeof entry === "string" ? entry : "");
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
    this.apply(prepared, { ...run, loopPrompts, interrupted: undefined }, step);
  }

  /** What can't be run here asks for its exit, where the center lets it, or ends the call. */
  private unable({ type, action }: PreparedAction, run: Run, why: string): void {
    const exits = exitsOf(action);
    if (!this.center.asksForExits || type === undefined || exits.length === 0) {
      this.fault(run, action.Type, `${action.Type} cannot be run here: ${why}`);
      return;
    }
    const id = this.state.lastId + 1;
    this.state.lastId = id;
    this.effects.push({ type: "chooseExit", id, action: action.Identifier, why, exits });
    this.go(moved(run, run.action, { for: "exit", id }));
  }

  private apply(prepared: PreparedAction, run: Run, step: Step): void {
    if (step.kind === "unable") {
      this.unable(prepared, run, step.why);
    } else if (step.kind === "leave") {
      if (run.interrupted?.ended === false && step.how.to !== "end") {
        this.effects.push({ type: "hush" });
      }
      this.go({ ...run, waiting: undefined });
      depart(this, step.how);
    } else if (step.kind !== "ignore") {
      let here = run;
      if (step.changes !== undefined) {
        here = this.change(run, step.changes);
      }
      if (step.effects !== undefined) {
        for (const effect of step.effects) {
          this.effects.push(effect);
          if (effect.type === "say") here = overheard(here);
        }
      }
      if (step.kind === "wait") {
        this.go(moved(here, here.action, step.waiting));
      } else {
        take(this, prepared, here, step.outcome);
      }
    }
  }

  /** Written out: Object.assign took a tenth of a call's time. */
  private change(run: Run, changes: Changes): Run {
    const { state } = this;
    const { contact, flowAttributes, interrupted = run.interrupted } = changes;
    state.external = changes.external ?? state.external;
    state.storedInput = changes.storedInput ?? state.storedInput;
    state.metrics = changes.metrics ?? state.metrics;
    state.modulesResult = changes.modulesResult ?? state.modulesResult;
    state.loops = changes.loops ?? state.loops;
    state.lastId = changes.lastId ?? state.lastId;
    state.background = changes.background ?? state.background;
    if (contact !== undefined) {
      state.contact = { ...state.contact, ...contact };
    }
    return flowAttributes === undefined && interrupted === run.interrupted
      ? run
      : { ...run, interrupted, flowAttributes: { ...run.flowAttributes, ...flowAttributes } };
  }

  private fault(run: Run, type: string, message: string): void {
    const fault = { flow: run.flow, action: run.action, type, message };
    this.end({ by: "fault", fault });
  }
}

/** The interrupted message is no longer heard. */
const overheard = (run: Run): Run =>
  run.interrupted?.ended === false
    ? { ...run, interrupted: { ...run.interrupted, ended: true } }
    : run;

function blockOf({ type }: PreparedAction): Block | undefined {
  const block = type === undefined ? undefined : BLOCKS[type];
  return typeof block === "string" ? undefined : block;
}
