import type { CallbackRequest, CallState } from "../../../contact-flow/runtime";
import { PhoneCall, type World } from "../../../contact-flow/simulation";
import { OperatorError } from "../../../sandbox/machine/errors";
import type { Call } from "./calls";
import { callbackKey } from "./callback-key";
import type { Model } from "./model";

/** A number that callbacks reach: which one does not matter here. */
const CALLER = "+13025550123";

/** A call in its flow, until it is answered or over. */
export class FlowCall {
  /** Whether the simulation has no more to do with it. */
  public over = false;
  private readonly phone: PhoneCall;
  private readonly keys: string[];
  private answeredInput = 0;
  private takesCallback = false;

  /**
   * @param from the simulation's beginning, in milliseconds since 1970
   * @param takes draws whether the caller takes a callback that is offered
   */
  public constructor(
    private readonly model: Model,
    world: World,
    public readonly call: Call,
    private readonly from: number,
    private readonly takes: () => boolean,
  ) {
    this.keys = "keys" in call.row.to ? Array.from(call.row.to.keys) : [];
    this.phone = new PhoneCall(model.center, world, {
      flow: model.flow,
      at: from + call.at * 1000,
      contact: { customerNumber: CALLER },
    });
    this.press();
  }

  /** Where the call stands. @throws OperatorError if the flow holds what can't be run */
  public get state(): CallState {
    const { state } = this.phone;
    if (state.ended?.by === "fault") {
      const { flow, action, message } = state.ended.fault;
      const name = this.model.center.flows.get(flow)?.name ?? flow;
      throw new OperatorError(
        `flow "${name}" can't be forecast: it stops at "${action}": ${message}`,
      );
    }
    return state;
  }

  /** The callback that the caller has got; undefined if none. */
  public get callback(): CallbackRequest | undefined {
    return this.phone.callbacks[0];
  }

  /** When the flow goes on by itself, in seconds of the simulation; Infinity if it doesn't. */
  public get nextAt(): number {
    return this.phone.nextAt === undefined ? Infinity : (this.phone.nextAt - this.from) / 1000;
  }

  /** Lets the flow go on to what comes next. */
  public tick(): void {
    this.phone.tick();
    this.press();
  }

  /** The caller presses what the flow asks for: first the keys of the row, then what offers a callback. */
  private press(): void {
    for (;;) {
      const { run, inQueue } = this.phone.state;
      const waiting = run?.waiting;
      if (run === undefined || waiting?.for !== "input" || waiting.id === this.answeredInput)
        return;
      this.answeredInput = waiting.id;
      const key =
        inQueue === undefined && this.keys.length > 0 ? this.keys.shift() : this.answer(run);
      if (key === undefined) return;
      this.phone.happens({ type: "digit", key });
    }
  }

  private answer({ flow, action }: { flow: string; action: string }): string | undefined {
    const key = callbackKey(this.model.center, flow, action);
    if (key === undefined) return undefined;
    this.takesCallback ||= this.takes();
    return this.takesCallback ? key : undefined;
  }
}
