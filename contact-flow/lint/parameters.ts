import { CATALOG, isActionType, NEVER_VALID, REFUSED_TYPES } from "../catalog";
import { nearest } from "../did-you-mean";
import { FIRST, PULUMI, TYPES } from "../facts/probes/runs";
import { answered, onPage, type Source } from "../facts/source";
import { fieldFaults, groupFaults, type ValueFault } from "./parameter-values";
import { ALWAYS_ERROR, type Fault, type FlowView, type LintContext, type Rule } from "./rule";

/** The faults of every action's parameters, found once for the rules that share them. */
const found = new WeakMap<FlowView, ReadonlyMap<ValueFault["rule"], readonly Fault[]>>();

function parameterFaults(
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
    for (const fault of [
      ...fieldFaults(parameters, spec.parameters, at, context, spec.open),
      ...groupFaults(parameters, spec.groups ?? [], at),
    ]) {
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

const parameterRule = (
  id: ValueFault["rule"],
  source: Source,
  reason: string,
  fix: string,
): Rule => ({
  id,
  source,
  reason,
  fix,
  checkedBy: "connect",
  level: ALWAYS_ERROR,
  check: (view, context) => parameterFaults(view, context).get(id) ?? [],
});

/** What Connect demands of an action's type and parameters. */
export const PARAMETER_RULES: readonly Rule[] = [
  {
    id: "action-type",
    source: answered(TYPES),
    reason: "the service does not know this type",
    fix: "use a type of the flow language; types are case-sensitive",
    checkedBy: "connect",
    level: ALWAYS_ERROR,
    *check({ nodes }) {
      for (const { action, index, path } of nodes) {
        if (!isActionType(action.Type)) {
          const meant = NEVER_VALID[action.Type] ?? nearest(action.Type, Object.keys(CATALOG));
          if (REFUSED_TYPES.includes(action.Type)) {
            yield {
              index,
              path: `${path}.Type`,
              message: `Invalid Action type. Type: ${action.Type}, Path: ${path}.Type`,
              fix: "take it out: AWS's pages name this type, and CreateContactFlow refuses it",
            };
            continue;
          }
          yield {
            index,
            path: `${path}.Type`,
            message: `Invalid Action type. Type: ${action.Type}, Path: ${path}.Type`,
            ...(meant === undefined ? {} : { fix: `write ${meant}` }),
          };
        }
      }
    },
  },
  parameterRule(
    "unknown-parameter",
    answered(PULUMI),
    "the action has no parameter of that name",
    "take it out, or look for its name on the action's page",
  ),
  parameterRule(
    "missing-parameter",
    answered(FIRST),
    "the action cannot run without this parameter",
    "add the parameter",
  ),
  parameterRule(
    "parameter-value",
    answered(FIRST),
    "the parameter cannot hold this value",
    "write a value that the action's page allows",
  ),
  parameterRule(
    "exclusive-parameters",
    answered(FIRST),
    "these parameters shut each other out",
    "keep one of them",
  ),
  parameterRule(
    "empty-value",
    answered(PULUMI),
    "Connect refuses an empty string wherever it stands",
    "write a value, or leave the parameter out",
  ),
  parameterRule(
    "reference",
    onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-parameter-restrictions.html",
    ),
    "Connect finds resources by id or ARN, never by name",
    "write the id, the ARN or a JSONPath to one; is a placeholder left unfilled?",
  ),
];
