import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { FlowSyntaxError, type FlowType, parseFlow } from "../flow";
import type { Finding, Level, LintContext, Origin, Rule } from "./rule";
import { viewOf } from "./view";

export { fillerOf } from "./references";
export type { Finding, LintContext, Origin, Rule } from "./rule";

const FOLDER = join(__dirname, "rules");
const load = createRequire(__filename);

/** The rule that a file exports. */
function ruleOf(file: string): Rule {
  const { rule } = load(join(FOLDER, file)) as { readonly rule?: Rule };
  if (rule === undefined || `${rule.id}.ts` !== file) {
    throw new Error(
      `contact-flow/lint/rules/${file} must export a rule with its file's name as id`,
    );
  }
  return rule;
}

/** Every rule, each from its file in rules/: first those of CreateContactFlow, then in order of their ids. */
export const RULES: readonly Rule[] = readdirSync(FOLDER)
  .sort()
  .map(ruleOf)
  .sort((one, other) => Number(other.level === "refused") - Number(one.level === "refused"));

const SYNTAX_FIX =
  "mend the JSON: double quotes, no comments, no comma after the last entry, each field of the kind that the flow language has";

const CONNECT_RULES = RULES.filter(({ level }) => level === "refused");

const levelOf = ({ level }: Rule, origin: Origin): Level =>
  level === "warning" || (level === "error in ours" && origin === "exported") ? "warning" : "error";

function apply(rules: readonly Rule[], content: string, context: LintContext): Finding[] {
  let flow;
  try {
    flow = parseFlow(content);
  } catch (error) {
    if (!(error instanceof FlowSyntaxError)) {
      throw error;
    }
    return [
      {
        rule: "syntax",
        level: "error",
        message: error.message,
        ...(error.path === "" ? {} : { path: error.path }),
        fix: SYNTAX_FIX,
      },
    ];
  }
  const view = viewOf(flow, content);
  // With two actions of one name nobody knows what leads where: callers are judged once that is mended.
  const isAmbiguous = view.byId.size < view.nodes.length;
  const fitting = isAmbiguous ? rules.filter(({ level }) => level === "refused") : rules;
  return fitting.flatMap((rule) =>
    Array.from(rule.check(view, context), ({ index, path, message, fix }): Finding => {
      const action = index === undefined ? undefined : flow.Actions[index]?.Identifier;
      return {
        rule: rule.id,
        level: levelOf(rule, context.origin),
        ...(action === undefined ? {} : { action }),
        ...(path === undefined ? {} : { path }),
        message,
        fix: fix ?? rule.fix,
      };
    }),
  );
}

/**
 * Judges a flow as CreateContactFlow would, and then as its callers would.
 * @param content the JSON that would be sent, a template with holes, or an export
 * @param context its type, where it comes from, and the schedule that it may announce
 * @returns what is wrong, in the order of {@link RULES}; empty for a flow without fault
 */
export const lintFlow = (content: string, context: LintContext): Finding[] =>
  apply(RULES, content, context);

/** The most problems that InvalidContactFlowException carries, and their longest message. */
const MAX_PROBLEMS = 50;
const MAX_PROBLEM = 256;

/**
 * The problems for which AWS itself refuses the content, in AWS's words where they are known: the
 * `problems` of InvalidContactFlowException.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html
 */
export const connectProblems = (content: string, type: FlowType): string[] =>
  apply(CONNECT_RULES, content, { type, origin: "exported", refusesPlaceholders: true })
    .slice(0, MAX_PROBLEMS)
    .map(({ message }) => message.slice(0, MAX_PROBLEM));
