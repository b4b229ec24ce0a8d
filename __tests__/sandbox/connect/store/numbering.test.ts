import { PhoneNumberCountryCode } from "@aws-sdk/client-connect";
import { expect } from "chai";
import { getCountryCallingCode, parsePhoneNumber } from "libphonenumber-js/max";
import { numbersOf } from "../../../../sandbox/connect/store/numbering";

describe("the numbers of a country", () => {
  const first = (country: string, type: string, prefix?: string): string | undefined =>
    numbersOf(country, type, prefix).next().value as string | undefined;

  it("begin in the range that North America keeps free for fiction", () => {
    expect(first("US", "DID", "+1302")).to.equal("+13025550100");
    expect(first("US", "DID")).to.equal("+12065550100");
  });

  it("are of the country's plan, and of the type", () => {
    for (const country of ["US", "CA", "GB", "DE", "FR", "AU", "JP", "SG", "BR", "ZA", "JM"])
      for (const type of ["DID", "TOLL_FREE"]) {
        const number = parsePhoneNumber(first(country, type) ?? "");
        expect(number.isValid(), `${country} ${type}`).to.equal(true);
        expect(number.getType() === "TOLL_FREE", `${country} ${type}`).to.equal(
          type === "TOLL_FREE",
        );
        if (type === "DID") expect(number.country).to.equal(country);
        else expect(number.countryCallingCode).to.equal(getCountryCallingCode(country as "US"));
      }
  });

  it("are there for nearly every country that Connect knows", () => {
    const none = Object.values(PhoneNumberCountryCode).filter(
      (country) => first(country, "DID") === undefined,
    );
    expect(none).to.have.members(["AN", "AQ", "BL", "CC", "CX", "EH", "IM", "MF", "PN", "VA"]);
  });

  it("are international for UIFN, and none for types that no search offers", () => {
    expect(first("US", "UIFN")).to.match(/^\+800\d{8}$/);
    expect(first("US", "UIFN", "+800123")).to.match(/^\+800123\d{5}$/);
    expect(first("US", "UIFN", "+1302")).to.equal(undefined);
    for (const type of ["SHORT_CODE", "SHARED", "THIRD_PARTY_DID", "THIRD_PARTY_TF"])
      expect(first("US", type), type).to.equal(undefined);
  });

  it("are all different, and end", () => {
    const numbers = [...numbersOf("US", "DID", "+13025559")];
    expect(numbers).to.have.length(1000);
    expect(new Set(numbers).size).to.equal(1000);
    expect([...numbersOf("US", "DID", "+13025550123")]).to.deep.equal(["+13025550123"]);
  });
});
