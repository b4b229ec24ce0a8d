import { didYouMean } from "../../did-you-mean";
import { inAdminGuide } from "../../facts/source";
import { brokenPathIn, jsonPathFault, jsonPathsIn, KNOWN_NAMES, stepsOf } from "../../json-path";
import { hasParameterFault } from "../parameters";
import type { Rule } from "../rule";
import { textsIn } from "../strings";

export const rule: Rule = {
  id: "json-path",
  level: "error in ours",
  reason: "Connect replaces a JSONPath that names no attribute by nothing",
  fix: "see AWS's list of contact attributes",
  source: inAdminGuide("connect-attrib-list"),
  *check(view, context) {
    for (const node of view.nodes) {
      for (const { path, text } of textsIn(node)) {
        if (!text.includes("$")) continue;
        const broken = brokenPathIn(text);
        if (broken !== undefined && !hasParameterFault(view, context, path)) {
          const message = `${broken} is not a JSONPath: a quote or a bracket is missing`;
          yield { index: node.index, path, message, fix: "write $.Attributes['the name']" };
          continue;
        }
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
          yield { index: node.index, path, message: `${fault}${meant}` };
        }
      }
    }
  },
};
