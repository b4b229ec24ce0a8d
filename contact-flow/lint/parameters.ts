import { fieldFaults, groupFaults, type ValueFault } from "./parameter-values";
import type { Fault, FlowView, LintContext } from "./rule";

/** The faults of every action's parameters, found once for the rules that share them. */
const found = new WeakMap<FlowView, ReadonlyMap<ValueFault["rule"], readonly Fault[]>>();

/** The faults of the flow's parameters, by the rule that reports them. */
export function parameterFaults(
  view: FlowView,
  context: LintContext,
): ReadonlyMap<ValueFault["rule"], readonly Fault[]> {
  const known = found.get(view);
  if (known !== undefined) {
    return known;
  }
  const faults = new Map<ValueFault["rule"], Fault[]>();
  for (const { action, index, path, spec } of view.nodes) {
    if (spec === undefined) {
      continue;
    }
    const parameters = action.Parameters ?? {};
    const at = `${path}.Parameters`;
    const own: ValueFault[] = [];
    fieldFaults(parameters, spec.parameters, at, context, own, spec.open);
    groupFaults(parameters, spec.groups ?? [], at, own);
    for (const fault of own) {
      const list = faults.get(fault.rule) ?? [];
      list.push({ ...fault, index });
      faults.set(fault.rule, list);
    }
  }
  found.set(view, faults);
  return faults;
}

/** Whether CreateContactFlow refuses the value at this place: nobody needs to be told twice. */
export const hasParameterFault = (view: FlowView, context: LintContext, at: string): boolean =>
  [...parameterFaults(view, context).values()].some((faults) =>
    faults.some(({ path }) => path === at),
  );
