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
 * `nodes[n]` has a bit for each digit that continues (low ten bits), a bit that says whether entries end here, and above them the
 * number of the first child; children are consecutive, so a child is found by counting the bits below its own.
 * `firstEntries[n]` is where the node's entries begin, apart because most visits don't ask; the last of them carries
 * `LAST_ENTRY`.
 */
export interface Trie {
  readonly nodes: Uint32Array;
  readonly firstEntries: Uint32Array;
  /** `LAST_ENTRY`, `END_ONLY`, then the weight class above the packed text. */
  readonly entries: Uint32Array;
}

/** Bits of a node that say which digits continue. */
export const DIGIT_MASK = 0x3ff;

/** The bit of a node that says that it has entries. */
export const HAS_ENTRIES = 0x400;

/** Position of the first child's number in a node. */
export const CHILD_SHIFT = 11;

/** Position of the weight class in an entry. */
export const CLASS_SHIFT = CODE_BITS;

/** The bit of an entry that says `endOnly`. */
export const END_ONLY = 1 << (CODE_BITS + 8);

/** The bit of a node's last entry. */
export const LAST_ENTRY = 1 << (CODE_BITS + 9);

/** How many bits are set in a ten-bit number. */
export const BIT_COUNT = new Uint8Array(DIGIT_MASK + 1);
for (let bits = 1; bits <= DIGIT_MASK; bits++)
  BIT_COUNT[bits] = (BIT_COUNT[bits >> 1] ?? 0) + (bits & 1);

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
  const firstEntries: number[] = [];
  const packed = new Uint32Array(entryCount);
  let written = 0;
  for (const branch of level) {
    let node = (level.length << CHILD_SHIFT) | (branch.entries.length > 0 ? HAS_ENTRIES : 0);
    branch.children.forEach((child, digit) => {
      if (child === undefined) return;
      node |= 1 << digit;
      level.push(child);
    });
    nodes.push(node);
    firstEntries.push(written);
    branch.entries.forEach((entry, index) => {
      packed[written++] = index === branch.entries.length - 1 ? entry | LAST_ENTRY : entry;
    });
  }
  return {
    nodes: Uint32Array.from(nodes),
    firstEntries: Uint32Array.from(firstEntries),
    entries: packed,
  };
}

/**
 * The child of a node.
 * @param trie which trie
 * @param node its number, 0 for the root
 * @param digit 0–9
 * @returns the child's number, or undefined if no text goes on with the digit
 */
export function childOf({ nodes }: Trie, node: number, digit: number): number | undefined {
  const branches = nodes[node] ?? 0;
  if ((branches & (1 << digit)) === 0) return undefined;
  const before = BIT_COUNT[branches & DIGIT_MASK & ((1 << digit) - 1)] ?? 0;
  return (branches >>> CHILD_SHIFT) + before;
}

/**
 * The entries whose digits end at a node, packed.
 * @param trie which trie
 * @param node its number
 */
export function entriesAt({ nodes, firstEntries, entries }: Trie, node: number): Uint32Array {
  const from = firstEntries[node] ?? 0;
  if (((nodes[node] ?? 0) & HAS_ENTRIES) === 0) return entries.subarray(from, from);
  let to = from;
  while (((entries[to] ?? LAST_ENTRY) & LAST_ENTRY) === 0) to++;
  return entries.subarray(from, to + 1);
}

/**
 * A trie as the bytes of a file: how many nodes, then the three arrays, little-endian.
 * @param trie what `buildTrie` made
 */
export function writeTrie({ nodes, firstEntries, entries }: Trie): Buffer {
  return Buffer.from(
    Uint32Array.from([nodes.length, ...nodes, ...firstEntries, ...entries]).buffer,
  );
}

/**
 * The trie in a file's bytes, without copying them.
 * @param bytes what `writeTrie` wrote; must begin at a multiple of four in its buffer
 * @throws Error if the bytes are no such file
 */
export function readTrie(bytes: Uint8Array): Trie {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const count = words[0] ?? 0;
  const entries = words.subarray(1 + 2 * count);
  if (((entries.at(-1) ?? 0) & LAST_ENTRY) === 0)
    throw new Error(
      `the word file must be whole, got ${bytes.byteLength} bytes: run npm run words`,
    );
  return {
    nodes: words.subarray(1, 1 + count),
    firstEntries: words.subarray(1 + count, 1 + 2 * count),
    entries,
  };
}
