import { didYouMean } from "../../did-you-mean";
import { inAdminGuide } from "../../facts/source";
import { isObject } from "../../json";
import { jsonPathsIn, stepsOf } from "../../json-path";
import type { Fault, FlowView, Node, Rule } from "../rule";
import { textsIn } from "../strings";

/** The actions that set what a root holds, and the parameter with the names. */
const SETTERS = {
  Attributes: { type: "UpdateContactAttributes", parameter: "Attributes" },
  FlowAttributes: { type: "UpdateFlowAttributes", parameter: "FlowAttributes" },
} as const;

type Root = keyof typeof SETTERS;

export const rule: Rule = {
  id: "unset-attribute",
  level: "warning",
  reason: "what nothing has set is empty in a text, and a comparison takes its default branch",
  fix: "set it before, or correct its name",
  source: inAdminGuide("how-to-reference-attributes"),
  *check(view, { type }) {
    // Other flows begin with the attributes of the flow before, and a module may set any.
    const mayBeSetElsewhere =
      type !== "CONTACT_FLOW" ||
      view.nodes.some(({ action }) => action.Type === "InvokeFlowModule");
    if (!mayBeSetElsewhere) yield* unsetOf(view, "Attributes");
    yield* unsetOf(view, "FlowAttributes");
  },
};

/** One line a flow and root: its first place names all. An attribute may be asked for before it is set. */
function* unsetOf({ nodes, reached }: FlowView, root: Root): Generator<Fault> {
  const { type, parameter } = SETTERS[root];
  const set = new Set(
    nodes
      .filter(({ action }) => action.Type === type)
      .flatMap(({ action }) => {
        const names = action.Parameters?.[parameter];
        return isObject(names) ? Object.keys(names) : [];
      }),
  );
  // A name that is filled in later may be any.
  if ([...set].some((name) => /[{$]/.test(name))) return;
  const reads = [...reached]
    .flatMap((node) => readsOf(node, root))
    .filter(({ name }) => !set.has(name));
  const [first] = reads;
  if (first === undefined) return;
  const names = [...new Set(reads.map(({ name }) => name))].map(
    (name) => `$.${root}.${name}${didYouMean(name, [...set])}`,
  );
  yield {
    index: first.node.index,
    path: first.path,
    message: `no action of the flow sets what it reads: ${names.join(", ")}`,
    ...(root === "Attributes"
      ? {
          fix: `${rule.fix}; it is right where another flow, or the API call that starts the contact, sets it`,
        }
      : {}),
  };
}

/** The attributes that an action reads, each with its place. */
function readsOf(node: Node, root: Root): { node: Node; path: string; name: string }[] {
  return textsIn(node).flatMap(({ path, text }) =>
    text.includes(root)
      ? jsonPathsIn(text).flatMap((each) => {
          const [first, name] = stepsOf(each) ?? [];
          return first === root && name !== undefined ? [{ node, path, name }] : [];
        })
      : [],
  );
}
