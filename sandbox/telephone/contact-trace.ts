import { blockName } from "../../contact-flow/catalog";
import { exitsOf } from "../../contact-flow/exits";
import type { Contact, ContactCenter, Ending } from "../../contact-flow/runtime";
import type { Trace } from "./trace";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What is told of a contact. */
type Told = Pick<Contact, "attributes" | "targetQueue" | "callbackNumber">;

const NOTHING: Told = { attributes: {} };

/** What a block may set that is told: the turn may go on to blocks that set something else. */
const SETS: Readonly<Record<string, keyof Told>> = {
  UpdateContactAttributes: "attributes",
  UpdateContactTargetQueue: "targetQueue",
  UpdateContactCallbackNumber: "callbackNumber",
};

/** Tells in a telephone's trace what a contact goes through. */
export class ContactTrace {
  private lastBlock: { readonly entry: number; readonly action: string } | undefined;

  private told: Told | undefined;

  public constructor(
    private readonly trace: Trace | undefined,
    private readonly center: ContactCenter,
    private readonly queueName: (id: string) => string,
  ) {}

  /** A block begins: named as in the console, with its own name if it has one. */
  public entered(flow: string, action: string): void {
    const prepared = this.center.flows.get(flow)?.actions.get(action);
    const block = prepared === undefined ? action : blockName(prepared.action);
    const text = block === action || UUID.test(action) ? block : `${action} (${block})`;
    const entry = this.trace?.add("block", text);
    this.lastBlock = entry === undefined ? undefined : { entry, action };
  }

  /**
   * An exit is taken: told where it says more than that the block is through.
   * @param contact as it is after the turn of the interpreter: what a block has set is told with it
   */
  public took(flow: string, action: string, exit: string, contact: Contact): void {
    if (this.lastBlock?.action !== action) return;
    const prepared = this.center.flows.get(flow)?.actions.get(action);
    if (exit === "NextAction") {
      const part = SETS[prepared?.action.Type ?? ""];
      if (part !== undefined) this.compare({ ...(this.told ?? NOTHING), [part]: contact[part] });
      return;
    }
    const exits = prepared === undefined ? [] : exitsOf(prepared.action);
    const label = exits.find(({ key }) => key === exit)?.label ?? exit;
    this.trace?.append(this.lastBlock.entry, ` → ${label}`);
  }

  /** What flows have set on the contact since it was told last. */
  public compare(contact: Told): void {
    const before = this.told ?? NOTHING;
    this.told = contact;
    if (before === contact) return;
    for (const [key, value] of Object.entries(contact.attributes)) {
      if (before.attributes[key] !== value) this.trace?.add("attribute", `${key} = ${value}`);
    }
    const { targetQueue, callbackNumber } = contact;
    if (targetQueue !== undefined && targetQueue !== before.targetQueue) {
      this.trace?.add("attribute", `working queue = ${this.queueName(targetQueue)}`);
    }
    if (callbackNumber !== undefined && callbackNumber !== before.callbackNumber) {
      this.trace?.add("attribute", `callback number = ${callbackNumber}`);
    }
  }
}

/** How a contact ended, in words. */
export function endingText(ending: Ending): string {
  switch (ending.by) {
    case "fault":
      return `the flow stops at ${ending.fault.action}: ${ending.fault.message}`;
    case "flow":
      return "the flow hung up";
    case "customer":
      return "the caller hung up";
    case "agent":
      return "the agent hung up";
    case "api":
      return "the API stopped the contact";
    case "transfer":
      return "the contact was transferred";
    case "notReached":
      return "the caller could not be reached";
  }
}
