import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { findRenames } from "../../../plan-review/gate/renames";
import { type ChangeJson, planOf } from "../../support/plans";

const rename = (type: string, from: object, to: object): ChangeJson[] => [
  { address: `${type}.old`, actions: ["delete"], before: from },
  { address: `${type}.new`, actions: ["create"], after: to, afterUnknown: { id: true } },
];
const renames = (...changes: readonly ChangeJson[]) => [...findRenames(planOf(changes))];
const renamed = (type: string, from: object, to: object) => renames(...rename(type, from, to));
const QUEUE = "aws_connect_queue";

describe("a rename", () => {
  const before = {
    ...{ id: "84d455de", phone_number: "+13025550100", country_code: "US", type: "DID" },
    ...{ prefix: "+1302", target_arn: "arn", tags_all: { Environment: "prod" } },
  };
  const after = { country_code: "US", type: "DID", prefix: "+1302", tags: null };

  it("is kept by a moved block, which the gate names", () => {
    const { refused } = judge(planOf(rename("aws_connect_phone_number", before, after)));
    const [first] = refused.filter(({ effect }) => effect === "destroy");
    expect(first?.happens).to.equal("releases the phone number");
    expect(first?.cure).to.contain('resource.moveFromId("aws_connect_phone_number.old")');
  });

  it("is refused for what may go otherwise, too", () => {
    const queue = { name: "Sales", description: "d", max_contacts: null };
    const changes = rename(QUEUE, { ...queue, id: "i", max_contacts: 0 }, queue);
    const { refused } = judge(planOf(changes));
    expect(
      refused.map(({ effect, addresses, happens }) => [effect, addresses, happens]),
    ).to.deep.equal([
      ["destroy", [`${QUEUE}.old`], `deletes it, and creates the same again as ${QUEUE}.new`],
    ]);
    expect(refused[0]?.cure).to.contain("moveFromId");
    const allow = [{ address: `${QUEUE}.old`, effect: "destroy" as const }];
    expect(judge(planOf(changes), { allow }).refused).to.have.lengthOf(0);
  });

  it("is of one thing: what differs in anything known is another", () => {
    expect(renamed(QUEUE, { name: "Sales" }, { name: "Sales" })).to.deep.equal([
      [`${QUEUE}.old`, `${QUEUE}.new`],
    ]);
    expect(renamed(QUEUE, { name: "Sales" }, { name: "Service" })).to.deep.equal([]);
    const a = { name: "Sales", outbound: [{ id: "a" }] };
    const b = { name: "Sales", outbound: [{ id: "b" }] };
    expect(renamed(QUEUE, a, b)).to.deep.equal([]);
    expect(renamed(QUEUE, { ...a, list: [1] }, { ...a, list: [1, 2] })).to.deep.equal([]);
    expect(renamed(QUEUE, { ...a, list: [1, 2] }, { ...a, list: [1] })).to.have.lengthOf(1);
    expect(renamed(QUEUE, { ...a, on: true }, { ...a, on: false })).to.deep.equal([]);
    expect(renamed(QUEUE, { name: "Sales", limit: 1 }, { name: "Sales", limit: 2 })).to.deep.equal(
      [],
    );
    expect(renamed(QUEUE, { name: "Sales" }, { name: "Sales", block: { a: "x" } })).to.deep.equal(
      [],
    );
    expect(renamed(QUEUE, { name: "Sales" }, { name: "Sales", list: [] })).to.have.lengthOf(1);
    expect(renamed(QUEUE, { name: "Sales", a: 1 }, { name: "Sales", a: null })).to.have.lengthOf(1);
  });

  it("is of one type", () => {
    const changes = [
      { address: "aws_connect_queue.a", actions: ["delete"], before: { name: "Sales" } },
      { address: "aws_connect_quick_connect.a", actions: ["create"], after: { name: "Sales" } },
    ];
    expect(renames(...changes)).to.deep.equal([]);
  });

  it("isn't told by labels, passwords, or switches alone", () => {
    expect(
      renamed(QUEUE, { name: "Sales", tags: { a: "b" } }, { name: "Sales", tags: { a: "c" } }),
    ).to.have.lengthOf(1);
    expect(
      renamed("aws_connect_user", { name: "a", password: "x" }, { name: "a", password: "y" }),
    ).to.have.lengthOf(1);
    const privacy = { block_public_acls: true, restrict: true, days: 30, list: [true], name: "" };
    expect(renamed("aws_s3_bucket_public_access_block", privacy, privacy)).to.deep.equal([]);
    expect(
      renamed(QUEUE, { list: [{ name: "Sales" }] }, { list: [{ name: "Sales" }] }),
    ).to.have.lengthOf(1);
  });

  it("pairs each with one other", () => {
    const quickConnect = (name: string, action: "create" | "delete"): ChangeJson => ({
      address: `aws_connect_quick_connect.${name}`,
      actions: [action],
      [action === "delete" ? "before" : "after"]: { name: "Sales" },
    });
    expect(
      renames(
        quickConnect("a", "delete"),
        quickConnect("b", "delete"),
        quickConnect("c", "create"),
      ),
    ).to.deep.equal([["aws_connect_quick_connect.a", "aws_connect_quick_connect.c"]]);
    expect(
      renames(
        quickConnect("a", "delete"),
        quickConnect("b", "delete"),
        quickConnect("c", "create"),
        quickConnect("d", "create"),
      ).map(([, to]) => to),
    ).to.deep.equal(["aws_connect_quick_connect.c", "aws_connect_quick_connect.d"]);
  });

  it("is none where a replacement left something behind, or something is only updated", () => {
    const [gone, created] = rename(QUEUE, { name: "Sales" }, { name: "Sales" });
    if (!gone || !created) throw new Error("two changes");
    expect(renames({ ...gone, deposed: "0ff1ce00" }, created)).to.deep.equal([]);
    expect(renames({ ...gone, actions: ["update"] }, created)).to.deep.equal([]);
    expect(renames(gone, { ...created, actions: ["update"], before: {} })).to.deep.equal([]);
  });

  // Compared each with each, these took a minute and a half: longer than a test may take.
  for (const [what, name] of [
    ["with names of their own", (index: number) => `Queue ${index}`],
    ["all of one name", () => "Queue"],
  ] as const) {
    it(`is found among 6,000 things, ${what}`, () => {
      const values = (index: number) => ({
        ...{ name: name(index), instance_id: "i", max_contacts: index, outbound: [{ id: "a" }] },
      });
      const all = Array.from({ length: 3000 }, (_, index) => [
        {
          address: `${QUEUE}.old_${index}`,
          actions: ["delete"],
          before: { ...values(index), id: index },
        },
        { address: `${QUEUE}.new_${index}`, actions: ["create"], after: values(index) },
      ]).flat();
      const found = findRenames(planOf(all));
      expect(found.size).to.equal(3000);
      expect(found.get(`${QUEUE}.old_2999`)).to.equal(`${QUEUE}.new_2999`);
    });
  }
});
