import { BITS_PER_CHARACTER, CODE_BITS, dial, pack } from "./keypad";

/** A text that may become a piece of a vanity number. */
export interface TrieEntry {
  /** A–Z and 0–9, one to seven characters. */
  readonly text: string;
  /** What its points are looked up by: see `weights.ts`. 0–255. */
  readonly weightClass: number;
  /** The text is the beginning of a longer one, so it only makes sense where the number ends. */
  readonly endOnly: boolean;
}

/**
 * Texts by the digits that dial them: a trie with one node for each digit string, in three flat arrays, so that a file of it is
 * used as it was read.
 *
 * `nodes[n]` holds a bit for each digit that continues (low ten bits) and the number of the first child above them; children
 * are consecutive, so a child is found by counting the bits below its own. The entries at node n are
 * `entries[firstEntry[n]]` up to, but not including, `entries[firstEntry[n + 1]]`.
 */
export interface Trie {
  readonly nodes: Uint32Array;
  readonly firstEntry: Uint32Array;
  /** `endOnly << 29 | weightClass << 21 | packed text`. */
  readonly entries: Uint32Array;
}

/** Bits of a node that say which digits continue; the first child's number is above them. */
export const DIGIT_MASK = 0x3ff;

/** Position of the first child's number in a node. */
export const CHILD_SHIFT = 10;

/** Position of the weight class in an entry. */
export const CLASS_SHIFT = CODE_BITS;

/** The bit of an entry that says `endOnly`. */
export const END_ONLY = 1 << (CODE_BITS + 8);

/** How many bits are set in a ten-bit number. */
export const BIT_COUNT = Uint8Array.from({ length: DIGIT_MASK + 1 }, (_, bits) => {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
});

interface Branch {
  readonly children: (Branch | undefined)[];
  readonly entries: number[];
}

/**
 * Builds a trie; entries of one digit string keep their order.
 * @param entries texts in order of preference
 * @throws Error if a text is empty, longer than seven characters or on no key
 */
export function buildTrie(entries: Iterable<TrieEntry>): Trie {
  const root: Branch = { children: [], entries: [] };
  const level: Branch[] = [root];
  let entryCount = 0;
  for (const { text, weightClass, endOnly } of entries) {
    if (text.length < 1 || text.length * BITS_PER_CHARACTER > CODE_BITS)
      throw new Error(`text must be 1 to 7 characters, got ${JSON.stringify(text)}`);
    let branch = root;
    for (const key of dial(text))
      branch = branch.children[Number(key)] ??= { children: [], entries: [] };
    const flag = endOnly ? END_ONLY : 0;
    branch.entries.push(flag | (weightClass << CLASS_SHIFT) | pack(text));
    entryCount++;
  }

  // Breadth first, so that the children of one node are consecutive. The list grows while it is walked.
  const nodes: number[] = [];
  const firstEntry: number[] = [];
  const packed = new Uint32Array(entryCount);
  let written = 0;
  for (const branch of level) {
    let mask = 0;
    const firstChild = level.length;
    branch.children.forEach((child, digit) => {
      if (child === undefined) return;
      mask |= 1 << digit;
      level.push(child);
    });
    nodes.push((firstChild << CHILD_SHIFT) | mask);
    firstEntry.push(written);
    for (const entry of branch.entries) packed[written++] = entry;
  }
  firstEntry.push(written);
  return {
    nodes: Uint32Array.from(nodes),
    firstEntry: Uint32Array.from(firstEntry),
    entries: packed,
  };
}

/**
 * A trie as the bytes of a file: the two counts, then the three arrays, little-endian.
 * @param trie what `buildTrie` made
 */
export function writeTrie({ nodes, firstEntry, entries }: Trie): Buffer {
  const words = Uint32Array.from([
    nodes.length,
    entries.length,
    ...nodes,
    ...firstEntry,
    ...entries,
  ]);
  return Buffer.from(words.buffer);
}

/**
 * The trie in a file's bytes, without copying them.
 * @param bytes what `writeTrie` wrote; must begin at a multiple of four in its buffer
 * @throws Error if the length does not fit the counts
 */
export function readTrie(bytes: Uint8Array): Trie {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const [nodeCount = 0, entryCount = 0] = words;
  const firstEntryAt = 2 + nodeCount;
  const entriesAt = firstEntryAt + nodeCount + 1;
  if (words.length !== entriesAt + entryCount)
    throw new Error(
      `the word file must hold ${String(entriesAt + entryCount)} numbers, got ${words.length}: run npm run words`,
    );
  return {
    nodes: words.subarray(2, firstEntryAt),
    firstEntry: words.subarray(firstEntryAt, entriesAt),
    entries: words.subarray(entriesAt),
  };
}
