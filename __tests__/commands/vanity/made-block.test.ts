import { expect } from "chai";
import { layoutOf } from "../../../commands/vanity/layout";
import { makeBlock } from "../../../commands/vanity/made-block";
import { OperatorError } from "../../../sandbox/machine/errors";

const made = (header: string, ...rows: string[]) =>
  makeBlock(
    { kind: "rows", bytes: Buffer.from(rows.join("\n")) },
    { layout: layoutOf(header), format: "csv", isRecorded: true },
  );

describe("the column requestedAt of a list", () => {
  it("goes with each row to the table, in UTC; a row without one has none", async () => {
    const { recorded, rejects } = await made(
      "requestedAt,phone,companyName",
      "2026-01-02T03:04:05+01:00,+13029856970,KWGlobal",
      ",+13029856971,KWGlobal",
    );
    expect(rejects).to.deep.equal([]);
    expect(recorded.map(({ requestedAt }) => requestedAt)).to.deep.equal([
      "2026-01-02T02:04:05.000Z",
      undefined,
    ]);
  });

  it("rejects a row whose time has no zone, is none, or lies ahead, and makes the others", async () => {
    const bad = ["2026-01-02 03:04", "yesterday", "2999-01-01T00:00:00Z"];
    const { recorded, rejects } = await made(
      "phone,companyName,requestedAt",
      ...bad.map((time) => `+13029856970,KWGlobal,${time}`),
      "+13029856971,KWGlobal,2026-01-02T03:04:05Z",
    );
    expect(rejects.map(({ index }) => index)).to.deep.equal([0, 1, 2]);
    for (const [index, { reason }] of rejects.entries())
      expect(reason).to.include(`requestedAt must be a time with its zone`).and.include(bad[index]);
    expect(recorded.map(({ phone }) => phone)).to.deep.equal(["+13029856971"]);
  });

  it("is named once", () => {
    expect(() => layoutOf("phone,companyName,requestedAt,requestedAt")).to.throw(
      OperatorError,
      /requestedAt twice/,
    );
  });
});
