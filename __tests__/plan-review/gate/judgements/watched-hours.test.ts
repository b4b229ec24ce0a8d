import { expect } from "chai";

import {
  hoursInARow,
  unlessOnlyHours,
} from "../../../../plan-review/gate/judgements/watched-hours";
import { said, there, update } from "./judging";

const day = (days: string, from: number, to: number) =>
  `((${days}) AND HOUR(watched) >= ${from} AND HOUR(watched) <= ${to})`;
const MONDAY = "DAY(watched) == 1";
const SUNDAY = "DAY(watched) == 7";
const WORKDAYS = "(DAY(watched) >= 1 AND DAY(watched) <= 5)";
const queries = (...terms: string[]) => [
  { id: "watched", metric: [{ period: 3600 }] },
  { id: "e", expression: `IF(${terms.join(" OR ")}, watched, 1)` },
];
const inARow = (...terms: string[]) => hoursInARow(queries(...terms));

describe("the hours in a row at which an alarm listens", () => {
  it("are those of a day, or of days that follow each other", () => {
    expect(inARow(day(MONDAY, 9, 11))).to.equal(3);
    expect(inARow(day(MONDAY, 9, 9))).to.equal(1);
    expect(inARow(day(MONDAY, 9, 11), day(MONDAY, 13, 17))).to.equal(5);
    expect(inARow(day(MONDAY, 22, 23), day("DAY(watched) == 2", 0, 3))).to.equal(6);
    expect(inARow(day("DAY(watched) == 2", 22, 23), day("DAY(watched) == 3", 0, 3))).to.equal(6);
    expect(inARow(day(`${MONDAY} OR DAY(watched) == 3`, 0, 23))).to.equal(24);
    expect(inARow(day(WORKDAYS, 0, 23))).to.equal(5 * 24);
  });

  it("go on over the end of the week, and are a week at most", () => {
    expect(inARow(day(SUNDAY, 22, 23), day(MONDAY, 0, 1))).to.equal(4);
    expect(inARow(day(SUNDAY, 20, 23), day(WORKDAYS, 0, 23))).to.equal(5 * 24 + 4);
    expect(inARow(day("(DAY(watched) >= 1 AND DAY(watched) <= 7)", 0, 23))).to.equal(7 * 24);
  });

  it("are none where the condition isn't well formed, or a part is never met", () => {
    expect(hoursInARow(undefined)).to.equal(0);
    expect(hoursInARow([{ expression: "watched" }, {}])).to.equal(0);
    expect(inARow("x")).to.equal(0);
    const [, query] = queries(day(MONDAY, 9, 11));
    expect(hoursInARow([{ expression: `0 * ${query?.expression}` }])).to.equal(0);
    expect(hoursInARow([{ expression: `${query?.expression} + 1` }])).to.equal(0);
    expect(inARow(day(MONDAY, 9, 24))).to.equal(0);
    expect(inARow(day(MONDAY, 24, 24))).to.equal(0);
    expect(inARow(day(MONDAY, 11, 9))).to.equal(0);
    expect(inARow(day(MONDAY, 9, 11), day(MONDAY, 17, 13))).to.equal(0);
    expect(inARow(day(MONDAY, 9, 11), "x")).to.equal(0);
    expect(inARow(day("(DAY(watched) >= 5 AND DAY(watched) <= 1)", 9, 11))).to.equal(0);
    expect(inARow(day(`${MONDAY} OR (DAY(watched) >= 5 AND DAY(watched) <= 1)`, 9, 11))).to.equal(
      0,
    );
  });
});

const open = (from: number, to: number) => ({
  time_zone: "UTC",
  config: [
    {
      day: "MONDAY",
      start_time: [{ hours: from, minutes: 0 }],
      end_time: [{ hours: to, minutes: 0 }],
    },
  ],
});
const alarm = (periods: number, ...terms: string[]) => ({
  evaluation_periods: periods,
  metric_query: queries(...terms),
});
/** What is said of an alarm of other hours, where a schedule is open on Mondays, changed by the same plan. */
const follows = (
  after: object,
  schedule = update(
    "aws_connect_hours_of_operation.h",
    { ...open(9, 17), name: "h" },
    { description: "x" },
  ),
) =>
  said(
    unlessOnlyHours(() => [
      { effect: "disrupt", happens: "else", because: "", source: "", cure: "" },
    ]),
    update("aws_cloudwatch_metric_alarm.a", alarm(2, day(MONDAY, 9, 11)), after),
    [schedule],
  );

describe("an alarm of silence", () => {
  it("may follow the opening hours that change", () => {
    expect(follows(alarm(2, day(MONDAY, 9, 16)))).to.deep.equal([]);
    expect(follows(alarm(2, day(MONDAY, 9, 12)))).to.deep.equal([]);
    expect(follows(alarm(8, day(MONDAY, 9, 16)))).to.deep.equal([]);
  });

  it("must listen at half of them, at no others, and for long enough", () => {
    expect(follows(alarm(2, day(MONDAY, 9, 11)))).to.deep.equal(["else"]);
    expect(follows(alarm(2, day(MONDAY, 8, 16)))).to.deep.equal(["else"]);
    expect(follows(alarm(9, day(MONDAY, 9, 16)))).to.deep.equal(["else"]);
    expect(follows(alarm(2, "x"))).to.deep.equal(["else"]);
  });

  it("must be the same else, and a schedule must change", () => {
    const { metric_query, ...rest } = alarm(2, day(MONDAY, 9, 16));
    const [watched, ...others] = metric_query;
    expect(
      follows({ ...rest, metric_query: [{ ...watched, id: "other" }, ...others] }),
    ).to.deep.equal(["else"]);
    expect(
      follows({
        ...rest,
        metric_query: [watched, ...others.map((each) => ({ ...each, return_data: false }))],
      }),
    ).to.deep.equal(["else"]);
    const stays = there("aws_connect_hours_of_operation.h", { ...open(9, 17), name: "h" });
    expect(follows(alarm(2, day(MONDAY, 9, 16)), stays)).to.deep.equal(["else"]);
    const gone = update("aws_iam_role.r", { ...open(9, 17), name: "h" }, { description: "x" });
    expect(follows(alarm(2, day(MONDAY, 9, 16)), gone)).to.deep.equal(["else"]);
  });

  it("may follow a queue that gets another schedule", () => {
    const plan = [
      update("aws_connect_queue.q", {}, { description: "x" }),
      there("aws_connect_hours_of_operation.h", { ...open(9, 17), name: "h" }),
    ];
    const harm = { effect: "disrupt" as const, happens: "else", because: "", source: "", cure: "" };
    expect(
      said(
        unlessOnlyHours(() => [harm]),
        update(
          "aws_cloudwatch_metric_alarm.a",
          alarm(2, day(MONDAY, 9, 11)),
          alarm(2, day(MONDAY, 9, 16)),
        ),
        plan,
      ),
    ).to.deep.equal([]);
  });
});
