import type { EvaluationForm } from "@aws-sdk/client-connect";

/** What of a form is written here, or can be set in the console and changes how a call is scored. */
const MEMBERS = new Set([
  ...["Title", "Description", "Instructions", "Items", "Section", "Question", "RefId", "Weight"],
  ...["ScoringStrategy", "Mode", "Status", "IsExcludedFromScoring", "ScoringConfiguration"],
  ...["QuestionType", "QuestionTypeProperties", "NotApplicableEnabled", "Enablement"],
  ...["SingleSelect", "MultiSelect", "Numeric", "Text", "DisplayAs", "Options", "Automation"],
  ...["Score", "AutomaticFail", "MinValue", "MaxValue"],
]);

type Content = Pick<EvaluationForm, "Title" | "Description" | "ScoringStrategy" | "Items">;

/**
 * Whether two forms ask the same and score it alike. False, "" and nothing at all are the same, and members
 * that AWS may add are passed over: a difference that no apply could end would show in every plan.
 */
export function sameContent(one: Content | undefined, other: Content): boolean {
  return one !== undefined && textOf(one) === textOf(other);
}

function textOf({ Title, Description, ScoringStrategy, Items }: Content): string {
  return JSON.stringify(known({ Title, Description, ScoringStrategy, Items }));
}

function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(known);
  if (typeof value !== "object" || value === null) {
    return value === false || value === "" || value === null ? undefined : value;
  }
  const members = Object.entries(value)
    .filter(([name]) => MEMBERS.has(name))
    .map(([name, each]) => [name, known(each)] as const)
    .filter(([, each]) => each !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
