import { exitsOf } from "../../exits";
import type { Action } from "../../flow";
import { jsonPathsIn } from "../../json-path";
import type { PreparedFlow } from "../../runtime/center";
import type { Coverage, Missed } from "../coverage";

/** A transition that no call takes, and why. */
export interface Miss extends Missed {
  readonly why: string;
}

/** The actions that a contact can come to, whatever happens. */
function reachable({ flow }: PreparedFlow): ReadonlySet<string> {
  const actions = new Map(flow.Actions.map((action) => [action.Identifier, action]));
  const found = new Set<string>();
  const next = [flow.StartAction];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const action = actions.get(id);
    if (action === undefined || found.has(id)) continue;
    found.add(id);
    next.push(...exitsOf(action).map(({ target }) => target));
  }
  return found;
}

/** Why an exit of an action that calls do come to isn't taken, as far as the action tells. */
function whyNot({ Type, Parameters }: Action): string {
  if (Type === "InvokeFlowModule") {
    return "the module would have to return this: give its file with --with";
  }
  const compared = Type === "Compare" ? Parameters?.ComparisonValue : undefined;
  const [path] = typeof compared === "string" ? jsonPathsIn(compared) : [];
  return path === undefined
    ? "no call was found that takes it"
    : `no call was found in which ${path} is so: earlier conditions may shadow it, or nothing before sets it`;
}

/**
 * What of a flow the calls miss. What lies behind a miss only is left out, since it comes with it.
 */
export function missesOf(flow: PreparedFlow, coverage: Coverage): Miss[] {
  const possible = reachable(flow);
  const { missed } = coverage.of(flow.id);
  const entered = (id: string): boolean => coverage.timesTaken(flow.id, id, "entered") > 0;
  const orphans = new Set<string>();
  return missed.flatMap((miss) => {
    const action = flow.actions.get(miss.action)?.action;
    if (action === undefined) return [];
    if (!possible.has(miss.action)) {
      if (orphans.has(miss.action)) return [];
      orphans.add(miss.action);
      return [{ ...miss, exit: "entered", label: "", why: "no exit leads here" }];
    }
    return entered(miss.action) ? [{ ...miss, why: whyNot(action) }] : [];
  });
}
