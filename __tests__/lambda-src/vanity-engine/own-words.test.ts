import { expect } from "chai";
import fc from "fast-check";
import { vanityEngine, type VanitySuffix } from "../../../lambda-src/vanity-engine/engine";
import { dial } from "../../../lambda-src/vanity-engine/keypad";
import type { OwnWords } from "../../../lambda-src/vanity-engine/own-words";
import { tradeWords } from "../../../lambda-src/vanity-engine/sources/trade-words";

const plain = vanityEngine();
const never = (...words: string[]) => vanityEngine({ never: words, allowed: [] });
const allowed = (...words: string[]) => vanityEngine({ never: [], allowed: words });

/** The seven digits that dial a text, with ones behind it, which have no letters. */
const dialled = (text: string): string => dial(text).slice(0, 7).padEnd(7, "1");

const shows =
  (word: string) =>
  ({ pieces }: VanitySuffix): boolean =>
    pieces.some(({ text }) => text === word);

describe("A word that the operator never shows", () => {
  it("stands in none of the five, where it came first", () => {
    expect(plain.letters(dialled("TURKEY"), "")[0]).to.equal("TURKEY1");
    for (const text of never("TURKEY").letters(dialled("TURKEY"), ""))
      expect(text).to.not.include("TURKEY");
  });

  it("isn't shown by a company of that name either, nor across two pieces", () => {
    const engine = never("RAT");
    for (const text of engine.letters(dialled("RATRACE"), "Rat Race Inc"))
      expect(text, "RATS is another word").to.not.match(/RAT(?!S)/);
    expect(plain.letters(dialled("STRATEG"), "Strategic")[0]).to.equal("STRATEG");
    expect(engine.letters(dialled("STRATEG"), "Strategic")[0]).to.equal("STRATEG");
    for (const text of engine.letters(dialled("CAR4ATE"), "")) expect(text).to.not.include("RAT");
  });

  it("leaves the longer words that it is a part of", () => {
    const engine = never("RAT", "ROSE");
    expect(engine.letters(dialled("PIRATES"), "")).to.include("PIRATES");
    expect(engine.letters(dialled("ROSES"), "")[0]).to.equal("ROSES11");
  });

  it("stands in no pair of words", () => {
    expect(plain.letters(dialled("PITBULL"), "")[0]).to.equal("PITBULL");
    for (const text of never("BULL").letters(dialled("PITBULL"), ""))
      expect(text).to.not.match(/BULL$/);
  });

  it("isn't read where its last letter falls off the end, or an O or I is a digit", () => {
    expect(plain.letters(`2${dial("PLUMBE")}`, "").join()).to.include("PLUMBE");
    expect(
      never("PLUMBER")
        .letters(`2${dial("PLUMBE")}`, "")
        .join(),
    ).to.not.include("PLUMBE");
    expect(never("PLUMBERS").letters(dial("PLUMBER"), "")[0], "a word itself").to.equal("PLUMBER");
    const five = never("COIN").letters("2046111", "").join();
    expect(five).to.not.match(/C[O0][I1]N/);
  });

  it("is no piece of any number's five", () => {
    const words = tradeWords.texts.map(({ text }) => text);
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.stringMatching(/^[2-9]{7}$/), (word, noise) => {
        const engine = never(word);
        const digits = (dial(word) + noise).slice(0, 7);
        const five = engine.suffixes(digits, "");
        expect(five).to.have.length(5);
        expect(five.filter(shows(word))).to.deep.equal([]);
        expect(engine.letters(digits, "")).to.deep.equal(five.map(({ letters }) => letters));
      }),
      { numRuns: 200 },
    );
  });
});

describe("A word that the operator allows", () => {
  it("may be shown, though the lists refuse it", () => {
    for (const word of ["HEROIN", "NAKED", "NEGRONI", "KILL"]) {
      expect(plain.letters(dialled(word), "")[0]?.startsWith(word), word).to.equal(false);
      expect(allowed(word).letters(dialled(word), "")[0]?.startsWith(word), word).to.equal(true);
    }
  });

  it("is offered, though no list has it", () => {
    const [first] = allowed("KOMBUCHA").suffixes(dialled("KOMBUCH"), "");
    expect(first?.letters).to.equal("KOMBUCH");
    expect(first?.explanation).to.contain("KOMBUCHA");
  });

  it("comes behind the words that people say every day", () => {
    const points = (engine: typeof plain, word: string): number =>
      engine
        .suffixes(dialled(word), "")
        .flatMap(({ pieces }) => pieces)
        .find(({ text }) => text === word)?.points ?? NaN;
    expect(points(allowed("NAKED"), "NAKED")).to.be.lessThan(points(plain, "PIZZA"));
    expect(points(allowed("PIZZA"), "PIZZA"), "no fewer than it had").to.equal(
      points(plain, "PIZZA"),
    );
  });

  it("lets a company show its name, though it holds what is refused elsewhere", () => {
    const name = "Shitake World";
    expect(plain.letters(dialled("SHITAKE"), name)[0]).to.not.equal("SHITAKE");
    expect(allowed("SHITAKE").letters(dialled("SHITAKE"), name)[0]).to.equal("SHITAKE");
  });

  it("is no licence for other words that hold the same", () => {
    for (const text of allowed("SHITAKE").letters(dialled("SHITHEA"), "Shithead"))
      expect(text).to.not.include("SHIT");
  });
});

describe("The operator's own words", () => {
  it("change nothing where there are none", () => {
    const none = vanityEngine({ never: [], allowed: [] });
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7}$/), fc.string({ maxLength: 20 }), (digits, name) => {
        expect(none.suffixes(digits, name)).to.deep.equal(plain.suffixes(digits, name));
      }),
      { numRuns: 200 },
    );
  });

  it("may be as many as there is room for, on the same keys", () => {
    const letters = ["A", "B", "C"];
    const pairs = letters.flatMap((a) => letters.map((b) => a + b));
    const words = [...pairs, ...pairs.flatMap((a) => pairs.map((b) => a + b))];
    const all = [...words, ...words.flatMap((word) => letters.map((end) => word + end))];
    const own: OwnWords = { never: all.slice(0, 600), allowed: [] };
    for (const text of vanityEngine(own).letters("2222222", ""))
      expect(text).to.not.match(/[ABC]{2}/);
  });
});
