import { expect } from "chai";
import fc from "fast-check";
import { vanityEngine } from "../../../lambda-src/vanity-engine/engine";
import { Company } from "../../../lambda-src/vanity-engine/company/company";
import { chance } from "../../../lambda-src/vanity-engine/search";
import { SEEDED_LETTER_POINTS } from "../../../lambda-src/vanity-engine/weights";
import { dial, pack } from "../../../lambda-src/vanity-engine/keypad";
import { commonWords } from "../../../lambda-src/vanity-engine/words/scowl";
import { companyOffers, fiveBest, textCount, wordList, wordOffers } from "./brute-force";

const engine = vanityEngine();
const words = wordOffers(commonWords());

const digits = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[2-9]{7}$/) },
  { weight: 1, arbitrary: fc.stringMatching(/^\d{7}$/) },
);
const names = [
  "KWGlobal",
  "1-800-Flowers.com",
  "Café Olé & Sons, Inc.",
  "AT&T",
  "Kars4Kids",
  "411 Directory Ltd",
  "Quick Fix Xpress",
  "The Bank of America Corporation",
  "H&R Block",
  "Dick's Sporting Goods",
  "7-Eleven",
  "Analytics Partners",
  "Negroni Bar",
  "Fukushima Swank",
];
const company = fc.oneof(
  fc.constantFrom("", ...names),
  fc.stringMatching(/^[A-Za-z]{2,9}( [A-Za-z0-9&]{1,9}){0,2}$/),
  fc.string(),
);

/** Pairs in which the phone really ends with something of the company's name: random ones rarely meet. */
const fitting = fc.constantFrom(...names).chain((name) => {
  const parts = [...companyOffers(name).keys()];
  return fc
    .tuple(fc.constantFrom(...parts), fc.stringMatching(/^\d{7}$/), fc.nat(6))
    .map(([part, filler, at]) => {
      const before = Math.min(at, 7 - part.length);
      return [filler.slice(0, before) + part + filler.slice(before + part.length), name] as const;
    });
});

/** A phrase with one hyphen in it, and one before and behind it where it doesn't begin or end the number. */
const phraseIn = (text: string): RegExp =>
  new RegExp(
    `(^|-)(${Array.from({ length: text.length - 1 }, (_, at) => `${text.slice(0, at + 1)}-${text.slice(at + 1)}`).join("|")})(-|$)`,
  );

describe("the vanity engine against brute force over every cutting", function () {
  // Four seconds of computing, on a machine that has nothing else to do.
  this.timeout(60_000);

  const agrees = ([suffix, name]: readonly [string, string]): void => {
    const company = new Company(wordList);
    company.read(name);
    const seed = company.seed ^ Number(suffix);
    const pointsOfLetter = (at: number, letter: string): number =>
      SEEDED_LETTER_POINTS + chance(seed, at, pack(letter));
    const actual = engine.suffixes(suffix, name).map(({ letters, score }) => ({ letters, score }));
    const expected = fiveBest(suffix, [companyOffers(name), words], pointsOfLetter);
    expect(actual).to.deep.equal(expected);
  };

  it("finds exactly the five best, in order, for any number and any company", () => {
    fc.assert(fc.property(fc.tuple(digits, company), agrees), { numRuns: 2000 });
  });

  it("finds exactly the five best where the company's name fits the number", () => {
    fc.assert(fc.property(fitting, agrees), { numRuns: 1000 });
  });
});

describe("the vanity engine", () => {
  it("gives five distinct texts that dial the number, or as many as the digits allow", () => {
    fc.assert(
      fc.property(digits, company, (suffix, name) => {
        const letters = engine.letters(suffix, name);
        expect(new Set(letters).size).to.equal(letters.length);
        expect(letters.length).to.equal(Math.min(5, textCount(suffix)));
        for (const text of letters) expect(dial(text)).to.equal(suffix);
      }),
    );
  });

  it("ranks the bare digits by their points, before a letter by chance and behind what reads better", () => {
    expect(engine.letters("1110111", "KWGlobal")).to.deep.equal(["1110111"]);
    const four = engine.letters("1110112", "");
    expect(four[0]).to.equal("1110112");
    expect(four.slice(1).sort()).to.deep.equal(["111011A", "111011B", "111011C"]);
    expect(engine.letters("7777777", "Cheap Sleep Inc")[0]).to.equal("7777777");
    expect(engine.letters("1000411", "411")[0]).to.equal("1000411");
    expect(engine.letters("8001111", "Childline")[0]).to.equal("8001111");
    expect(engine.letters("4737373", "Pizza 73")).to.include("4737373");
    expect(engine.letters(dial("FLOWERS"), "")).to.not.include(dial("FLOWERS"));
  });

  it("gives the same five as letters, as people read them, and with reasons", () => {
    fc.assert(
      fc.property(fc.oneof(fitting, fc.tuple(digits, company)), ([suffix, name]) => {
        const explained = engine.suffixes(suffix, name);
        const letters = engine.letters(suffix, name);
        const numbers = engine.numbers(suffix, name, "1-302-");
        expect(explained.map((each) => each.letters)).to.deep.equal(letters);
        expect(explained.map(({ groups }) => `1-302-${groups}`)).to.deep.equal(numbers);
      }),
    );
  });

  it("parts the words that are said together", () => {
    expect(engine.numbers(dial("PITBULL"), "", "1-800-")[0]).to.equal("1-800-PIT-BULL");
    expect(engine.numbers(dial("2HOTDOG"), "", "1-800-")[0]).to.equal("1-800-2-HOT-DOG");
  });

  it("parts pieces of more than one letter by hyphens, or a number without them as usual", () => {
    fc.assert(
      fc.property(fc.oneof(fitting, fc.tuple(digits, company)), ([suffix, name]) => {
        for (const { letters, groups, pieces } of engine.suffixes(suffix, name)) {
          expect(groups.replace(/-/g, "")).to.equal(letters);
          const alone = pieces.filter(
            ({ text, kind }) => text.length > 1 && kind !== "digits" && kind !== "digit-run",
          );
          if (alone.length === 0) expect(groups.indexOf("-")).to.equal(3);
          else {
            const whole = groups.split("-");
            for (const { text, kind } of alone)
              if (kind === "phrase") expect(groups).to.match(phraseIn(text));
              else expect(whole).to.include(text);
          }
        }
      }),
    );
  });

  it("has no five of one word where others are worth printing", () => {
    expect(engine.letters(dial("822AUDI"), "Audi").slice(2).join()).to.not.include("AUDI");
  });

  it("adds up: a score is the sum of its pieces' points, and the pieces spell the text", () => {
    fc.assert(
      fc.property(fc.oneof(fitting, fc.tuple(digits, company)), ([suffix, name]) => {
        for (const { letters, score, pieces } of engine.suffixes(suffix, name)) {
          expect(pieces.reduce((sum, { points }) => sum + points, 0)).to.equal(score);
          expect(pieces.map(({ text }) => text).join("")).to.equal(letters);
        }
      }),
    );
  });

  it("explains a part of the company's name as that, where the same letters are said before names", () => {
    const [, second] = engine.suffixes("4600070", "Dick's Sporting Goods");
    expect(second).to.deep.include({ letters: "GO00070", score: -10 });
  });

  it("ranks by score", () => {
    fc.assert(
      fc.property(digits, company, (suffix, name) => {
        const suffixes = engine.suffixes(suffix, name);
        const scores = suffixes.map(({ score }) => score);
        expect(scores).to.deep.equal([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it("answers the same at any time: no earlier call shows in a later one", () => {
    fc.assert(
      fc.property(digits, company, digits, company, (suffix, name, otherSuffix, otherName) => {
        const first = engine.suffixes(suffix, name);
        engine.suffixes(otherSuffix, otherName);
        expect(engine.suffixes(suffix, name)).to.deep.equal(first);
      }),
    );
  });

  it("draws letters by chance from the number and the company, so another company gets others", () => {
    const chances = new Set(
      ["A", "B", "C", "D", "E", "F"].map((name) => engine.letters("1110119", name).join()),
    );
    expect(chances.size).to.be.greaterThan(1);
  });

  it("uses at most one letter by chance, and only behind everything that fits", () => {
    fc.assert(
      fc.property(digits, company, (suffix, name) => {
        const byChance = engine
          .suffixes(suffix, name)
          .map(({ pieces }) => pieces.filter(({ kind }) => kind === "seeded-letter").length);
        expect(byChance.every((count) => count <= 1)).to.equal(true);
        expect(byChance.slice(0, -1)).to.deep.equal(byChance.slice(0, -1).sort());
      }),
    );
  });

  it("takes any name: of many short words, of one letter, of a thousand", () => {
    const words = fc.constantFrom(
      "A",
      "B2",
      "&",
      "of",
      "III",
      "'",
      ".",
      "-",
      "Übung",
      "7",
      "Inc",
      "1-800-",
    );
    const long = fc.array(words, { maxLength: 60 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(
        digits,
        fc.oneof(
          long,
          long.map((name) => name.replace(/ /g, "")),
        ),
        (suffix, name) => {
          expect(engine.suffixes(suffix, name).length).to.equal(Math.min(5, textCount(suffix)));
        },
      ),
    );
    expect(engine.letters("2222222", "A A A A A A A A A A A A")).to.have.length(5);
  });

  it("refuses anything but seven digits", () => {
    for (const bad of ["", "123456", "12345678", "123456a", "１２３４５６７"])
      expect(() => engine.letters(bad, "")).to.throw(/digits must be seven digits, got/);
  });
});
