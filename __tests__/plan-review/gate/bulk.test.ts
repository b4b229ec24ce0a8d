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
    expect(bulk(many("data.aws_connect_prompt", 9))).to.deep.equal([]);
  });

  it("counts those who are there, not those who come", () => {
    const come = many("aws_connect_user", 9, ["create"], 100);
    const stay = many("aws_connect_user", 1, ["no-op"], 200);
    expect(bulk([...many("aws_connect_user", 2), ...stay, ...come])).to.have.lengthOf(1);
  });
});

describe("the gate, on what is made in bulk", () => {
  const made = (count: number, known: object = {}) => {
    const changes = Array.from({ length: count }, (_, index): ChangeJson => {
      const after = { name: `q${index}` };
      return { address: `aws_connect_quick_connect.q${index}`, actions: ["create"], after };
    });
    return judge(planOf([...changes, ...many("aws_connect_user", 9, ["no-op"])]), known)
      .refused.filter(({ happens }) => happens.startsWith("makes"))
      .map(({ effect, happens, addresses, tolerated }) => [
        ...[effect, happens, addresses.length, tolerated],
      ]);
  };

  it("lets 50 of a type pass, not 51", () => {
    expect(made(50)).to.deep.equal([]);
    expect(made(51)).to.deep.equal([
      ["create", "makes 51 of aws_connect_quick_connect at once", 51, 50],
    ]);
  });

  it("counts each type apart", () => {
    const changes = ["aws_connect_quick_connect", "aws_cloudwatch_query_definition"].flatMap(
      (type) => many(type, 30, ["create"]),
    );
    const said = judge(planOf(changes), { firstApply: false }).refused;
    expect(said.filter(({ happens }) => happens.endsWith("at once"))).to.deep.equal([]);
  });

  it("names what it counts, and lets it pass once it is allowed", () => {
    const changes = many("aws_cloudwatch_query_definition", 51, ["create"]);
    const { refused } = judge(planOf(changes), { firstApply: false });
    const [found] = refused.filter(({ happens }) => happens.startsWith("makes"));
    expect(found?.addresses).to.deep.equal(changes.map(({ address }) => address));
  });

  it("lets any number pass in a center that isn't in service", () => {
    expect(made(51, { firstApply: true })).to.deep.equal([]);
  });
});

describe("the gate, on alarms that become less sensitive together", () => {
  const alarms = (all: number, changed: number, before: object, after: object) => {
    const changes = Array.from({ length: all }, (_, index): ChangeJson => {
      const name = { alarm_name: `a${index}`, period: 60, evaluation_periods: 1 };
      return {
        address: `aws_cloudwatch_metric_alarm.a${index}`,
        actions: [index < changed ? "update" : "no-op"],
        before: { ...name, ...before },
        after: { ...name, ...(index < changed ? after : before) },
      };
    });
    return judge(planOf(changes)).refused.map(({ effect, happens, addresses, tolerated }) => [
      ...[effect, happens, addresses.length, tolerated],
    ]);
  };
  const up = [{ threshold: 10 }, { threshold: 11 }] as const;

  it("lets half of them pass, or five", () => {
    expect(alarms(12, 6, ...up)).to.deep.equal([]);
    expect(alarms(12, 7, ...up)).to.deep.equal([
      ["disrupt", "lets 7 of 12 alarms go off later or more seldom at once", 7, 6],
    ]);
    expect(alarms(5, 5, ...up)).to.deep.equal([]);
    expect(alarms(6, 6, ...up)).to.have.lengthOf(1);
  });

  it("counts no others, and neither those that come nor those that go", () => {
    const [before, after] = [{ evaluation_periods: 1 }, { evaluation_periods: 2 }];
    const told = (type: string, more: (index: number) => Partial<ChangeJson>) => {
      const changes = Array.from({ length: 9 }, (_, index): ChangeJson => ({
        ...{ address: `${type}.a${index}`, actions: ["update"], before, after },
        ...more(index),
      }));
      return judge(planOf(changes), { firstApply: false })
        .refused.filter(({ happens }) => happens.endsWith("seldom at once"))
        .map(({ addresses }) => addresses);
    };
    const ALARM = "aws_cloudwatch_metric_alarm";
    const all = Array.from({ length: 9 }, (_, index) => `${ALARM}.a${index}`);
    expect(told(ALARM, () => ({}))).to.deep.equal([all]);
    expect(told("aws_connect_queue", () => ({}))).to.deep.equal([]);
    expect(told(ALARM, () => ({ actions: ["create"], before: null }))).to.deep.equal([]);
    expect(told(ALARM, () => ({ actions: ["delete"], after: null }))).to.deep.equal([]);
    // Of nine, three come: all six that are there are more than half, and more than five.
    const come = (index: number): Partial<ChangeJson> =>
      index < 3 ? { actions: ["create"], before: null } : {};
    expect(told(ALARM, come)).to.deep.equal([all.slice(3)]);
  });

  it("counts longer waits, and thresholds that fall where less is worse", () => {
    const less = { comparison_operator: "LessThanThreshold" };
    expect(alarms(9, 9, {}, { evaluation_periods: 2 })).to.have.lengthOf(1);
    expect(alarms(9, 9, { ...less, threshold: 5 }, { ...less, threshold: 4 })).to.have.lengthOf(1);
    expect(alarms(9, 9, { ...less, threshold: 5 }, { ...less, threshold: 6 })).to.deep.equal([]);
    expect(
      alarms(9, 9, { ...less, threshold: 5 }, { ...less, threshold: 5, alarm_description: "x" }),
    ).to.deep.equal([]);
    expect(alarms(9, 9, { threshold: 5 }, { threshold: 4 })).to.deep.equal([]);
  });
});
