import type { Action } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";
import type { CallState, ContactCenter } from "../../contact-flow/runtime";
import { evaluate } from "../../contact-flow/runtime/read";
import { type FlowLogEntry, loggedParameters, moduleTypeOf, resultsOf } from "./flow-log-entry";

interface Block {
  readonly flow: string;
  readonly action: Action;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Writes a flow's log: an entry for each block that a contact passes while logging is on for it. It follows
 * the blocks that switch logging itself, since a turn of the interpreter may go on to others.
 */
export class FlowLogger {
  private isOn = false;
  private block: Block | undefined;

  /** @param write - Takes each entry, in order. */
  public constructor(
    private readonly center: ContactCenter,
    private readonly now: () => number,
    private readonly write: (entry: FlowLogEntry) => void,
  ) {}

  /** A block begins: the one before it has left its flow without an exit, if it is still there. */
  public entered(flow: string, action: string, call: CallState): void {
    this.left(call);
    const prepared = this.center.flows.get(flow)?.actions.get(action);
    if (prepared !== undefined) this.block = { flow, action: prepared.action, at: this.now() };
  }

  /** A block is through, by one of its exits. */
  public took(flow: string, action: string, exit: string, call: CallState): void {
    const { block } = this;
    if (block?.flow !== flow || block.action.Identifier !== action) return;
    this.block = undefined;
    if (block.action.Type === "UpdateFlowLoggingBehavior" && exit === "NextAction")
      this.isOn = block.action.Parameters?.FlowLoggingBehavior === "Enabled";
    this.tell(block, call, exit);
  }

  /** The contact has left its flow. */
  public left(call: CallState): void {
    const { block } = this;
    this.block = undefined;
    if (block !== undefined) this.tell(block, call);
  }

  private tell({ flow, action, at }: Block, call: CallState, exit?: string): void {
    if (!this.isOn) return;
    const Results = exit === undefined ? undefined : resultsOf(action, exit);
    const answered = action.Type === "InvokeLambdaFunction" && exit === "NextAction";
    const { id, name = "", type } = this.center.flows.get(flow) ?? {};
    const kind = type === "MODULE" ? "flow-module" : "contact-flow";
    const read = (value: Json | undefined) => evaluate(value, call, this.center);
    for (const Parameters of loggedParameters(action, read)) {
      this.write({
        ContactId: call.contact.id,
        ContactFlowId: `${this.center.instanceArn}/${kind}/${id}`,
        ContactFlowName: name,
        ContactFlowModuleType: moduleTypeOf(action),
        Identifier: action.Identifier,
        Timestamp: new Date(at).toISOString(),
        ...(answered && { ExternalResults: call.external }),
        Parameters,
        ...(Results !== undefined && { Results }),
      });
    }
  }
}
