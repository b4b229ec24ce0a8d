import { expect } from "chai";

import { check } from "../../../commands/acceptance/checks";
import { flatState } from "../../../commands/acceptance/flat-state";
import { Call, type GoValue, Literal } from "../../../commands/acceptance/go-value";

const MODULE = "module.t1";
const managed = { module: MODULE, mode: "managed", type: "aws_connect_thing", name: "test" };

const STATE = flatState(
  {
    resources: [
      {
        ...managed,
        instances: [
          {
            attributes: {
              id: "i:1",
              arn: "arn:aws:connect:us-west-2:123456789012:thing/1",
              count_of: 3,
              empty: "",
              none: null,
              on: true,
              tags: { Name: "A thing" },
              config: [
                { day: "MONDAY", end: [{ hours: 17 }] },
                { day: "FRIDAY", end: [{ hours: 15 }] },
              ],
              ids: ["i:1", "i:2"],
              no_ids: [],
            },
          },
        ],
      },
      {
        ...managed,
        mode: "data",
        instances: [{ index_key: "a", attributes: { thing_id: "i:1" } }],
      },
      { ...managed, module: "module.t2", name: "gone", instances: [{ attributes: {} }] },
    ],
  },
  MODULE,
);

const THING = "aws_connect_thing.test";
const DATA = "data.aws_connect_thing.test.a";

const checked = (name: string, ...args: GoValue[]) =>
  check(new Call(name, args), { state: STATE, region: "us-west-2" });

const nested = (fields: Record<string, GoValue>) =>
  new Literal(new Map(Object.entries(fields)), []);

describe("the checks of the provider's acceptance tests", () => {
  for (const [name, args] of [
    ["resource.TestCheckResourceAttr", [THING, "count_of", "3"]],
    ["resource.TestCheckResourceAttr", [THING, "on", "true"]],
    ["resource.TestCheckResourceAttr", [THING, "tags.%", "1"]],
    ["resource.TestCheckResourceAttr", [THING, "tags.Name", "A thing"]],
    ["resource.TestCheckResourceAttr", [THING, "config.1.end.0.hours", "15"]],
    ["resource.TestCheckResourceAttr", [THING, "not_there.#", "0"]],
    ["resource.TestCheckResourceAttrSet", [THING, "arn"]],
    ["resource.TestCheckNoResourceAttr", [THING, "none"]],
    ["resource.TestCheckResourceAttrPair", [DATA, "thing_id", THING, "id"]],
    ["resource.TestCheckResourceAttrPair", [DATA, "tags.%", THING, "no_ids.#"]],
    ["resource.TestCheckTypeSetElemAttr", [THING, "ids.*", "i:2"]],
    ["resource.TestCheckTypeSetElemAttrPair", [THING, "ids.*", DATA, "thing_id"]],
    ["resource.TestMatchResourceAttr", [THING, "arn", "thing/.+"]],
    ["acctest.MatchResourceAttrRegionalARN", [THING, "arn", "connect", "thing/.+"]],
    [
      "acctest.MatchResourceAttrRegionalARN",
      [new Call("acctest.Context", []), THING, "arn", "connect", "thing/.+"],
    ],
    ["testAccCheckThingExists", [new Call("acctest.Context", []), THING]],
    [
      "resource.TestCheckTypeSetElemNestedAttrs",
      [THING, "config.*", nested({ day: "FRIDAY", "end.0.hours": "15" })],
    ],
  ] as const) {
    it(`${name} holds for ${args.filter((arg) => typeof arg === "string").join(", ")}`, () => {
      expect(checked(name, ...args)).to.equal(undefined);
    });
  }

  for (const [name, args, reason] of [
    ["resource.TestCheckResourceAttr", [THING, "count_of", "4"], /is "3" instead of "4"/],
    ["resource.TestCheckResourceAttr", [THING, "not_there", "0"], /is unset/],
    ["resource.TestCheckResourceAttrSet", [THING, "empty"], /isn't set/],
    ["resource.TestCheckResourceAttrSet", [THING, "none"], /isn't set/],
    ["resource.TestCheckNoResourceAttr", [THING, "on"], /is set/],
    ["resource.TestCheckResourceAttrPair", [DATA, "thing_id", THING, "arn"], /instead of/],
    ["resource.TestCheckTypeSetElemAttr", [THING, "ids.*", "i:3"], /no item/],
    ["resource.TestCheckTypeSetElemAttrPair", [THING, "ids.*", DATA, "gone"], /no item/],
    ["resource.TestMatchResourceAttr", [THING, "arn", "^thing"], /doesn't match/],
    ["acctest.MatchResourceAttrGlobalARN", [THING, "arn", "connect", "thing/.+"], /match/],
    ["testAccCheckThingExists", ["aws_connect_thing.gone"], /isn't in the state/],
    [
      "resource.TestCheckTypeSetElemNestedAttrs",
      [THING, "config.*", nested({ day: "FRIDAY", "end.0.hours": "17" })],
      /no item of config\.\* has/,
    ],
  ] as const) {
    it(`${name} says what doesn't hold for ${args.filter((arg) => typeof arg === "string").join(", ")}`, () => {
      expect(checked(name, ...args)).to.match(reason);
    });
  }

  it("that aren't known are no success", () => {
    expect(() => checked("resource.TestCheckOutput", "a", "b")).to.throw("isn't known");
  });
});
