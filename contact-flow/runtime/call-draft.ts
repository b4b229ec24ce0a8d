import type { ContactCenter, PreparedAction, PreparedFlow } from "./center";
import type { Effect } from "./effects";
import type { CallState, Ending, Purpose, Run, Waiting } from "./state";

/**
 * A call while a turn works on it: a copy of its state, which is handed out when the turn is over, and
 * what it asks of the world. It is only moved here; {@link Turn} runs what it has been moved to.
 */
export class CallDraft {
  public readonly effects: Effect[] = [];
  public readonly state: Draft;

  public constructor(
    public readonly center: ContactCenter,
    state: CallState,
    now: number,
  ) {
    this.state = draftOf(state, now);
  }

  /** Puts the contact at the beginning of a flow. */
  public start(flow: PreparedFlow, purpose: Purpose): void {
    const start = { purpose, flow: flow.id, flowAttributes: {}, modules: [] };
    this.go(moved(start, flow.flow.StartAction));
  }

  /** Puts the contact at a place in a flow. */
  public go(run: Run): void {
    this.state.run = run;
  }

  /** The action that a run has come to. */
  public prepared(run: Run): PreparedAction | undefined {
    return this.center.flows.get(run.flow)?.actions.get(run.action);
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
}

/** A state that may be changed; every field stands in it, also one that holds nothing. */
type Draft = { -readonly [Key in keyof Required<CallState>]: CallState[Key] };

/** A copy of the state at that moment. Written out, since a spread took a tenth of a call's time. */
const draftOf = (state: CallState, now: number): Draft => ({
  now,
  contact: state.contact,
  run: state.run,
  inQueue: state.inQueue,
  agent: state.agent,
  connected: state.connected,
  before: state.before,
  callback: state.callback,
  answerFlow: state.answerFlow,
  dialling: state.dialling,
  ended: state.ended,
  external: state.external,
  storedInput: state.storedInput,
  metrics: state.metrics,
  modulesResult: state.modulesResult,
  loops: state.loops,
  background: state.background,
  lastId: state.lastId,
  broken: state.broken,
});

/** The run at an action. Written out, since copying with a spread took a fifth of a call's time. */
export const moved = (
  { purpose, flow, flowAttributes, modules, loopPrompts, interrupted }: Omit<Run, "action">,
  action: string,
  waiting?: Waiting,
): Run => ({
  purpose,
  flow,
  action,
  waiting,
  flowAttributes,
  modules,
  loopPrompts,
  interrupted,
});
