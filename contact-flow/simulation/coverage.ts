import Table from "cli-table3";

import { blockName } from "../catalog";
import { exitsOf } from "../exits";
import type { ContactCenter, Effect } from "../runtime";
import type { PreparedFlow } from "../runtime/center";

/** An exit that no call has taken. */
export interface Missed {
  readonly action: string;
  /** The console's name of the block. */
  readonly block: string;
  /** `NextAction`, `Conditions[0]`, `Errors[1]`; `entered` for an action without exits. */
  readonly exit: string;
  /** What the console writes on the branch. */
  readonly label: string;
}

/** How much of one flow the calls have been through. */
export interface FlowCoverage {
  readonly flow: string;
  readonly taken: number;
  readonly total: number;
  readonly missed: readonly Missed[];
}

/** A place in a flow that a call can pass: an exit, or an action that has none. */
interface Place extends Missed {
  readonly key: string;
}

function placesOf(flow: PreparedFlow): Place[] {
  return flow.flow.Actions.flatMap((action) => {
    const block = blockName(action);
    const own = { action: action.Identifier, block };
    const exits = exitsOf(action).map((exit) => ({
      ...own,
      exit: exit.key,
      label: exit.label,
      key: `${flow.id} ${action.Identifier} ${exit.key}`,
    }));
    return exits.length > 0
      ? exits
      : [{ ...own, exit: "entered", label: "", key: `${flow.id} ${action.Identifier} entered` }];
  });
}

/** Counts the transitions that calls take, over as many calls as it watches. */
export class Coverage {
  private readonly counts = new Map<string, number>();

  public constructor(private readonly center: ContactCenter) {}

  /** Give this to a call as its watcher. */
  public readonly watch = (effect: Effect): void => {
    if (effect.type === "took") {
      this.count(`${effect.flow} ${effect.action} ${effect.exit}`);
    } else if (effect.type === "entered") {
      this.count(`${effect.flow} ${effect.action} entered`);
    }
  };

  /** How often an exit has been taken, or an action entered (`entered`). */
  public timesTaken(flow: string, action: string, exit: string): number {
    return this.counts.get(`${flow} ${action} ${exit}`) ?? 0;
  }

  /** Whether a transition was taken, by flow, action and exit with spaces between. */
  public has(transition: string): boolean {
    return this.counts.has(transition);
  }

  /** The coverage of one flow, by name or id. @throws Error if there is no such flow */
  public of(name: string): FlowCoverage {
    const flow = this.center.flowsByName.get(name) ?? this.center.flows.get(name);
    if (flow === undefined) {
      const names = [...this.center.flowsByName.keys()].join(", ");
      throw new Error(`flow must be one of ${names}, got ${name}`);
    }
    const places = placesOf(flow);
    const missed = places.filter(({ key }) => !this.counts.has(key));
    return {
      flow: flow.name,
      taken: places.length - missed.length,
      total: places.length,
      missed: missed.map(({ action, block, exit, label }) => ({ action, block, exit, label })),
    };
  }

  /** The coverage of the flows as a table, each transition that is missing on a line of its own. */
  public table(names: readonly string[] = [...this.center.flowsByName.keys()]): string {
    const table = new Table({
      head: ["Flow", "Transitions", "Never taken"],
      style: { head: [], border: [], compact: true },
    });
    for (const { flow, taken, total, missed } of names.map((name) => this.of(name))) {
      const percent = total === 0 ? 100 : Math.floor((100 * taken) / total);
      table.push([
        flow,
        `${taken} of ${total} (${percent} %)`,
        missed
          .map(({ action, label }) => (label === "" ? action : `${action} → ${label}`))
          .join("\n"),
      ]);
    }
    return table.toString();
  }

  private count(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }
}
