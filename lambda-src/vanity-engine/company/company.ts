import { buildTrie, type Trie } from "../trie";
import { weightClass } from "../weights";
import { companyParts, type CompanyPart } from "./parts";

/** A company's name made ready for the search. */
export interface Company {
  readonly parts: readonly CompanyPart[];
  /** The parts' texts; undefined if the name offers none. */
  readonly trie: Trie | undefined;
  /** The company's share in the seed of the letters by chance. */
  readonly seed: number;
}

/** Lists name the same company for many phones, so the last few companies are kept. */
const KEPT = 256;
const companies = new Map<string, Company>();

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/**
 * Makes a company's name ready.
 * @param name as people write it
 */
export function companyOf(name: string): Company {
  let company = companies.get(name);
  if (company === undefined) {
    const parts = companyParts(name);
    const entries = parts.map(({ text, kind, endOnly }) => ({
      text,
      endOnly,
      weightClass: weightClass(kind),
    }));
    const trie = entries.length === 0 ? undefined : buildTrie(entries);
    company = { parts, trie, seed: hash(name) };
    if (companies.size === KEPT) companies.clear();
    companies.set(name, company);
  }
  return company;
}
