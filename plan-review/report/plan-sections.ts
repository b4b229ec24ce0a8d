import { cut, fenced, folded } from "./markdown.ts";
import type { Review } from "./review.ts";

/** Characters of a section that are not the plan's: title, fence, and the note on what was cut. */
const FRAME = 250;

/**
 * The plans that would change something, each folded, in equal shares of the room there is.
 *
 * @param reviews - Each environment, with its review where there is one.
 * @param room - Characters.
 */
export function planSections(
  reviews: readonly (readonly [environment: string, review: Review | undefined])[],
  room: number,
): string[] {
  const planned = reviews.flatMap(([, review]) => (review?.changes === true ? [review] : []));
  let left = room;
  return planned.map(({ environment, plan }, index) => {
    const share = Math.floor(left / (planned.length - index)) - FRAME;
    const { text, missing } = cut(plan, Math.max(0, share));
    const note = missing === 0 ? "" : `\n\n… and ${missing} more lines, which have no room here.`;
    const section = folded(`The whole plan of ${environment}`, fenced("diff", text) + note);
    left -= section.length;
    return section;
  });
}
