/* eslint-disable @typescript-eslint/no-non-null-assertion -- as in pieces.ts */
import { EVERY_PAIR, type DialledPairs } from "../dialled-pairs";
import type { Trie } from "../trie";
import { cutCompounds } from "./compound";
import { hasAmpersand, hasSpelledLetters, readCompanyName, spelledOut } from "./name";
import { PartList } from "./part-list";
import { noteHeads, offerParts } from "./parts";
import { Reading } from "./reading";
import { wordTable } from "./word-table";

/** Words that advertisements spell with one character. */
const SPELLINGS = wordTable([
  ["FOR", "4"],
  ["FOUR", "4"],
  ["TO", "2"],
  ["TOO", "2"],
  ["TWO", "2"],
  ["EIGHT", "8"],
  ["YOU", "U"],
  ["ARE", "R"],
]);

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/**
 * A company's name made ready for the search. It is read once, in each way that people may mean it, and offers each number only the parts
 * that could stand in it: in a list, most names offer none.
 */
export class Company {
  private name = "";
  private readonly readings: Reading[] = [];
  private readingCount = 0;
  /** The parts last asked for. */
  public readonly parts = new PartList();

  /** @param wordList tells which words a name that is written together is made of */
  public constructor(private readonly wordList: Trie) {}

  /**
   * Takes a name; the same one again costs nothing.
   * @param name as people write it
   */
  public read(name: string): void {
    if (name === this.name) return;
    this.name = name;
    this.readingCount = 0;
    const specials = this.addSpellings(name);
    if (hasSpelledLetters(name, specials)) this.addSpellings(spelledOut(name));
  }

  /** The company's share in the seed of the letters by chance. */
  public get seed(): number {
    return hash(this.name);
  }

  /**
   * The parts of the name that some digits could show, each text once, with the kind that is worth most. The list is used again.
   * @param pairs of keys that the digits have
   */
  public partsFor(pairs: DialledPairs): PartList {
    this.parts.begin(pairs);
    for (let n = 0; n < this.readingCount; n++) {
      const reading = this.readings[n]!;
      if (reading.isDialled(pairs)) offerParts(this.parts, reading, pairs);
    }
    return this.parts;
  }

  private addSpellings(name: string): number {
    const specials = this.add(name, "");
    if (hasAmpersand(specials)) {
      this.add(name, "N");
      this.add(name, "AND");
    }
    return specials;
  }

  private add(name: string, ampersand: "" | "N" | "AND"): number {
    const reading = this.next();
    const specials = readCompanyName(reading, name, ampersand);
    cutCompounds(reading, this.wordList);
    noteHeads(reading, this.parts);
    if (reading.chunkCount > 1) this.addRespelled(reading);
    return specials;
  }

  private addRespelled(reading: Reading): void {
    const { characters, starts } = reading;
    const spellingOf = (chunk: number): string | undefined =>
      SPELLINGS(characters, starts[chunk]!, starts[chunk + 1]!);
    for (let chunk = 0; chunk < reading.chunkCount; chunk++)
      if (spellingOf(chunk) !== undefined) {
        const respelled = this.next();
        respelled.respell(reading, spellingOf);
        noteHeads(respelled, this.parts);
        return;
      }
  }

  private next(): Reading {
    return (this.readings[this.readingCount++] ??= new Reading());
  }
}

/**
 * Every text that a company's name offers, whatever the digits.
 * @param name as people write it; an empty or unreadable name offers nothing
 * @param wordList as `Company` takes it
 */
export function companyParts(name: string, wordList: Trie): PartList {
  const company = new Company(wordList);
  company.read(name);
  return company.partsFor(EVERY_PAIR);
}
