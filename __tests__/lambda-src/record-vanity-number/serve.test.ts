import { expect } from "chai";
import fc from "fast-check";
import { serve } from "../../../lambda-src/record-vanity-number/serve";
import type { VanityRow, VanityTable } from "../../../lambda-src/record-vanity-number/table";
import { contactFlowEvent } from "./contact-flow-event";

/** A table that keeps what it is given: what DynamoDB does with it is table.test.ts's business. */
function rowsOnly(): VanityTable & { rows: Map<string, VanityRow> } {
  const rows = new Map<string, VanityRow>();
  const table = {
    rows,
    record: (row: VanityRow) => {
      rows.set(row.phone, row);
      return Promise.resolve("recorded" as const);
    },
    find: (phone: string) => Promise.resolve(rows.get(phone)),
  };
  return table as unknown as VanityTable & { rows: Map<string, VanityRow> };
}

describe("recordVanityNumber's answer", () => {
  it("is a flat map of strings under 32 KB, for anything that is sent", async () => {
    const hostile = fc.oneof(
      fc.anything(),
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom(
        "😀".repeat(50),
        "\u202Eمرحبا KW",
        "'; DROP TABLE phones; --",
        "<speak>x</speak>",
        "__proto__",
        "constructor",
        "x".repeat(1_000_000),
        "${jndi:ldap://x}",
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ phone: fc.oneof(fc.constant("+13029856970"), hostile), companyName: hostile }),
        fc.boolean(),
        async (fields, flow) => {
          const event = flow ? contactFlowEvent(fields as Record<string, string>) : fields;
          const { answer } = await serve(event, rowsOnly());
          for (const value of Object.values(answer)) expect(value).to.be.a("string");
          expect(Buffer.byteLength(JSON.stringify(answer))).to.be.below(32_768);
          expect(answer.status).to.be.oneOf(["recorded", "skipped"]);
          if (answer.status === "recorded") {
            expect(answer.spokenVanityNumber).to.match(/^[A-Za-z0-9, ]+$/);
          } else expect(answer.reason).to.match(/^[a-z-]+$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("holds the best number, its spoken form and the five", async () => {
    const { answer } = await serve(
      { phone: "+18003569377", companyName: "1-800-Flowers.com" },
      rowsOnly(),
    );
    expect(answer).to.include({
      status: "recorded",
      companyName: "1-800-Flowers.com",
      vanityNumber: "1-800-FLOWERS",
      spokenVanityNumber: "1, 8 0 0, flowers",
      vanityNumber1: "1-800-FLOWERS",
    });
    expect(answer).to.have.property("vanityNumber5");
  });

  it("looks up what is recorded instead of making it anew", async () => {
    const table = rowsOnly();
    const recorded = {
      phone: "+13029856970",
      companyName: "Once",
      vanityNumber: "1-302-OLD-NUMB",
      vanityNumbers: ["1-302-OLD-NUMB"],
    };
    table.rows.set(recorded.phone, recorded);
    const { answer } = await serve({ phone: "+13029856970", action: "lookup" }, table);
    expect(answer).to.deep.equal({
      status: "found",
      companyName: "Once",
      vanityNumber: "1-302-OLD-NUMB",
      spokenVanityNumber: "1, 3 0 2, old, numb",
      vanityNumber1: "1-302-OLD-NUMB",
    });
  });

  it("is what stands where the row holds a name that was given later", async () => {
    const standing = {
      phone: "+13029856970",
      companyName: "Newer",
      vanityNumber: "1-302-NEW-NUMB",
      vanityNumbers: ["1-302-NEW-NUMB"],
    };
    const table = { record: () => "superseded", find: () => standing } as unknown as VanityTable;
    const event = {
      phone: "+13029856970",
      companyName: "Older",
      requestedAt: "2026-01-01T00:00:00Z",
    };
    const { answer } = await serve(event, table);
    expect(answer).to.include({ status: "superseded", companyName: "Newer" });
  });

  it("says so when a phone was never recorded", async () => {
    const { answer } = await serve({ phone: "+13029856970", action: "lookup" }, rowsOnly());
    expect(answer).to.deep.equal({ status: "not-found" });
  });

  it("names the reason when the phone is none", async () => {
    for (const [phone, reason] of [
      ["12", "phone-too-short"],
      ["hello", "phone-not-a-number"],
      ["1300 FLOWERS", "phone-needs-country"],
      ["800-ЦВЕТЫ", "phone-unreadable-letters"],
    ]) {
      const { answer } = await serve({ phone, companyName: "KWGlobal" }, rowsOnly());
      expect(answer).to.deep.equal({ status: "skipped", reason });
    }
  });

  it("records any country's number by its E.164 form", async () => {
    const table = rowsOnly();
    await serve({ phone: "+44 20 7946 0018", companyName: "KWGlobal" }, table);
    expect([...table.rows.keys()]).to.deep.equal(["+442079460018"]);
  });
});
