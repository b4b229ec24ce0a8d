import { expect } from "chai";

import { differences } from "../../../commands/adopt/differences";
import { planFrom } from "../../../plan-review/plan";

/** An update of one resource, as Terraform's JSON has it. */
function update(change: object) {
  const [first] = planFrom({
    format_version: "1.2",
    planned_values: {},
    configuration: {},
    resource_changes: [
      {
        address: "aws_connect_queue.sales",
        type: "aws_connect_queue",
        mode: "managed",
        change: { actions: ["update"], ...change },
      },
    ],
  }).changes;
  if (first === undefined) throw new Error("the plan has no change");
  return differences(first);
}

describe("What an apply would change in a live thing", () => {
  it("is told by field, those in blocks too", () => {
    const before = { description: "", s3: [{ bucket: "old", prefix: "p" }] };
    const after = { description: "Sales", s3: [{ bucket: "new", prefix: "p" }] };
    expect(update({ before, after })).to.deep.equal([
      { field: "description", live: "nothing", code: '"Sales"' },
      { field: "s3.bucket", live: '"old"', code: '"new"' },
    ]);
  });

  it("is how long an agent may work after a call, though the console had no limit", () => {
    const phone = (seconds: number) => ({
      phone_config: [{ after_contact_work_time_limit: seconds, auto_accept: false }],
    });
    expect(update({ before: phone(0), after: phone(180) })).to.deep.equal([
      { field: "phone_config.after_contact_work_time_limit", live: "0", code: "180" },
    ]);
  });

  it("never shows a secret", () => {
    const change = { before: { password: "one" }, after: { password: "two" } };
    expect(update({ ...change, after_sensitive: { password: true } })).to.deep.equal([
      { field: "password", live: "(secret)", code: "(secret)" },
    ]);
  });

  it("names what depends on a thing that is yet to be made, and nothing that AWS computes", () => {
    const before = { version: "1", s3: [{ bucket: "old" }] };
    const after_unknown = { version: true, s3: [{ bucket: true }] };
    expect(update({ before, after: { s3: [{}] }, after_unknown })).to.deep.equal([
      { field: "s3.bucket", live: '"old"', code: "known once it is made" },
    ]);
  });

  it("tells a long text by its length", () => {
    const [content] = update({ before: { content: "x" }, after: { content: "y".repeat(100) } });
    expect(content).to.deep.equal({ field: "content", live: '"x"', code: "102 characters" });
  });
});
