import { expect } from "chai";
import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";

import {
  destinationOf,
  HOME_DESTINATIONS,
  isAllowed,
  isDestination,
} from "../../contact-flow/destinations";

/** Area codes of +1 that are abroad, most of them in the Caribbean. */
const ABROAD = [
  ...["242", "246", "264", "268", "284", "345", "441", "473", "649", "658", "664", "721", "758"],
  ...["767", "784", "809", "829", "849", "868", "869", "876"],
];
/** Area codes of the United States, its territories and Canada. */
const HOME = ["212", "302", "503", "416", "604", "787", "939", "340", "671", "684", "670"];

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count });
/** A number of one of the area codes; its exchange begins with 2 to 9, as all do. */
const numberOf = (areaCodes: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...areaCodes), fc.integer({ min: 2, max: 9 }), digits(6))
    .map(([area, first, rest]) => `+1${area}${first}${rest.join("")}`);
const mayCall = (number: string) => isAllowed(destinationOf(number) ?? "no number");

describe("Where a number leads", () => {
  for (const [number, destination] of [
    ["+13025550199", "United States"],
    ["+14165550100", "Canada"],
    ["+17875551234", "Puerto Rico"],
    ["+18003569377", "United States"],
    ["+18765551234", "Jamaica"],
    ["+16585551234", "Jamaica"],
    ["+18095551234", "Dominican Republic"],
    ["+19005551234", "United States premium rate"],
    ["+12129765555", "United States premium rate"],
    ["+19765551234", "area code 976"],
    ["+442071838750", "United Kingdom"],
    ["+449098790000", "United Kingdom premium rate"],
    ["+15005550006", "United States personal numbers"],
    ["+870773123456", "calling code 870"],
  ] as const) {
    it(`${number}: ${destination}`, () => {
      expect(destinationOf(number)).to.equal(destination);
    });
  }

  for (const text of ["", "13025550199", "+1302", "+1 302 555 0199", "+1302555019999", "Jamaica"]) {
    it(`"${text}" is no number`, () => {
      expect(destinationOf(text)).to.equal(undefined);
    });
  }
});

describe("Calls that need no name", () => {
  it("go to the United States with its territories and to Canada", () => {
    expect(HOME_DESTINATIONS).to.have.members([
      "United States",
      "Puerto Rico",
      "U.S. Virgin Islands",
      "Guam",
      "American Samoa",
      "Northern Mariana Islands",
      "Canada",
    ]);
    fc.assert(
      fc.property(
        numberOf(HOME).filter((number) => !/^.{5}976/.test(number)),
        mayCall,
      ),
    );
  });

  it("go to no other area code of +1", () => {
    fc.assert(fc.property(numberOf(ABROAD), (number) => !mayCall(number)));
  });

  it("go to no premium number: area code 900, and 976 after any area code", () => {
    const premium = fc.oneof(
      numberOf(["900"]),
      numberOf(HOME).map((number) => `${number.slice(0, 5)}976${number.slice(8)}`),
    );
    fc.assert(fc.property(premium, (number) => !mayCall(number)));
  });

  it("go nowhere else in the world", () => {
    const names = new Intl.DisplayNames(["en"], { type: "region" });
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples)?.number ?? "";
      const destination = destinationOf(number) ?? "";
      const name = names.of(country) ?? "";
      expect(isAllowed(destination), destination).to.equal(HOME_DESTINATIONS.includes(name));
    }
  });
});

describe("A destination's name", () => {
  it("allows the numbers that lead there, and no others", () => {
    fc.assert(
      fc.property(numberOf(ABROAD), numberOf(ABROAD), (number, other) => {
        const [destination = "", elsewhere = ""] = [destinationOf(number), destinationOf(other)];
        expect(isAllowed(destination, [destination])).to.equal(true);
        expect(isAllowed(elsewhere, [destination])).to.equal(elsewhere === destination);
      }),
    );
  });

  it("is known wherever a number leads", () => {
    fc.assert(
      fc.property(fc.oneof(numberOf([...HOME, ...ABROAD, "900", "976", "999"])), (number) =>
        isDestination(destinationOf(number) ?? ""),
      ),
    );
    expect(isDestination("calling code 870")).to.equal(true);
  });

  it("is unknown where no number could lead", () => {
    for (const name of ["", "Jamaika", "jamaica", "JM", "premium rate", "Jamaika premium rate"]) {
      expect(isDestination(name), name).to.equal(false);
    }
  });
});
