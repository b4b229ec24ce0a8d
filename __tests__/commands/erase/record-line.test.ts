import { expect } from "chai";

import { Caller } from "../../../commands/erase/caller";
import { readRecordLine } from "../../../commands/erase/record-line";

const PHONE = "+13025550123";
const MINE = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";

const record = (fields: object) => ({ ContactId: OTHER, Channel: "VOICE", ...fields });
const of = (Address: string) => ({ CustomerEndpoint: { Address, Type: "TELEPHONE_NUMBER" } });
const failed = (text: string) =>
  JSON.stringify({ attemptsMade: 4, rawData: Buffer.from(text).toString("base64") });

describe("a line of contact records", () => {
  let caller: Caller;
  const read = (line: object | string) =>
    readRecordLine(typeof line === "string" ? line : JSON.stringify(line), caller);
  const STAYS = { fate: { what: "stays" }, contacts: [], unreadable: false };

  beforeEach(() => {
    caller = new Caller(PHONE);
  });

  it("of the caller goes, and tells the contacts of its conversation", () => {
    const line = record({
      ...of(PHONE),
      ContactId: MINE,
      InitialContactId: "initial",
      PreviousContactId: "previous",
      NextContactId: "next",
      RelatedContactId: "related",
      ContactAssociationId: "other",
      Queue: null,
    });
    expect(read(line)).to.deep.equal({
      fate: { what: "goes" },
      contacts: [MINE, "initial", "previous", "next", "related"],
      unreadable: false,
    });
    expect(read(record({ ...of(PHONE), InitialContactId: null })).contacts).to.deep.equal([OTHER]);
  });

  it("of a contact that is known to be the caller's goes, whatever number it has", () => {
    expect(read(record({})).fate.what).to.equal("stays");
    caller.add(OTHER.toUpperCase());
    expect(read(record(of("+13025550199"))).fate.what).to.equal("goes");
    expect(read(record({ ContactId: "x", InitialContactId: OTHER })).fate.what).to.equal("goes");
    expect(read(record({ ContactId: 7, InitialContactId: null })).fate.what).to.equal("stays");
  });

  it("of somebody else stays", () => {
    expect(read(record(of("+13025550199")))).to.deep.equal(STAYS);
    expect(read(record({ CustomerEndpoint: PHONE.slice(1) }))).to.deep.equal(STAYS);
    expect(read("  ")).to.deep.equal(STAYS);
  });

  it("of somebody else that names the number keeps all but the number", () => {
    const line = record({
      TransferredToEndpoint: { Address: PHONE },
      Attributes: { asked: `for ${PHONE}, not ${PHONE}4` },
    });
    expect(read(line)).to.deep.equal({
      fate: {
        what: "changes",
        into: JSON.stringify(
          record({
            TransferredToEndpoint: { Address: "erased" },
            Attributes: { asked: `for erased, not ${PHONE}4` },
          }),
        ),
      },
      contacts: [],
      unreadable: false,
    });
  });

  it("names the number also where JSON writes it otherwise", () => {
    const { fate } = read(`{"ContactId":"x","Attributes":{"a":"\\u002b13025550123"}}`);
    expect(fate).to.deep.equal({
      what: "changes",
      into: `{"ContactId":"x","Attributes":{"a":"erased"}}`,
    });
  });

  it("that is no record is told, and its text keeps no number", () => {
    expect(read("not JSON")).to.deep.equal({ ...STAYS, unreadable: true });
    expect(read("[1]")).to.deep.equal({ ...STAYS, unreadable: true });
    expect(read(`{"ContactId": "${PHONE}`)).to.deep.equal({
      fate: { what: "changes", into: `{"ContactId": "erased` },
      contacts: [],
      unreadable: true,
    });
  });

  it("that Firehose could not deliver goes if it is the caller's or names the number", () => {
    const mine = failed(JSON.stringify(record({ ...of(PHONE), ContactId: MINE })));
    expect(read(mine)).to.deep.equal({
      fate: { what: "goes" },
      contacts: [MINE],
      unreadable: false,
    });
    const naming = failed(JSON.stringify(record({ Attributes: { a: PHONE } })));
    expect(read(naming)).to.deep.equal({ ...STAYS, fate: { what: "goes" } });
    expect(read(failed(JSON.stringify(record({}))))).to.deep.equal(STAYS);
    expect(read(failed("not JSON"))).to.deep.equal({ ...STAYS, unreadable: true });
  });
});

describe("a caller", () => {
  const caller = new Caller(PHONE);

  it("is named by the whole number only, each time it is asked", () => {
    for (const text of [PHONE, `a${PHONE}a`, `x ${PHONE}`]) {
      expect(caller.isIn(text), text).to.equal(true);
      expect(caller.isIn(text), text).to.equal(true);
    }
    for (const text of ["", `${PHONE}4`, PHONE.slice(1), PHONE.slice(0, -1)]) {
      expect(caller.isIn(text), text).to.equal(false);
    }
  });

  it("shows the last two digits only", () => {
    expect(caller.masked(`${PHONE} and ${PHONE}`)).to.equal("**********23 and **********23");
  });
});
