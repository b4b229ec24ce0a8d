import { type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Harm } from "../finding.ts";

/**
 * Judges changes of Contact Lens rules: none may be removed or look for something else, none may lose all of its
 * words, and a share of silence may rise by half of what is left to 100 %.
 */
export function lostRules(before: JsonObject, after: JsonObject | undefined): readonly Harm[] {
  if (after === undefined) {
    return [harm("changes the Contact Lens rules in a way that isn't known before the apply")];
  }
  const next = new Map(rulesOf(after).map((rule) => [String(rule.name), rule]));
  return rulesOf(before).flatMap((rule) => {
    const name = String(rule.name);
    const now = next.get(name);
    if (now === undefined) return [harm(`deletes the Contact Lens rule ${name}`)];
    return isKept(rule, now) ? [] : [harm(`lets the Contact Lens rule ${name} match other calls`)];
  });
}

function isKept(before: JsonObject, after: JsonObject): boolean {
  if (before.words === undefined) {
    const percent = Number(before.silencePercent);
    return Number(after.silencePercent) <= percent + (100 - percent) / 2;
  }
  const words = listOf(after.words);
  return (
    [before.saidBy, "ANY"].includes(after.saidBy) &&
    listOf(before.words).some((word) => words.includes(word))
  );
}

const harm = (happens: string): Harm => ({
  effect: "disrupt",
  happens,
  because: "supervisors no longer find the calls that the rule puts into its category",
  source: "https://docs.aws.amazon.com/connect/latest/adminguide/build-rules-for-contact-lens.html",
  cure: "look for what has emptied contactLensRules in kwglobal.ts",
});

const rulesOf = (desired: JsonObject) => listOf(desired.rules).map(objectOf);
