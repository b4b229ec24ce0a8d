import { closest, distance } from "fastest-levenshtein";

/** A misspelt name differs in at most this part of its letters from the name that was meant. */
const MISSPELT = 0.4;

/** The name that was probably meant by one that isn't there; undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((each) => each.toLowerCase());
  const found = closest(name.toLowerCase(), lower);
  const isNear = distance(name.toLowerCase(), found) <= Math.max(1, name.length * MISSPELT);
  return isNear ? known[lower.indexOf(found)] : undefined;
}

/** ` (did you mean "Customer Service"?)` for a message, or "" where no known name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? "" : ` (did you mean "${meant}"?)`;
}
