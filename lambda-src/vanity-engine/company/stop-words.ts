import type { Reading } from "./reading";
import { wordTable } from "./word-table";

/** Words that say nothing about a company when they stand alone. */
const STOP_WORDS = wordTable(
  "THE OF AND FOR A AN IN ON AT TO BY N DE LA LE EL".split(" ").map((word) => [word, true]),
);

/** Whether a stretch of a name is such a word. */
export const isStopWord = ({ characters }: Reading, from: number, to: number): boolean =>
  STOP_WORDS(characters, from, to) !== undefined;
