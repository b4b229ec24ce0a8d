import { expect } from "chai";
import {
  maskPhoneNumber,
  PhoneNumberError,
  readPhoneNumber,
} from "../../../lambda-src/phone-number/phone-number";
import { readAnyNumber } from "../../../lambda-src/phone-number/any-number";

describe("a phone number", () => {
  for (const [text, e164] of [
    ["+13029856970", "+13029856970"],
    ["(302) 985-6970", "+13029856970"],
    ["1 302 985 6970", "+13029856970"],
    ["1-800-FLOWERS", "+18003569377"],
    ["+1800flowers", "+18003569377"],
    ["+44 20 7946 0018", "+442079460018"],
    ["0044 20 7946 0018", "+442079460018"],
    ["+86 10 6552 9988", "+861065529988"],
    ["+18882228453", "+18882228453"],
    ["1-800-CONTACTS", "+18002668228"],
    ["1-800-MATTRESS", "+18006288737"],
    ["1-800-PROGRESSIVE", "+18007764737"],
    ["1-877-KARS-4-KIDS", "+18775277454"],
    ["1-800-GOT-JUNK?", "+18004685865"],
    ["1-800-GET-TEXT", "+18004388398"],
    ["1-800-OIL-LOIL", "+18006455645"],
    ["302-985-6970 ext. 12", "+13029856970"],
    ["302-985-6970x12", "+13029856970"],
    ["(302) 985-6970 #4", "+13029856970"],
    ["302-985-6970,,12#", "+13029856970"],
    ["1-800-FLOWERS ext 12", "+18003569377"],
    ["tel:+1-302-985-6970;ext=12", "+13029856970"],
    ["＋１ ３０２ ９８５ ６９７０", "+13029856970"],
    ["+1‑302‑985‑6970", "+13029856970"],
    ["011 44 20 7946 0018", "+442079460018"],
    ["+61 1300 CLEANERS", "+611300253263"],
    ["+1-302-985-6970#", "+13029856970"],
    ["٣٠٢ ٩٨٥ ٦٩٧٠", "+13029856970"],
    ["+۹۸ ۲۱ ۲۳۴۵ ۶۷۸۹", "+982123456789"],
    ["+61 1800 REVERSE", "+611800738377"],
  ] as const)
    it(`is read from ${text}`, async () => {
      expect((await readPhoneNumber(text)).e164).to.equal(e164);
    });

  it("is the same by the fast way and by the library", async () => {
    for (const text of ["+13029856970", "+18003569377", "+19999999999"])
      expect(await readAnyNumber(text)).to.deep.equal(await readPhoneNumber(text));
  });

  for (const [text, fault] of [
    ["", "phone-not-a-number"],
    ["hello", "phone-not-a-number"],
    ["restricted", "phone-not-a-number"],
    ["sip:alice@example.com", "phone-not-a-number"],
    ["800-цветы", "phone-unreadable-letters"],
    ["+1 302 985 697O", "phone-not-a-number"],
    ["1 3O2 985 697O", "phone-not-a-number"],
    ["302-985-697l", "phone-not-a-number"],
    ["0000000000", "phone-not-a-number"],
    ["1 (011) 555-1234", "phone-not-a-number"],
    ["+11302555123", "phone-not-a-number"],
    ["302-985-6970 or 302-985-6971", "phone-not-a-number"],
    ["302-985-6970 home", "phone-not-a-number"],
    ["1.30299E+10", "phone-not-a-number"],
    ["1300 FLOWERS", "phone-needs-country"],
    ["1300 123 456", "phone-needs-country"],
    ["13 12 34", "phone-needs-country"],
    ["020 7946 0018", "phone-needs-country"],
    ["12345", "phone-too-short"],
    ["+1302985", "phone-too-short"],
    ["+130298569701234567", "phone-not-a-number"],
    ["9".repeat(1_000_000), "phone-not-a-number"],
  ] as const)
    it(`is not ${text.length > 30 ? "a megabyte of digits" : JSON.stringify(text)}: ${fault}`, async () => {
      const error: unknown = await readPhoneNumber(text).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(PhoneNumberError);
      expect(error).to.have.property("fault", fault);
      expect((error as Error).message)
        .to.match(/^phone must .*got "/i)
        .and.have.length.below(260);
    });

  it("shows only its last two digits in a log", () => {
    expect(maskPhoneNumber("+13029856970")).to.equal("**********70");
  });
});
