import type { Synthesized } from "../../support/synthesized";
import { type Block, resourcesOf } from "../blocks";
import { isObject, valuesAt } from "../paths";
import { judge, type Verdict } from "../verdict";

/** An action of a flow, as far as rules look at it. */
export interface Action {
  readonly id: string;
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The actions that may follow, by the error, the condition or `NextAction`. */
  readonly exits: readonly { readonly name: string; readonly to: string }[];
}

/** A flow or module as it was synthesized. */
export interface Flow extends Block {
  /** Amazon Connect's type of flow; `MODULE` for a module. */
  readonly flowType: string;
  readonly version: unknown;
  readonly start: string;
  readonly actions: readonly Action[];
}

/** Flows and modules whose content is no plain JSON are left out: FLOW-01 names them. */
export function flowsOf(stack: Synthesized): Flow[] {
  return flowBlocks(stack).flatMap((block) => read(block) ?? []);
}

export function flowBlocks(stack: Synthesized): Block[] {
  return [
    ...resourcesOf(stack, "aws_connect_contact_flow"),
    ...resourcesOf(stack, "aws_connect_contact_flow_module"),
  ];
}

export function read(block: Block): Flow | undefined {
  const content = parsed(block.attributes.content);
  if (!isObject(content)) {
    return undefined;
  }
  return {
    ...block,
    flowType: String("type" in block.attributes ? block.attributes.type : "MODULE"),
    version: content.Version,
    start: String(content.StartAction),
    actions: valuesAt(content, "Actions").filter(isObject).map(actionOf),
  };
}

/** Judges each flow that has actions of the types by these actions; every action, if none is named. */
export function judgeActions(
  stack: Synthesized,
  types: readonly string[],
  faultOf: (action: Action, flow: Flow) => string | undefined,
): Verdict {
  const chosen = (flow: Flow) =>
    flow.actions.filter(({ type }) => types.length === 0 || types.includes(type));
  return judge(
    flowsOf(stack).filter((flow) => chosen(flow).length > 0),
    (flow) =>
      chosen(flow).flatMap((action) => {
        const fault = faultOf(action, flow);
        return fault === undefined ? [] : [`"${action.id}" ${fault}`];
      }),
  );
}

/** The actions that a call may come to after `from`, which is among them only in a circle. */
export function reachable(flow: Flow, from: string): Set<string> {
  const seen = new Set<string>();
  const next = [from];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const action = flow.actions.find((each) => each.id === id);
    for (const { to } of action?.exits ?? []) {
      if (!seen.has(to)) {
        seen.add(to);
        next.push(to);
      }
    }
  }
  return seen;
}

function actionOf(action: Record<string, unknown>): Action {
  const transitions = isObject(action.Transitions) ? action.Transitions : {};
  const exits = [
    { name: "NextAction", to: transitions.NextAction },
    ...valuesAt(transitions, "Errors")
      .filter(isObject)
      .map((error) => ({ name: String(error.ErrorType), to: error.NextAction })),
    ...valuesAt(transitions, "Conditions")
      .filter(isObject)
      .map(({ NextAction: to }) => ({ name: "Condition", to })),
  ];
  return {
    id: String(action.Identifier),
    type: String(action.Type),
    parameters: isObject(action.Parameters) ? action.Parameters : {},
    exits: exits.flatMap(({ name, to }) => (typeof to === "string" ? [{ name, to }] : [])),
  };
}

function parsed(content: unknown): unknown {
  try {
    return JSON.parse(String(content));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
