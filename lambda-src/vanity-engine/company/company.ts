import { pack, packKeys } from "../keypad";
import type { FewTexts } from "../pieces";
import { weightClass } from "../weights";
import { companyParts, type CompanyPart } from "./parts";

/** A company's name made ready for the search. */
export interface Company {
  readonly parts: readonly CompanyPart[];
  /** The parts' texts, ready to be compared with digits. */
  readonly texts: FewTexts;
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

function textsOf(parts: readonly CompanyPart[]): FewTexts {
  const sorted = [...parts].sort((a, b) => a.text.length - b.text.length);
  return {
    keys: Int32Array.from(sorted, ({ text }) => packKeys(text)),
    codes: Int32Array.from(sorted, ({ text }) => pack(text)),
    lengths: Uint8Array.from(sorted, ({ text }) => text.length),
    weightClasses: Uint8Array.from(sorted, ({ kind }) => weightClass(kind)),
    endOnly: Uint8Array.from(sorted, ({ endOnly }) => Number(endOnly)),
  };
}

/**
 * Makes a company's name ready.
 * @param name as people write it
 */
export function companyOf(name: string): Company {
  let company = companies.get(name);
  if (company === undefined) {
    const parts = companyParts(name);
    company = { parts, texts: textsOf(parts), seed: hash(name) };
    if (companies.size === KEPT) companies.clear();
    companies.set(name, company);
  }
  return company;
}
