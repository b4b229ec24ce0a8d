import { expect } from "chai";

import { judge } from "../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../support/plans";

const REPLACE = ["delete", "create"];

const many = (type: string, count: number, actions = ["delete"], from = 0): ChangeJson[] =>
  Array.from({ length: count }, (_, index) => ({ address: `${type}.it_${index + from}`, actions }));

/** How many things are said to be deleted at once, and which. */
const bulk = (changes: readonly ChangeJson[], allow: readonly string[] = []) =>
  judge(planOf(changes), {
    allow: allow.map((address) => ({ address, effect: "destroy" as const })),
  })
    .refused.filter(({ happens }) => happens.endsWith("at once"))
    .map(({ effect, happens, addresses, tolerated }) => [
      effect,
      happens,
      addresses.length,
      tolerated,
    ]);

describe("the gate, on deletions in bulk (PLAN-02)", () => {
  const limits: readonly [type: string, limit: number, what: string][] = [
    ["aws_connect_queue", 1, "queues"],
    ["aws_connect_routing_profile", 1, "routing profiles"],
    ["aws_connect_quick_connect", 5, "things"],
  ];
  for (const [type, limit, what] of limits) {
    it(`lets ${limit} of ${type} pass, not ${limit + 1}`, () => {
      for (const actions of [["delete"], REPLACE]) {
        expect(bulk(many(type, limit, actions))).to.deep.equal([]);
        expect(bulk(many(type, limit + 1, actions))).to.deep.equal([
          ["destroy", `deletes or replaces ${limit + 1} ${what} at once`, limit + 1, limit],
        ]);
      }
    });
  }

  it("lets 3 users of many pass, not 4", () => {
    const others = many("aws_connect_user", 10, ["no-op"], 100);
    expect(bulk([...others, ...many("aws_connect_user", 3)])).to.deep.equal([]);
    expect(bulk([...others, ...many("aws_connect_user", 4)])).to.deep.equal([
      ["destroy", "deletes or replaces 4 users at once", 4, 3],
    ]);
  });

  const shares: readonly [gone: number, of: number, passes: boolean][] = [
    [1, 1, true],
    [1, 2, true],
    [2, 2, false],
    [2, 3, false],
    [2, 4, true],
    [3, 4, false],
    [3, 5, false],
    [3, 6, true],
  ];
  for (const [gone, of, passes] of shares) {
    it(`${passes ? "lets" : "doesn't let"} ${gone} of ${of} people pass`, () => {
      const people = [
        ...many("aws_connect_user", gone),
        ...many("aws_connect_user", of - gone, ["no-op"], 100),
      ];
      expect(bulk(people)).to.have.lengthOf(passes ? 0 : 1);
    });
  }

  it("says what is lost with what goes", () => {
    const because = (type: string) =>
      judge(planOf(many(type, 2))).refused.find(({ happens }) => happens.endsWith("at once"))
        ?.because;
    expect(because("aws_connect_user")).to.include("agents lose their calls");
    expect(because("aws_connect_queue")).to.include("waiting contacts are lost");
  });

  it("lets allowed ones pass beside as many as always pass", () => {
    const users = [...many("aws_connect_user", 5), ...many("aws_connect_user", 9, ["no-op"], 100)];
    const names = users.map(({ address }) => address);
    expect(bulk(users, names.slice(0, 1))).to.have.length.above(0);
    expect(bulk(users, names.slice(0, 2))).to.deep.equal([]);
  });

  it("counts all types together", () => {
    const mixed = [
      ...many("aws_connect_quick_connect", 3),
      ...many("aws_connect_queue", 1),
      ...many("aws_connect_routing_profile", 1),
    ];
    expect(bulk(mixed)).to.deep.equal([]);
    expect(bulk([...mixed, ...many("aws_connect_user", 1)])).to.deep.equal([
      ["destroy", "deletes or replaces 6 things at once", 6, 5],
    ]);
  });

  it("counts a thing once that is replaced and has left another one behind", () => {
    const address = "aws_connect_queue.sales";
    const changes = [
      { address, actions: REPLACE },
      { address, actions: ["delete"], deposed: "0ff1ce00" },
    ];
    expect(bulk(changes)).to.deep.equal([]);
  });

  it("counts no data sources", () => {
    const read = many("data.aws_connect_prompt", 9, ["read"]);
    expect(bulk([...read, ...many("aws_connect_queue", 1)])).to.deep.equal([]);
  });
});
