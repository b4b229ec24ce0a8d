import { FlowSyntaxError, type FlowType, parseFlow } from "../flow";
import { ANNOUNCED_HOURS_RULES } from "./announced-hours";
import { ARN_RULES } from "./arns";
import { CONDITION_RULES } from "./conditions";
import { DESTINATION_RULES } from "./destinations";
import { ENDLESS_RULES } from "./endless";
import { ENVELOPE_RULES } from "./envelope";
import { JSON_PATH_RULES } from "./json-paths";
import { LOOP_PROMPT_RULES } from "./loop-prompts";
import { MENU_RULES } from "./menus";
import { MIRROR_RULES } from "./mirror";
import { PARAMETER_RULES } from "./parameters";
import { PRIVACY_RULES } from "./privacy";
import { PROMPT_RULES } from "./prompts";
import { QUEUE_RULES } from "./queues";
import { REACH_RULES } from "./reach";
import type { Finding, LintContext, Rule } from "./rule";
import { SSML_RULES } from "./ssml";
import { TRANSITION_RULES } from "./transitions";
import { VALUE_RULES } from "./values";
import { viewOf } from "./view";
import { VOICE_RULES } from "./voices";

export { fillerOf } from "./references";
export type { Finding, LintContext, Origin, Rule } from "./rule";

/** Every rule, those of CreateContactFlow first. */
export const RULES: readonly Rule[] = [
  ...ENVELOPE_RULES,
  ...PARAMETER_RULES,
  ...TRANSITION_RULES,
  ...REACH_RULES,
  ...QUEUE_RULES,
  ...LOOP_PROMPT_RULES,
  ...MENU_RULES,
  ...MIRROR_RULES,
  ...ANNOUNCED_HOURS_RULES,
  ...VALUE_RULES,
  ...DESTINATION_RULES,
  ...ARN_RULES,
  ...CONDITION_RULES,
  ...JSON_PATH_RULES,
  ...ENDLESS_RULES,
  ...PROMPT_RULES,
  ...SSML_RULES,
  ...VOICE_RULES,
  ...PRIVACY_RULES,
];

const SYNTAX_FIX =
  "mend the JSON: double quotes, no comments, no comma after the last entry, each field of the kind that the flow language has";

const CONNECT_RULES = RULES.filter(({ checkedBy }) => checkedBy === "connect");

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
  return rules.flatMap((rule) =>
    Array.from(rule.check(view, context), ({ index, path, message, fix }): Finding => {
      const action = index === undefined ? undefined : flow.Actions[index]?.Identifier;
      return {
        rule: rule.id,
        level: rule.level[context.origin],
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
