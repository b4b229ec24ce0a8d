import type { ContactCenter } from "../../contact-flow/runtime";
import type { TrailView } from "./views";

interface Steps {
  readonly entered: Set<string>;
  readonly taken: Set<string>;
}

/** The way of a contact through its flows, in the order in which it came into them. */
export class Trail {
  private readonly flows = new Map<string, Steps>();

  public constructor(private readonly center: ContactCenter) {}

  public entered(flow: string, action: string): void {
    this.steps(flow).entered.add(action);
  }

  public took(flow: string, action: string, exit: string): void {
    this.steps(flow).taken.add(`${action} ${exit}`);
  }

  /** @param running the flow and the block that run now, if any do */
  public view(running: { readonly flow: string; readonly action: string } | undefined) {
    return [...this.flows].map(([flow, { entered, taken }]): TrailView => ({
      flow,
      name: this.center.flows.get(flow)?.name ?? flow,
      type: this.center.flows.get(flow)?.type ?? "",
      ...(running?.flow === flow ? { running: running.action } : {}),
      entered: [...entered],
      taken: [...taken],
    }));
  }

  private steps(flow: string): Steps {
    const steps = this.flows.get(flow) ?? { entered: new Set(), taken: new Set() };
    // The flow that was entered last comes last, also when it was entered before.
    this.flows.delete(flow);
    this.flows.set(flow, steps);
    return steps;
  }
}
