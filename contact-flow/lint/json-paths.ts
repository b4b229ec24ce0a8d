import { didYouMean } from "../did-you-mean";
import { jsonPathFault, jsonPathsIn, KNOWN_NAMES, stepsOf } from "../json-path";
import { inAdminGuide } from "../facts/source";
import { hasParameterFault } from "./parameters";
import { ALWAYS_WARNING, ERROR_IN_OURS, type Rule } from "./rule";
import { textsIn } from "./strings";
import { successesOf } from "./view";

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

/** What stands behind `$.` and names nothing. */
export const JSON_PATH_RULES: readonly Rule[] = [
  {
    id: "json-path",
    source: inAdminGuide("connect-attrib-list"),
    reason: "Connect puts nothing in place of a JSONPath that names nothing",
    fix: "see AWS's list of contact attributes",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view, context) {
      for (const node of view.nodes) {
        for (const { path, text } of textsIn(node)) {
          if (!text.includes("$")) continue;
          for (const jsonPath of new Set(jsonPathsIn(text))) {
            const fault = jsonPathFault(jsonPath);
            // A function may be given all that a root holds.
            const isWhole = jsonPath === text && (stepsOf(text)?.length ?? 0) === 1;
            if (fault === undefined || hasParameterFault(view, context, path)) continue;
            const [root = "", name = ""] = stepsOf(jsonPath) ?? [];
            const isKnown = Object.hasOwn(KNOWN_NAMES, root);
            if (isWhole && isKnown) continue;
            const meant = isKnown
              ? didYouMean(name, KNOWN_NAMES[root] ?? [])
              : didYouMean(root, Object.keys(KNOWN_NAMES));
            yield {
              index: node.index,
              path,
              message: `${fault}${meant}`,
            };
          }
        }
      }
    },
  },
  {
    id: "unset-value",
    source: inAdminGuide("attribs-with-lambda"),
    reason: "nothing has set it there: it is empty, and a comparison takes its default branch",
    fix: "set it before, unless the flow that transfers to this one does",
    checkedBy: "house",
    level: ALWAYS_WARNING,
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
  },
];
