import { inAdminGuide } from "../../facts/source";
import { jsonPathsIn, stepsOf } from "../../json-path";
import type { Rule } from "../rule";
import { textsIn } from "../strings";
import { successesOf } from "../view";

/** The actions that set what a JSONPath's root holds; before them it is empty. */
const SET_BY: Readonly<Record<string, readonly string[]>> = {
  DataTables: ["EvaluateDataTableValues", "ListDataTableValues"],
  External: ["InvokeLambdaFunction"],
  LambdaInvocation: ["InvokeLambdaFunction"],
  Lex: ["ConnectParticipantWithLexBot"],
  Metrics: ["GetMetricData"],
  Modules: [],
  StoredCustomerInput: ["GetParticipantInput"],
  Views: ["ShowView"],
};

/** How a flow comes to have such a value. */
const FIX: Readonly<Record<string, string>> = {
  External: "invoke a Lambda function on every path before it",
  StoredCustomerInput: "put Store customer input on every path before it",
};

const isStored = (value: unknown): boolean => value === "True" || value === "true";

export const rule: Rule = {
  id: "unset-value",
  level: "warning",
  reason: "no action has set it: it is empty, and a comparison takes its default branch",
  fix: "set it before, unless the flow that transfers to this one sets it",
  source: inAdminGuide("attribs-with-lambda"),
  *check(view, { type }) {
    // Other flows begin with what the contact has from the flow before.
    if (type !== "CONTACT_FLOW") return;
    const isSet = new Map<string, ReadonlySet<unknown>>();
    for (const node of view.reached) {
      for (const { path, text } of textsIn(node)) {
        if (!text.includes("$")) continue;
        for (const root of new Set(jsonPathsIn(text).map((each) => stepsOf(each)?.[0] ?? ""))) {
          const setters = Object.hasOwn(SET_BY, root) ? SET_BY[root] : undefined;
          if (setters === undefined) continue;
          const reached = isSet.get(root) ?? after(setters);
          isSet.set(root, reached);
          if (!reached.has(node)) {
            const fix = FIX[root];
            yield {
              index: node.index,
              path,
              message: `"${node.action.Identifier}" reads $.${root}, and no action before it sets that`,
              ...(fix === undefined
                ? {}
                : { fix: `${fix}, unless the flow that transfers to this one does` }),
            };
          }
        }
      }
    }
    /** The nodes that come after one that has set the value; a module may set anything. */
    function after(setters: readonly string[]) {
      const reached = new Set(
        [...view.reached]
          .filter(
            ({ action: { Type, Parameters } }) =>
              Type === "InvokeFlowModule" ||
              (setters.includes(Type) &&
                (Type !== "GetParticipantInput" || isStored(Parameters?.StoreInput))),
          )
          .flatMap(successesOf)
          .flatMap(({ target }) => view.byId.get(target) ?? []),
      );
      for (const node of reached) {
        for (const { target } of node.exits) {
          const next = view.byId.get(target);
          if (next !== undefined) reached.add(next);
        }
      }
      return reached;
    }
  },
};
