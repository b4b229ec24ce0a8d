import { expect } from "chai";
import fc from "fast-check";
import { phonetic, skeleton, type Form } from "../../../lambda-src/vanity-engine/company/forms";
import { cutCompounds } from "../../../lambda-src/vanity-engine/company/compound";
import { readCompanyName } from "../../../lambda-src/vanity-engine/company/name";
import { Company, companyParts } from "../../../lambda-src/vanity-engine/company/company";
import { dial } from "../../../lambda-src/vanity-engine/keypad";
import { dialledPairs, readDigits } from "../../../lambda-src/vanity-engine/pieces";
import { wordList } from "./brute-force";
import { Reading } from "../../../lambda-src/vanity-engine/company/reading";

function chunksOf(name: string): string {
  const reading = new Reading();
  readCompanyName(reading, name);
  cutCompounds(reading, wordList);
  return Array.from({ length: reading.chunkCount }, (_, chunk) =>
    reading.text(reading.starts[chunk] ?? 0, reading.starts[chunk + 1] ?? 0),
  ).join(" ");
}

/** A whole text in another spelling. */
const spelledBy =
  (form: Form) =>
  (text: string): string => {
    const spelling = new Uint8Array(2 * text.length);
    return String.fromCharCode(
      ...spelling.subarray(0, form(Buffer.from(text), 0, text.length, spelling, spelling.length)),
    );
  };

const kindsOf = (name: string, text: string): string[] =>
  [...companyParts(name, wordList)]
    .filter((part) => part.text === text)
    .map(({ kind, endOnly }) => (endOnly ? `${kind} at the end` : kind));

describe("a company's name", () => {
  for (const [name, chunks] of [
    ["KWGlobal", "KW GLOBAL"],
    ["1-800-Flowers.com", "FLOWERS"],
    ["1-800-GOT-JUNK?", "GOT JUNK"],
    ["Kars4Kids", "KARS 4 KIDS"],
    ["Café Olé & Sons, Inc.", "CAFE OLE SONS"],
    ["Cafe\u0301", "CAFE"],
    ["Straße Øst GmbH", "STRASSE OST"],
    ["The Home Depot", "HOME DEPOT"],
    ["McDonald's Corporation", "MC DONALDS"],
    ["U.S. Bank", "US BANK"],
    ["https://www.example.co.uk/shop", "EXAMPLE SHOP"],
    ["Limited", "LIMITED"],
    ["HOMEDEPOT", "HOME DEPOT"],
    ["homedepot.com", "HOME DEPOT"],
    ["www.bestbuy.com", "BEST BUY"],
    ["BANKOFAMERICA", "BANK OF AMERICA"],
    ["AMERICANAIRLINES INC", "AMERICAN AIRLINES"],
    ["PIZZAHUT of TX", "PIZZA HUT OF TX"],
    ["AABUILD", "AABUILD"],
    ["PRODUCTION", "PRODUCTION"],
    ["DISCOVER", "DISCOVER"],
    ["FLOWERS", "FLOWERS"],
    ["Homestead", "HOMESTEAD"],
    ["ONEBESTBUYHOMEDEPOTPIZZAHUT", "ONEBESTBUYHOMEDEPOTPIZZAHUT"],
    ["The Limited", "LIMITED"],
    ["The Limited Inc", "LIMITED"],
    ["Salon & Spa", "SALON SPA"],
    ["Rossi S.p.A.", "ROSSI"],
    ["Rossi SpA", "ROSSI"],
    ["PA", "PA"],
    ["PC", "PC"],
    ["Smith & Jones, PA", "SMITH JONES"],
    ["株式会社", ""],
    ["", ""],
  ] as const)
    it(`${JSON.stringify(name)} is read as ${chunks || "nothing"}`, () => {
      expect(chunksOf(name)).to.equal(chunks);
    });

  it("reads an ampersand as nothing, N and AND", () => {
    expect(kindsOf("AT&T", "ATT")).to.deep.equal(["company-name"]);
    expect(kindsOf("AT&T", "ATNT")).to.deep.equal(["company-name"]);
    expect(kindsOf("AT&T", "ATANDT")).to.deep.equal(["company-name"]);
  });
});

describe("the parts of a company's name", () => {
  it("are the whole, its words, their beginnings, initials, skeleton and sound", () => {
    const of = (text: string): string[] => kindsOf("Quick Global Bank", text);
    expect(of("GLOBAL")).to.deep.equal(["company-word"]);
    expect(of("GLO")).to.deep.equal(["company-prefix"]);
    expect(of("QGB")).to.deep.equal(["company-initials"]);
    expect(of("GLBL")).to.deep.equal(["company-skeleton"]);
    expect(of("KWIK")).to.deep.equal(["company-phonetic"]);
    expect(kindsOf("Global", "GLOBAL")).to.deep.equal(["company-name"]);
  });

  it("have an S behind words of three letters or more", () => {
    expect(kindsOf("Hilton Hotels", "HILTONS")).to.deep.equal(["company-plural"]);
    expect(kindsOf("Hilton Hotels", "HOTELSS")).to.deep.equal([]);
    expect(kindsOf("AT Co", "ATS")).to.deep.equal([]);
  });

  it("have the initials of the first words, and of words made of two", () => {
    expect(kindsOf("Southwest Airlines", "SWA")).to.deep.equal(["company-initials"]);
    expect(kindsOf("Mastercard", "MC")).to.deep.equal(["company-initials"]);
    expect(kindsOf("Mercedes-Benz USA", "MB")).to.deep.equal(["company-initials"]);
  });

  it("are read with digits for words, too", () => {
    expect(kindsOf("Rooms To Go", "ROOMS2G")).to.include("company-overdial at the end");
    expect(kindsOf("Toys Are You", "TOYSRU")).to.include("company-name");
  });

  it("don't stop one letter behind the first word", () => {
    expect(kindsOf("Jenny Craig", "JENNYC")).to.deep.equal(["company-overdial at the end"]);
    expect(kindsOf("Jenny Craig", "JENNYCR")).to.include("company-prefix");
  });

  it("may run off the end of the number if four characters show", () => {
    expect(kindsOf("Contacts", "CONTACT")).to.include("company-overdial at the end");
    expect(kindsOf("Contacts", "CON")).to.deep.equal(["company-prefix"]);
  });

  it("leave out words that say nothing by themselves", () => {
    expect(kindsOf("Bank of America", "OF")).to.deep.equal([]);
    expect(kindsOf("Bank of America", "BOA")).to.deep.equal(["company-initials"]);
    expect(kindsOf("Bank of America", "BA")).to.not.deep.equal([]);
  });

  it("are none for a name without Latin letters or digits", () => {
    expect([...companyParts("株式会社", wordList)]).to.deep.equal([]);
    expect([...companyParts("😀", wordList)]).to.deep.equal([]);
  });
});

describe("the parts that a company offers a number", () => {
  const words =
    "Acme Southwest KWGlobal Face Book The Of To Go Kids Phone Quick Night 7 24 A AT&T Müller O'Brien PetMeds Negroni".split(
      " ",
    );
  const names = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 });

  it("are all of them that the number can show", () => {
    fc.assert(
      fc.property(
        names,
        fc.nat(),
        fc.nat({ max: 6 }),
        fc.nat({ max: 9999999 }),
        (name, n, at, rest) => {
          const all = [...companyParts(name.join(" "), wordList)];
          const shown = dial(all[n % all.length]?.text ?? "");
          const others = String(rest).padStart(7, "0");
          const digits = (others.slice(0, at) + shown + others).slice(0, 7);
          readDigits(digits);
          const company = new Company(wordList);
          company.read(name.join(" "));
          expect([...company.partsFor(dialledPairs)]).to.include.deep.members(
            all.filter(({ text }) => digits.includes(dial(text))),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are none where no two keys of it stand side by side in the number", () => {
    readDigits("5550111");
    const company = new Company(wordList);
    company.read("Acme Plumbing");
    expect([...company.partsFor(dialledPairs)]).to.deep.equal([]);
  });

  it("are another number's when that comes next, and another name's", () => {
    const company = new Company(wordList);
    const five = (name: string, digits: string): string[] => {
      company.read(name);
      readDigits(digits);
      return Array.from(company.partsFor(dialledPairs), ({ text }) => text);
    };
    const first = five("Acme Plumbing", "2263555");
    expect(first).to.include("ACME");
    expect(five("Globex", "4562399")).to.include("GLOBEX");
    expect(five("Southwest", "5557955")).to.deep.equal(["SW"]);
    expect(five("Quick", "5559455")).to.deep.equal(["KWIK"]);
    expect(five("Quick", "5595455")).to.deep.equal([]);
    expect(five("Acme Plumbing", "2263555")).to.deep.equal(first);
  });
});

describe("a name with letters that keys lack", () => {
  it("is read plain and as people spell it", () => {
    expect(kindsOf("Müller", "MULLER")).to.deep.equal(["company-name"]);
    expect(kindsOf("Müller", "MUELLER")).to.deep.equal(["company-name"]);
    expect(kindsOf("Fu\u0308nf Sterne", "FUENF")).to.deep.equal(["company-word"]);
    expect(kindsOf("Ørsted", "OERSTED")).to.deep.equal(["company-name"]);
  });
});

describe("close forms", () => {
  it("drop vowels but a first one", () => {
    expect(["GLOBAL", "AABUILD"].map(spelledBy(skeleton))).to.deep.equal(["GLBL", "ABLD"]);
  });

  it("respell as advertisements do", () => {
    expect(
      ["QUICK", "KIDS", "FEDEX", "NIGHT", "PHONE", "CITY"].map(spelledBy(phonetic)),
    ).to.deep.equal(["KWIK", "KIDZ", "FEDEKS", "NITE", "FONE", "SITY"]);
  });
});
