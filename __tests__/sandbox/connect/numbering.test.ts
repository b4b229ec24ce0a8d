import { PhoneNumberCountryCode } from "@aws-sdk/client-connect";
import { expect } from "chai";
import { numbersOf } from "../../../sandbox/connect/numbering";

describe("the numbers of a country", () => {
  const first = (country: string, type: string, prefix?: string): string | undefined =>
    numbersOf(country, type, prefix).next().value as string | undefined;

  it("begin in the range that North America keeps free for fiction", () => {
    expect(first("US", "DID", "+1302")).to.equal("+13025550100");
    expect(first("CA", "DID")).to.equal("+12065550100");
  });

  it("are in E.164 form for every country that Connect knows", () => {
    for (const country of Object.values(PhoneNumberCountryCode))
      for (const type of ["DID", "TOLL_FREE"]) {
        const number = first(country, type);
        if (number !== undefined) expect(number, country).to.match(/^\+[1-9]\d{6,14}$/);
      }
  });

  it("are all different, and end", () => {
    const numbers = [...numbersOf("US", "DID", "+13025559")];
    expect(numbers).to.have.length(1000);
    expect(new Set(numbers).size).to.equal(1000);
    expect([...numbersOf("US", "DID", "+13025550123")]).to.deep.equal(["+13025550123"]);
  });
});
