import { readFileSync } from "node:fs";
import { expect } from "chai";
import { isRead, STRONG_STEMS, stems } from "../../../lambda-src/vanity-engine/offensive";
import { allEntries } from "../../../lambda-src/vanity-engine/sources";
import { buildTrie, readTrie, writeTrie } from "../../../lambda-src/vanity-engine/trie";
import { kindOf, STRONG_STEM } from "../../../lambda-src/vanity-engine/weights";
import { wordsFile } from "../../../lambda-src/vanity-engine/words-file";
import { generateWords } from "../../../lambda-src/vanity-engine/generate-words";
import { commonWords, WORD_COUNT } from "../../../lambda-src/vanity-engine/words/scowl";

describe("the word list", () => {
  const words = commonWords();
  const texts = new Set(words.map(({ text }) => text));

  it("is in words.bin byte for byte as the generator makes it: after a change, run npm run words", () => {
    expect(generateWords(words).equals(readFileSync(wordsFile))).to.equal(true);
  });

  it(`has ${WORD_COUNT} words of three to seven letters`, () => {
    expect(texts.size).to.equal(WORD_COUNT);
    for (const text of texts) expect(text).to.match(/^[A-Z]{3,7}$/);
  });

  it("knows the trades, by itself or from the list of trade words", () => {
    const entries = new Set(allEntries(words).map(({ text }) => text));
    for (const trade of [
      "PLUMBER",
      "MOVERS",
      "TOWING",
      "VETS",
      "SUSHI",
      "PAWN",
      "BUTTER",
      "SPICES",
    ])
      expect(entries.has(trade), trade).to.equal(true);
  });

  it("has no profanity, inflections included", () => {
    for (const word of [
      "SHIT",
      "COCKED",
      "RAPED",
      "VAGINAL",
      "BITCHES",
      "FAGGOTS",
      "PISSED",
      "NAZI",
    ])
      expect(texts.has(word), word).to.equal(false);
    for (const stem of stems(STRONG_STEMS))
      expect(words.filter(({ text }) => text.includes(stem))).to.deep.equal([]);
  });

  it("keeps the innocent words that hold an ambiguous stem", () => {
    for (const word of ["GRAPE", "CANAL", "COCKPIT", "ANALYST", "CLASSIC", "TITLE"])
      expect(texts.has(word), word).to.equal(true);
  });

  it("leaves out what only a company called so may show, by sources and not by hand", () => {
    for (const word of [
      "HATED",
      "RACIST",
      "COCAINE",
      "VOMIT",
      "LYNCH",
      "HEROIN",
      "JIHAD",
      "OPIUM",
      "LIAR",
    ])
      expect(texts.has(word), word).to.equal(false);
  });

  it("has what is shown where nothing else is, and what only looks bad", () => {
    const levelOf = (text: string) => words.find((word) => word.text === text)?.level;
    for (const word of ["NAKED", "PRISON", "WIDOW", "POISON"])
      expect(levelOf(word), word).to.equal("last");
    for (const word of ["LIMITED", "FIGHT", "FIRE", "FRUIT", "QUEEN", "BULL"]) {
      expect(texts.has(word), word).to.equal(true);
      expect(levelOf(word), word).to.equal(undefined);
    }
  });

  it("knows pairs of words that are said together, and none that only stand in a sentence", () => {
    const phrases = new Set(
      allEntries(words).flatMap(({ text, weightClass }) =>
        weightClass < STRONG_STEM && kindOf(weightClass) === "phrase" ? [text] : [],
      ),
    );
    for (const pair of ["PITBULL", "LAWFIRM", "OILRIG", "SEALION"])
      expect(phrases.has(pair), pair).to.equal(true);
    for (const pair of ["SITBULK", "CASHON", "OFTHE"])
      expect(phrases.has(pair), pair).to.equal(false);
  });

  it("is refused when its file is cut short", () => {
    const bytes = readFileSync(wordsFile);
    expect(() => readTrie(bytes.subarray(0, 1000))).to.throw(
      /word file must be whole, got 1000 bytes/,
    );
  });
});

describe("a trie", () => {
  it("comes back from its file as it was", () => {
    const trie = buildTrie([
      { text: "CAT", weightClass: 1, endOnly: false },
      { text: "BAT", weightClass: 2, endOnly: true },
      { text: "4U", weightClass: 3, endOnly: false },
    ]);
    expect(readTrie(writeTrie(trie))).to.deep.equal(trie);
  });

  it("refuses texts that no key dials or that are too long", () => {
    for (const text of ["", "ABCDEFGH", "É"])
      expect(() => buildTrie([{ text, weightClass: 0, endOnly: false }])).to.throw(/text must be/);
  });
});

describe("a stem spelled with digits", () => {
  it("is still read if half of it are letters", () => {
    expect(["SH1T", "B00B", "P00", "K111"].map(isRead)).to.deep.equal([true, true, false, false]);
  });
});
