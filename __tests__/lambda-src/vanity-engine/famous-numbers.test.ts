import { expect } from "chai";
import { pairs } from "../../../bench/vanity/real-pairs.json";
import { vanityEngine } from "../../../lambda-src/vanity-engine/engine";
import { dial } from "../../../lambda-src/vanity-engine/keypad";
import { readPhoneNumber } from "../../../lambda-src/phone-number/phone-number";
import { explainedVanityNumbers } from "../../../lambda-src/vanity-engine/vanity-number";

/**
 * Numbers that companies have advertised in the United States and Canada, as they write them, and who they belong to. Only the first
 * seven characters after the area code are dialled; what is advertised beyond them falls off the end. Three of them don't hold
 * the company's name, but words (USA RAIL, THE CARD, CASH NOW).
 */
const FAMOUS: readonly (readonly [advertised: string, company: string])[] = [
  ["1-800-FLOWERS", "1-800-Flowers.com"],
  ["1-800-CONTACTS", "1-800 Contacts, Inc."],
  ["1-800-GOT-JUNK", "1-800-GOT-JUNK?"],
  ["1-800-PETMEDS", "1-800-PetMeds"],
  ["1-800-PETMEDS", "PetMed Express, Inc."],
  ["1-877-KARS-4-KIDS", "Kars4Kids"],
  ["1-877-KARS-4-KIDS", "Kars for Kids"],
  ["1-800-GO-FEDEX", "FedEx"],
  ["1-800-PICK-UPS", "UPS"],
  ["1-800-PICK-UPS", "United Parcel Service"],
  ["1-800-CALL-DHL", "DHL"],
  ["1-800-ASK-USPS", "United States Postal Service"],
  ["1-800-CALL-ATT", "AT&T"],
  ["1-800-COLLECT", "MCI Collect"],
  ["1-800-TMOBILE", "T-Mobile"],
  ["1-800-VERIZON", "Verizon Wireless"],
  ["1-800-COMCAST", "Comcast"],
  ["1-800-DIRECTV", "DIRECTV"],
  ["1-800-MATTRESS", "1-800-Mattress"],
  ["1-800-DENTIST", "1-800-Dentist"],
  ["1-800-TAXICAB", "1-800-TAXICAB"],
  ["1-800-LAW-FIRM", "1-800-LAW-FIRM"],
  ["1-800-HOLIDAY", "Holiday Inn"],
  ["1-800-HILTONS", "Hilton"],
  ["1-800-HILTONS", "Hilton Hotels & Resorts"],
  ["1-800-WYNDHAM", "Wyndham Hotels & Resorts"],
  ["1-800-WESTIN-1", "Westin"],
  ["1-800-4-CHOICE", "Choice Hotels"],
  ["1-800-4-MOTEL-6", "Motel 6"],
  ["1-888-MARRIOTT", "Marriott"],
  ["1-800-I-FLY-SWA", "Southwest Airlines"],
  ["1-800-JETBLUE", "JetBlue Airways"],
  ["1-800-UNITED-1", "United Airlines"],
  ["1-888-AIR-CANADA", "Air Canada"],
  ["1-800-ALASKA-AIR", "Alaska Airlines"],
  ["1-800-USA-RAIL", "Amtrak"],
  ["1-800-THRIFTY", "Thrifty Car Rental"],
  ["1-800-GO-UHAUL", "U-Haul"],
  ["1-800-GO-TOYOTA", "Toyota"],
  ["1-800-33-HONDA", "Honda"],
  ["1-800-NISSAN-1", "Nissan"],
  ["1-800-SUBARU-3", "Subaru of America"],
  ["1-800-WWW-DELL", "Dell"],
  ["1-800-SHOP-CVS", "CVS Pharmacy"],
  ["1-800-GET-ROTO", "Roto-Rooter"],
  ["1-800-TO-WELLS", "Wells Fargo"],
  ["1-800-GO-BEYOND", "Bed Bath & Beyond"],
  ["1-800-MY-APPLE", "Apple Inc."],
  ["1-800-MICROSOFT", "Microsoft"],
  ["1-800-HOME-DEPOT", "The Home Depot"],
  ["1-888-BEST-BUY", "Best Buy"],
  ["1-800-3-STAPLE", "Staples"],
  ["1-800-AUTOZONE", "AutoZone"],
  ["1-800-WALGREENS", "Walgreens"],
  ["1-800-FOR-AVON", "Avon"],
  ["1-800-54-GIANT", "Giant Glass"],
  ["1-800-THE-CARD", "American Express"],
  ["1-800-DISCOVER", "Discover"],
  ["1-800-MC-ASSIST", "Mastercard"],
  ["1-800-VISA-911", "Visa"],
  ["1-800-392-FORD", "Ford Motor Company"],
  ["1-800-992-JEEP", "Jeep"],
  ["1-800-FIDELITY", "Fidelity Investments"],
  ["1-800-METLIFE", "MetLife, Inc."],
  ["1-800-ALLSTATE", "Allstate"],
  ["1-800-PROGRESSIVE", "Progressive Corporation"],
  ["1-800-STATE-FARM", "State Farm"],
  ["1-800-SAFE-AUTO", "SafeAuto"],
  ["1-800-AAA-HELP", "AAA"],
  ["1-800-RED-CROSS", "American Red Cross"],
  ["1-800-CALL-FBI", "FBI"],
  ["1-800-JENNY-20", "Jenny Craig"],
  ["1-877-CASH-NOW", "J.G. Wentworth"],
];

/** The last seven characters that are dialled. */
function lastSeven(advertised: string): string {
  return advertised.replace(/-/g, "").slice(4, 11);
}

/** What is dialled: the first ten digits after the 1. */
function dialled(advertised: string): string {
  const keys = "22233344455566677778889999";
  const digits = advertised
    .replace(/-/g, "")
    .replace(/[A-Z]/g, (letter) => keys[letter.charCodeAt(0) - 65] ?? "");
  return `+${digits.slice(0, 11)}`;
}

describe("the five of real numbers", () => {
  const five = pairs.map(({ phone, company, expect }) => ({
    expect,
    letters: vanityEngine().letters(phone.slice(-7), company),
  }));

  it("begin with what the company has chosen, nearly always", () => {
    expect(five.filter(({ expect, letters }) => letters[0] === expect).length).to.be.at.least(28);
  });

  it("have it among them", () => {
    expect(five.filter(({ expect, letters }) => letters.includes(expect)).length).to.be.at.least(
      29,
    );
  });
});

describe("digits beside a name", () => {
  for (const [text, company] of [
    ["67CHEWY", "Chewy"],
    ["23LOEWS", "Loews"],
    ["4ABUICK", "Buick"],
    ["925WALM", "Walmart Inc."],
    ["468UHAU", "U-Haul"],
    ["222SONY", "Sony"],
    ["CANTIRE", "Canadian Tire"],
    ["FLYDELT", "Delta Air Lines"],
    ["33DEPOT", "HOMEDEPOT"],
    ["33DEPOT", "homedepot.com"],
    ["GAMBLER", "Gambler Casino"],
    ["LADY225", "Lady Americana"],
    ["QUITNOW", ""],
    ["MUELLER", "Müller"],
    ["555SPA8", "Salon & Spa"],
  ] as const)
    it(`are better company than words that only happen to fit: ${text}`, () => {
      expect(vanityEngine().letters(dial(text), company)[0]).to.equal(text);
    });
});

describe("famous numbers put the brand first", () => {
  for (const [advertised, company] of FAMOUS)
    it(`${advertised} for ${company}`, async () => {
      const [best] = explainedVanityNumbers(await readPhoneNumber(dialled(advertised)), company);
      expect(best?.letters).to.equal(lastSeven(advertised));
    });

  it("fits AABUILD, which is dialled +1 888 222 8453, in one piece", async () => {
    const [best] = explainedVanityNumbers(await readPhoneNumber("+18882228453"), "AABUILD");
    expect(best).to.deep.equal({
      number: "1-888-AABUILD",
      letters: "AABUILD",
      score: 980,
      pieces: [{ text: "AABUILD", kind: "company-name", points: 980 }],
      explanation: "AABUILD — the whole company name",
    });
  });
});
