import { LIMIT } from "./comment-text.ts";
import { closed, cut } from "./markdown.ts";
import { planSections } from "./plan-sections.ts";
import type { Review } from "./review.ts";
import { waysBack } from "./ways-back.ts";

/**
 * What an issue tells of environments that differ from the code.
 *
 * @param reviews - Of every environment; undefined where the plan failed.
 * @param run - Address of the workflow's run.
 * @returns undefined when all are as the code says.
 */
export function driftText(
  reviews: readonly (readonly [environment: string, review: Review | undefined])[],
  run: string,
): string | undefined {
  const drifted = reviews.flatMap(([name, review]) =>
    review?.changes === true ? [{ name, review }] : [],
  );
  if (drifted.length === 0) return undefined;
  const failed = reviews.filter(([, review]) => review === undefined).map(([name]) => name);
  const head = [
    "Somebody changed what the code describes, or a change on main is not applied yet. This text is kept up to date each night, and the issue is closed when nothing differs.",
    ...drifted.map(({ name, review }) => waysBack(name, review.drifted)),
    "`npm run pull` brings a flow into its template, and everything else into `kwglobal.ts`; the workflow _Pull from console_ does that as a pull request. The workflow _Apply_ undoes everything at once, as the command does.",
    "This is what an apply would do now:",
    ...drifted.map(({ review }) => review.summary),
    ...(failed.length === 0 ? [] : [`Not looked at, since the plan failed: ${failed.join(", ")}.`]),
  ].join("\n\n");
  const foot = `Found by [this run](${run}).`;
  const top = cut(head, LIMIT - 500);
  return [
    closed(top.text),
    ...(top.missing === 0 ? [] : [`… and ${top.missing} more lines.`]),
    ...planSections(reviews, LIMIT - 500 - top.text.length),
    foot,
  ].join("\n\n");
}
