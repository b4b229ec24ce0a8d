import { expect } from "chai";
import { phonetic, skeleton } from "../../../lambda-src/vanity-engine/company/forms";
import { readCompanyName } from "../../../lambda-src/vanity-engine/company/name";
import { companyParts } from "../../../lambda-src/vanity-engine/company/parts";

const kindsOf = (name: string, text: string): string[] =>
  companyParts(name)
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
      expect(readCompanyName(name).chunks.join(" ")).to.equal(chunks);
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
    expect(companyParts("株式会社")).to.deep.equal([]);
    expect(companyParts("😀")).to.deep.equal([]);
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
    expect(["GLOBAL", "AABUILD"].map(skeleton)).to.deep.equal(["GLBL", "ABLD"]);
  });

  it("respell as advertisements do", () => {
    expect(["QUICK", "KIDS", "FEDEX", "NIGHT", "PHONE", "CITY"].map(phonetic)).to.deep.equal([
      "KWIK",
      "KIDZ",
      "FEDEKS",
      "NITE",
      "FONE",
      "SITY",
    ]);
  });
});
