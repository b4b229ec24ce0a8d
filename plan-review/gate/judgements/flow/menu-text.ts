import type { Block } from "./graph.ts";

/** Words of a menu that don't say where a key leads. */
const EMPTY = new Set(["and", "for", "or", "please", "press", "the", "to"]);

/** The text of a block, without tags. */
export function spokenBy({ parameters: { Text, SSML } }: Block): string {
  const spoken = Text ?? SSML;
  return (typeof spoken === "string" ? spoken : "").replace(/<[^>]*>/g, " ");
}

/**
 * What a menu says about each key: `for customer service press 1`, or `press 1 for customer service`.
 *
 * @returns Keys by what is said about them; empty if the text names no key by its digit.
 */
export function saidOfKeys(menu: Block): ReadonlyMap<string, string> {
  const parts = spokenBy(menu).split(/(?<!\w)(\d|[*#])(?!\w)/);
  const words = (part = ""): string =>
    (part.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !EMPTY.has(word)).join(" ");
  // Keys are at odd indices. If nothing follows the last key, each text belongs to the key after it.
  const isBefore = words(parts.at(-1)) === "";
  const said = parts.flatMap((key, index) =>
    index % 2 === 1 ? [[words(parts[isBefore ? index - 1 : index + 1]), key] as const] : [],
  );
  return new Map(said.filter(([what]) => what !== ""));
}
