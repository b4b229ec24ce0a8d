import { expect } from "chai";
import { readPhoneNumber } from "../../../lambda-src/phone-number/phone-number";
import { vanityNumbers } from "../../../lambda-src/vanity-engine/vanity-number";

/**
 * Numbers of the real world, as advertised: what is dialled, who advertises it, and how the last seven characters must read. Letters
 * beyond the seventh fall off the end.
 */
const FAMOUS: readonly (readonly [advertised: string, company: string, seven: string])[] = [
  ["1-800-FLOWERS", "1-800-Flowers.com", "FLOWERS"],
  ["1-800-CONTACTS", "1-800 Contacts, Inc.", "CONTACT"],
  ["1-800-GOT-JUNK", "1-800-GOT-JUNK?", "GOTJUNK"],
  ["1-800-PETMEDS", "PetMed Express (1-800-PetMeds)", "PETMEDS"],
  ["1-800-PETMEDS", "1-800-PetMeds", "PETMEDS"],
  ["1-877-KARS-4-KIDS", "Kars4Kids", "KARS4KI"],
  ["1-800-GO-FEDEX", "FedEx", "GOFEDEX"],
  ["1-800-PICK-UPS", "UPS", "PICKUPS"],
  ["1-800-CALL-ATT", "AT&T", "CALLATT"],
  ["1-800-COLLECT", "MCI Collect", "COLLECT"],
  ["1-800-MATTRESS", "1-800-Mattress", "MATTRES"],
  ["1-800-DENTIST", "1-800-Dentist", "DENTIST"],
  ["1-800-LAW-FIRM", "The Law Firm", "LAWFIRM"],
  ["1-800-HOLIDAY", "Holiday Inn", "HOLIDAY"],
  ["1-800-MARRIOTT", "Marriott", "MARRIOT"],
  ["1-800-SHERATON", "Sheraton Hotels & Resorts", "SHERATO"],
  ["1-800-WESTIN-1", "Westin", "WESTIN1"],
  ["1-800-RADISSON", "Radisson Hotels", "RADISSO"],
  ["1-800-JETBLUE", "JetBlue Airways", "JETBLUE"],
  ["1-800-FLY-DELTA", "Delta", "FLYDELT"],
  ["1-800-GREYHOUND", "Greyhound Lines, Inc.", "GREYHOU"],
  ["1-800-USA-RAIL", "USA Rail", "USARAIL"],
  ["1-800-AMTRAK-1", "Amtrak", "AMTRAK1"],
  ["1-800-GOODYEAR", "Goodyear Tire & Rubber Company", "GOODYEA"],
  ["1-800-PROGRESSIVE", "Progressive Corporation", "PROGRES"],
  ["1-800-ALLSTATE", "Allstate", "ALLSTAT"],
  ["1-800-STATE-FARM", "State Farm", "STATEFA"],
  ["1-800-NATIONWIDE", "Nationwide Mutual", "NATIONW"],
  ["1-800-METLIFE", "MetLife, Inc.", "METLIFE"],
  ["1-800-LOANMART", "LoanMart", "LOANMAR"],
  ["1-800-TAXICAB", "Taxicab Co.", "TAXICAB"],
  ["1-800-RED-CROSS", "American Red Cross", "REDCROS"],
  ["1-800-DOMINOS", "Domino's", "DOMINOS"],
  ["1-800-STAPLES", "Staples, Inc.", "STAPLES"],
  ["1-800-HERSHEY", "Hershey's", "HERSHEY"],
  ["1-800-COMCAST", "Comcast", "COMCAST"],
  ["1-800-VERIZON", "Verizon Wireless", "VERIZON"],
  ["1-800-MY-APPLE", "Apple", "MYAPPLE"],
  ["1-800-MICROSOFT", "Microsoft", "MICROSO"],
  ["1-800-BANKOFAMERICA", "Bank of America", "BANKOFA"],
  ["1-800-WALGREENS", "Walgreens", "WALGREE"],
  ["1-800-SUBARU-1", "Subaru", "SUBARU1"],
  ["1-800-THE-GEICO", "GEICO", "THEGEIC"],
  ["1-888-AABUILD", "AABUILD", "AABUILD"],
];

/** What is dialled: the first ten digits after the 1. */
function dialled(advertised: string): string {
  const keys = "22233344455566677778889999";
  const digits = advertised
    .replace(/-/g, "")
    .replace(/[A-Z]/g, (letter) => keys[letter.charCodeAt(0) - 65] ?? "");
  return `+${digits.slice(0, 11)}`;
}

describe("famous numbers put the brand first", () => {
  for (const [advertised, company, seven] of FAMOUS)
    it(`${advertised} for ${company}`, async () => {
      const [best] = vanityNumbers(await readPhoneNumber(dialled(advertised)), company);
      expect(best?.letters).to.equal(seven);
    });

  it("fits AABUILD, which is dialled +1 888 222 8453, in one piece", async () => {
    const [best] = vanityNumbers(await readPhoneNumber("+18882228453"), "AABUILD");
    expect(best).to.deep.equal({
      number: "1-888-AABUILD",
      letters: "AABUILD",
      score: 980,
      pieces: [{ text: "AABUILD", kind: "company-name", points: 980 }],
      explanation: "AABUILD — the whole company name",
    });
  });
});
