import type { TrieEntry } from "./trie";
import { rarityBand, weightClass, type SourceKind } from "./weights";

/** A text that a source offers. */
export interface SourceText {
  /** A–Z and 0–9. */
  readonly text: string;
  /** The text's place among the commonest words, from 1; absent where being common says nothing. */
  readonly rank?: number;
  /** Of two words, where the second begins. */
  readonly secondWordAt?: number;
  /** Shown only where nothing else is worth printing. */
  readonly level?: "last";
}

/** Somewhere that texts for vanity numbers come from. Add one to `sources/index.ts`, then `npm run words`. */
export interface Source {
  readonly kind: SourceKind;
  readonly texts: readonly SourceText[];
}

/**
 * A source's texts as entries of a trie.
 * @param source texts of at most seven characters, in order of preference
 * @param endOnly whether the texts are beginnings of longer ones
 */
export function entriesOf({ kind, texts }: Source, endOnly = false): TrieEntry[] {
  return texts.map(({ text, rank, secondWordAt = 0 }) => ({
    text,
    weightClass: weightClass(kind, rank === undefined ? secondWordAt : rarityBand(rank)),
    endOnly,
  }));
}
