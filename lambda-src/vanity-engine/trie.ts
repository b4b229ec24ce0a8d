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
 * Texts by the digits that dial them: a trie with one node for each digit string, in one flat array, so that a file of it is used as
 * it was read.
 *
 * A node is a cell: a bit for each digit that continues (low ten bits), a bit that says whether texts end here, and above them the
 * place of the first child. Children lie side by side, so a child is found by counting the bits below its own. The node's
 * entries lie in front of the first child, the best one next to it: `LAST_ENTRY`, `END_ONLY`, then the weight class above the packed text.
 */
export type Trie = Uint32Array;

/** Bits of a node that say which digits continue. */
export const DIGIT_MASK = 0x3ff;

/** The bit of a node that says that it has entries. */
export const HAS_ENTRIES = 0x400;

/** Position of the first child's place in a node. */
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

/** A trie with its nodes of two and of three digits, so that a walk begins with the third. */
export interface Words {
  readonly cells: Trie;
  /** The nodes by the number that the digits are; 0 where no text goes on with them. */
  readonly pairs: Uint32Array;
  readonly triples: Uint32Array;
}

/**
 * The nodes with one digit more than some others.
 * @param nodes by the number that their digits are; 0 for none
 */
function longer(cells: Trie, nodes: Uint32Array): Uint32Array {
  const longer = new Uint32Array(10 * nodes.length);
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] ?? 0;
    // Children lie side by side. A call for each of them would have the optimizer begin, which takes a cold start 4 MB.
    for (let digit = 0, place = node >>> CHILD_SHIFT; digit < 10; digit++)
      if ((node & (1 << digit)) !== 0) longer[10 * index + digit] = cells[place++] ?? 0;
  }
  return longer;
}

/**
 * Makes a trie ready for many walks.
 * @param cells the trie
 * @throws Error if it has a text of one character, which no walk would find
 */
export function indexed(cells: Trie): Words {
  const ones = longer(cells, cells.subarray(0, 1));
  const single = ones.findIndex((node) => (node & HAS_ENTRIES) !== 0);
  if (single >= 0)
    throw new Error(`texts must have two characters or more, got one on key ${single}`);
  const pairs = longer(cells, ones);
  return { cells, pairs, triples: longer(cells, pairs) };
}

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
  for (const { text, weightClass, endOnly } of entries) {
    if (text.length < 1 || text.length * BITS_PER_CHARACTER > CODE_BITS)
      throw new Error(`text must be 1 to 7 characters, got ${JSON.stringify(text)}`);
    let branch = root;
    for (const key of dial(text))
      branch = branch.children[Number(key)] ??= { children: [], entries: [] };
    const flag = endOnly ? END_ONLY : 0;
    branch.entries.push(flag | (weightClass << CLASS_SHIFT) | pack(text));
  }

  const cells = [0];
  const write = (branch: Branch, place: number): void => {
    const { children, entries: found } = branch;
    found.reverse();
    found.forEach((entry, index) => {
      cells.push(index === 0 ? (entry | LAST_ENTRY) >>> 0 : entry);
    });
    const first = cells.length;
    let node = (first << CHILD_SHIFT) | (found.length > 0 ? HAS_ENTRIES : 0);
    const present = children.flatMap((child, digit) => {
      if (child === undefined) return [];
      node |= 1 << digit;
      return [child];
    });
    cells[place] = node;
    cells.push(...present.map(() => 0));
    present.forEach((child, index) => {
      write(child, first + index);
    });
  };
  write(root, 0);
  return Uint32Array.from(cells);
}

/**
 * The child of a node.
 * @param trie which trie
 * @param node its place, 0 for the root
 * @param digit 0–9
 * @returns the child's place, or undefined if no text goes on with the digit
 */
export function childOf(trie: Trie, node: number, digit: number): number | undefined {
  const cell = trie[node] ?? 0;
  const bit = 1 << digit;
  if ((cell & bit) === 0) return undefined;
  return (cell >>> CHILD_SHIFT) + (BIT_COUNT[cell & DIGIT_MASK & (bit - 1)] ?? 0);
}

/**
 * The entries whose digits end at a node, packed, best first.
 * @param trie which trie
 * @param node its place
 */
export function entriesAt(trie: Trie, node: number): number[] {
  const cell = trie[node] ?? 0;
  const entries: number[] = [];
  if ((cell & HAS_ENTRIES) === 0) return entries;
  for (let at = (cell >>> CHILD_SHIFT) - 1, entry = 0; (entry & LAST_ENTRY) === 0; at--)
    entries.push((entry = trie[at] ?? LAST_ENTRY));
  return entries;
}

/**
 * A trie as the bytes of a file: how many cells, then the cells, little-endian.
 * @param trie what `buildTrie` made
 */
export function writeTrie(trie: Trie): Buffer {
  return Buffer.from(Uint32Array.from([trie.length, ...trie]).buffer);
}

/**
 * The trie in a file's bytes, without copying them.
 * @param bytes what `writeTrie` wrote; must begin at a multiple of four in its buffer
 * @throws Error if the bytes are no such file
 */
export function readTrie(bytes: Uint8Array): Trie {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  if (words.length !== (words[0] ?? 0) + 1)
    throw new Error(
      `the word file must be whole, got ${bytes.byteLength} bytes: run npm run words`,
    );
  return words.subarray(1);
}
