import { type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Harm } from "../finding.ts";

/**
 * Judges changes of evaluation forms: none may be removed, and none may lose more than half of its questions.
 */
export function lostForms(before: JsonObject, after: JsonObject | undefined): readonly Harm[] {
  if (after === undefined) {
    return [harm("changes the evaluation forms in a way that isn't known before the apply")];
  }
  const next = new Map(formsOf(after).map((form) => [String(form.title), form]));
  return formsOf(before).flatMap((form) => {
    const title = String(form.title);
    const now = next.get(title);
    if (now === undefined) return [harm(`deactivates the evaluation form ${title}`)];
    const [had, has] = [questionsOf(form), questionsOf(now)];
    const kept = had.filter((question) => has.includes(question)).length;
    return kept * 2 >= had.length
      ? []
      : [harm(`drops ${had.length - kept} of ${had.length} questions of the form ${title}`)];
  });
}

const harm = (happens: string): Harm => ({
  effect: "disrupt",
  happens,
  because:
    "nobody can judge calls by it any more, and new scores can't be compared with the old ones",
  source: "https://docs.aws.amazon.com/connect/latest/adminguide/evaluations.html",
  cure: "look for what has emptied evaluationForms in kwglobal.ts",
});

const formsOf = (desired: JsonObject) => listOf(desired.forms).map(objectOf);

/** The ids of a form's questions. */
function questionsOf(form: JsonObject): string[] {
  return listOf(form.items)
    .map((item) => objectOf(objectOf(item).Section))
    .flatMap((section) => listOf(section.Items))
    .map((item) => String(objectOf(objectOf(item).Question).RefId));
}
