import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

/** What is said of an update. */
const said = (address: string, before: object, after: object, more: Partial<ChangeJson> = {}) =>
  judge(planOf([{ address, actions: ["update"], before, after, ...more }])).refused.map(
    ({ effect, happens }) => `${String(effect)}: ${happens}`,
  );

const ALARM = "aws_cloudwatch_metric_alarm.a";
const at = (hours: number, minutes = 0) => [{ hours, minutes }];
const day = (from: number, to: number, name = "MONDAY") => ({
  day: name,
  start_time: at(from),
  end_time: at(to),
});

describe("a schedule", () => {
  const hours = (before: unknown, after: unknown, more: Partial<ChangeJson> = {}) =>
    said("aws_connect_hours_of_operation.h", { config: before }, { config: after }, more);

  it("may be open for half as long, and no less", () => {
    expect(hours([day(8, 16)], [day(8, 12)])).to.deep.equal([]);
    expect(hours([day(8, 17)], [day(8, 12)])).to.have.lengthOf(1);
    expect(hours([day(8, 16), day(8, 16, "TUESDAY")], [day(8, 15)])).to.deep.equal([
      "disrupt: makes a schedule that is open for 7 hours a week, not 16 hours",
    ]);
  });

  it("is measured in minutes", () => {
    const until = (hour: number, minute: number) => [{ ...day(8, 9), end_time: at(hour, minute) }];
    expect(hours(until(12, 30), until(10, 15))).to.deep.equal([]);
    expect(hours(until(12, 30), until(10, 14))).to.deep.equal([
      "disrupt: makes a schedule that is open for 2.2 hours a week, not 4.5 hours",
    ]);
    expect(hours([day(8, 16)], [day(8, 12, "TUESDAY")])).to.deep.equal([
      "disrupt: makes a schedule that is open at 0 hours of the 8 hours a week at which it was",
    ]);
  });

  it("that changes is told once, whatever a queue calls it by", () => {
    const queue: ChangeJson = {
      ...{ address: "aws_connect_queue.q", actions: ["update"] },
      before: { hours_of_operation_id: "h" },
      after: { hours_of_operation_id: "Hours" },
    };
    const values = { hours_of_operation_id: "h", name: "Hours" };
    const schedule: ChangeJson = {
      ...{ address: "aws_connect_hours_of_operation.h", actions: ["update"] },
      before: { ...values, config: [day(8, 16)] },
      after: { ...values, config: [day(8, 9)] },
    };
    const { refused } = judge(planOf([queue, schedule]));
    expect(refused.map(({ addresses }) => addresses)).to.deep.equal([
      ["aws_connect_hours_of_operation.h"],
    ]);
  });

  it("ends at midnight with 0:00, and may be open all day", () => {
    expect(hours([day(8, 20)], [day(8, 0)])).to.deep.equal([]);
    expect(hours([day(0, 0)], [day(12, 0)])).to.deep.equal([]);
    expect(hours([day(0, 0)], [day(13, 0)])).to.have.lengthOf(1);
  });

  const unread = "disrupt: makes a schedule that has hours that can't be read";
  const odd: readonly [what: string, config: unknown][] = [
    ["that ends when it begins", [day(9, 9)]],
    ["that ends before it begins", [day(9, 8)]],
    ["that begins before midnight", [day(-1, 8)]],
    ["of text", "always"],
    ["without times", [{ day: "MONDAY" }]],
    ["with two beginnings", [{ ...day(9, 17), start_time: [...at(9), ...at(10)] }]],
    ["with times of text", [{ ...day(9, 17), end_time: [{ hours: "17", minutes: 0 }] }]],
    ["with an entry that is none", [day(9, 17), "TUESDAY"]],
  ];
  for (const [what, config] of odd) {
    it(`${what} is refused`, () => {
      expect(hours([day(9, 17)], config)).to.include(unread);
    });
  }

  it("that only the apply tells is refused", () => {
    expect(hours([day(9, 17)], undefined, { afterUnknown: { config: true } })).to.deep.equal([
      unread,
    ]);
    const inside = { afterUnknown: { config: [{ end_time: [{ hours: true }] }] } };
    expect(hours([day(9, 17)], [day(9, 17)], inside)).to.deep.equal([unread]);
  });

  it("counts as open all week where what it was can't be read", () => {
    const days = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    const [monday, ...others] = days.map((name) => day(8, 20, name));
    expect(hours("always", [monday, ...others])).to.deep.equal([]);
    expect(hours("always", [day(8, 19), ...others])).to.deep.equal([
      "disrupt: makes a schedule that is open for 83 hours a week, not 168 hours",
    ]);
  });

  it("that is new must be open", () => {
    const made = (config: unknown) =>
      judge(
        planOf([
          { address: "aws_connect_hours_of_operation.h", actions: ["create"], after: { config } },
        ]),
      ).refused;
    expect(made([day(9, 10)])).to.have.lengthOf(0);
    expect(made([])).to.have.lengthOf(1);
  });
});

describe("an alarm", () => {
  const GREATER = { comparison_operator: "GreaterThanOrEqualToThreshold" };
  const LESS = { comparison_operator: "LessThanThreshold" };
  const moved = (of: object, before: unknown, after: unknown, more = {}) =>
    said(ALARM, { ...of, threshold: before }, { ...of, threshold: after }, more);

  it("may be five times as patient, and no more", () => {
    expect(moved(GREATER, 10, 50)).to.deep.equal([]);
    expect(moved(GREATER, 10, 51)).to.deep.equal([
      "disrupt: moves the alarm's threshold from 10 to 51",
    ]);
    expect(moved(GREATER, 10, 1)).to.deep.equal([]);
    expect(moved(GREATER, 10, 0)).to.deep.equal([
      "disrupt: moves the alarm's threshold from 10 to 0, so that it goes off all the time",
    ]);
    expect(moved(GREATER, 0, 5)).to.deep.equal([]);
    expect(moved(GREATER, 0, 6)).to.have.lengthOf(1);
    expect(moved(LESS, 10, 2)).to.deep.equal([]);
    expect(moved(LESS, 10, 1)).to.have.lengthOf(1);
    expect(moved(LESS, 10, 99)).to.deep.equal([]);
    expect(moved(GREATER, 10, "5")).to.deep.equal([
      "disrupt: moves the alarm's threshold from 10 to what isn't known",
    ]);
    expect(moved(GREATER, 10, undefined, { afterUnknown: { threshold: true } })).to.have.lengthOf(
      1,
    );
  });

  it("of a part of a whole must stay below the whole", () => {
    expect(moved(GREATER, 0.8, 0.9)).to.deep.equal([]);
    expect(moved(GREATER, 0.8, 1)).to.deep.equal([
      "disrupt: moves the alarm's threshold from 0.8 to 1",
    ]);
    expect(moved(GREATER, 0.05, 0.25)).to.deep.equal([]);
    expect(moved(GREATER, 0.05, 0.3)).to.have.lengthOf(1);
  });

  it("may look at a fifth of the time at once, and no less", () => {
    const looks = (period: number) =>
      said(ALARM, { period: 900, evaluation_periods: 1 }, { period, evaluation_periods: 1 });
    expect(looks(180)).to.deep.equal([]);
    expect(looks(60)).to.deep.equal([
      "disrupt: lets the alarm look at 60 seconds at once, not 900",
    ]);
  });

  it("may wait for five times as long, and no longer", () => {
    const waits = (before: object, after: object) => said(ALARM, before, after);
    expect(
      waits({ period: 60, evaluation_periods: 1 }, { period: 60, evaluation_periods: 5 }),
    ).to.deep.equal([]);
    expect(
      waits({ period: 60, evaluation_periods: 1 }, { period: 60, evaluation_periods: 6 }),
    ).to.deep.equal(["disrupt: lets the alarm wait for 360 seconds, not 60"]);
    expect(
      waits({ period: 60, evaluation_periods: 2 }, { period: 300, evaluation_periods: 2 }),
    ).to.deep.equal([]);
    expect(
      waits({ period: 60, evaluation_periods: 2 }, { period: 301, evaluation_periods: 2 }),
    ).to.have.lengthOf(1);
    expect(
      waits({ period: 60, evaluation_periods: 2 }, { period: 60, evaluation_periods: 0 }),
    ).to.have.lengthOf(1);
    const query = { metric_query: [{ period: 300, expression: "x" }] };
    expect(
      waits({ ...query, evaluation_periods: 1 }, { ...query, evaluation_periods: 5 }),
    ).to.deep.equal([]);
    expect(
      waits({ ...query, evaluation_periods: 1 }, { ...query, evaluation_periods: 6 }),
    ).to.have.lengthOf(1);
  });

  describe("of silence", () => {
    const silence = (condition: string, more: object = {}) => ({
      metric_query: [
        { id: "watched", metric: [{ metric_name: "CallsPerInterval" }] },
        { id: "counted", expression: `IF(${condition}, watched, 1)` },
      ],
      ...{ evaluation_periods: 3, ...more },
    });
    const hours = (from: number | string, to: number | string, days = "DAY(watched) == 1") =>
      `((${days}) AND HOUR(watched) >= ${from} AND HOUR(watched) <= ${to})`;
    const schedule: ChangeJson = {
      address: "aws_connect_hours_of_operation.h",
      actions: ["update"],
      before: { config: [day(9, 17)], time_zone: "UTC" },
      after: { config: [day(9, 19)], time_zone: "UTC" },
    };
    const judged = (after: object, beside: readonly ChangeJson[] = [schedule]) =>
      judge(
        planOf([
          {
            address: ALARM,
            actions: ["update"],
            before: silence(`${hours(9, 16)} OR ${hours(9, 12, "DAY(watched) == 6")}`),
            after,
          },
          ...beside,
        ]),
      ).refused.map(({ happens }) => happens);
    const ELSE = ["lets the alarm watch something else"];

    it("may follow the hours of a schedule that changes with it", () => {
      expect(judged(silence(hours(9, 18)))).to.deep.equal([]);
      expect(judged(silence(hours(9, 13)))).to.deep.equal([]);
      expect(judged(silence(hours(9, 12)))).to.deep.equal(ELSE);
      expect(judged(silence(hours(9, 19)))).to.deep.equal(ELSE);
      expect(judged(silence(hours(9, 18, "DAY(watched) == 2")))).to.deep.equal(ELSE);
    });

    it("may follow a schedule's zone, winter and summer", () => {
      const monday = { config: [day(9, 19)], time_zone: "America/Los_Angeles" };
      const western = { ...schedule, before: { ...monday, config: [day(9, 17)] }, after: monday };
      // 9 o'clock is 17 in winter, and 16 in summer; 19 o'clock is 3 and 2 on Tuesday.
      const night = hours(0, 1, "DAY(watched) == 2");
      expect(judged(silence(`${hours(17, 23)} OR ${night}`), [western])).to.deep.equal([]);
      expect(judged(silence(hours(16, 23)), [western])).to.deep.equal(ELSE);
      expect(judged(silence(hours(17, 23)), [western])).to.deep.equal([]);
      const time_zone = "Nowhere/At_All";
      const nowhere = {
        ...western,
        before: { ...western.before, time_zone },
        after: { ...monday, time_zone },
      };
      expect(judged(silence(hours(17, 23)), [nowhere])).to.deep.equal(ELSE);
    });

    it("doesn't take the message's schedule, which is always open, for hours", () => {
      const all = "(DAY(watched) >= 1 AND DAY(watched) <= 7)";
      const named = { ...schedule, after: { ...schedule.after, name: "Message" } };
      const message: ChangeJson = {
        ...{ address: "aws_connect_contact_flow_module.m", actions: ["no-op"] },
        ...{ before: { name: "Message" }, after: { name: "Message" } },
      };
      expect(judged(silence(hours(9, 18)), [named])).to.deep.equal([]);
      expect(judged(silence(hours(9, 18)), [named, message])).to.deep.equal(ELSE);
      expect(judged(silence(hours(0, 23, all)), [named, message])).to.deep.equal(ELSE);
    });

    it("waits no longer than it listens in a row", () => {
      const values = (evaluation_periods: number) => silence(hours(9, 13), { evaluation_periods });
      const waits = (periods: number) => said(ALARM, values(3), values(periods));
      expect(waits(5)).to.deep.equal([]);
      expect(waits(6)).to.deep.equal([
        "disrupt: lets the alarm wait for 6 hours, and listen for 5 in a row",
      ]);
    });

    it("is a matter of yes or no, so that it goes off at 1 or never", () => {
      const result = { expression: "IF(counted > 0, 0, 1)", return_data: true };
      const values = (threshold: number, more: object = {}) => ({
        ...{ threshold, comparison_operator: "GreaterThanOrEqualToThreshold" },
        metric_query: [{ id: "counted" }, { ...result, ...more }],
      });
      expect(said(ALARM, values(1), values(2))).to.deep.equal([
        "disrupt: moves the alarm's threshold from 1 to 2",
      ]);
      const count = { expression: "counted" };
      expect(said(ALARM, values(1, count), values(2, count))).to.deep.equal([]);
    });

    it("may not change without one", () => {
      expect(judged(silence(hours(9, 17)), [])).to.deep.equal(ELSE);
      const same = { ...schedule, actions: ["no-op"], after: schedule.before };
      expect(judged(silence(hours(9, 17)), [same])).to.deep.equal(ELSE);
    });

    it("needs hours enough to go off", () => {
      expect(judged(silence(hours(9, 10)))).to.deep.equal(ELSE);
      expect(judged(silence(hours(9, 13), { evaluation_periods: 5 }))).to.deep.equal([]);
      expect(judged(silence(hours(9, 13), { evaluation_periods: 6 }))).to.deep.equal(ELSE);
    });

    const never: readonly string[] = [
      hours(16, 9),
      hours(22, 25),
      hours(9, 17, "(DAY(watched) >= 5 AND DAY(watched) <= 1)"),
      hours(9, 17, "DAY(watched) == 8"),
      hours(9, 17, "DAY(watched) == 1 AND DAY(watched) == 2"),
      `${hours(9, 17)} AND ${hours(9, 17, "DAY(watched) == 2")}`,
      `${hours(9, 17)} OR DAY(watched) < 0`,
      hours("watched", 17),
      "watched > 0",
    ];
    for (const condition of never) {
      it(`is refused with ${condition}`, () => {
        expect(judged(silence(condition))).to.deep.equal(ELSE);
      });
    }

    it("must watch the same, and nothing else", () => {
      const [watched, counted] = silence(hours(9, 17)).metric_query;
      const other = { ...watched, metric: [{ metric_name: "MissedCalls" }] };
      expect(judged({ metric_query: [other, counted], evaluation_periods: 3 })).to.deep.equal(ELSE);
      const more = { id: "more", expression: "0" };
      expect(
        judged({ metric_query: [watched, counted, more], evaluation_periods: 3 }),
      ).to.deep.equal(ELSE);
    });
  });

  const watching = (name: string, action: string, more: object = {}): ChangeJson => {
    const values = {
      namespace: "n",
      metric_name: "m",
      dimensions: { QueueName: "Sales" },
      ...{ ...GREATER, threshold: 5, period: 60, evaluation_periods: 1 },
      ...{ actions_enabled: true, alarm_actions: ["topic"] },
      ...more,
    };
    return {
      address: `aws_cloudwatch_metric_alarm.${name}`,
      actions: [action],
      before: values,
      ...(action !== "delete" && { after: values }),
    };
  };
  const gone = (...changes: ChangeJson[]) =>
    judge(planOf(changes)).refused.map(({ addresses }) => addresses.join());

  it("may go where another one watches the same, and tells of it", () => {
    expect(gone(watching("a", "delete"))).to.deep.equal([ALARM]);
    expect(gone(watching("a", "delete"), watching("b", "no-op"))).to.deep.equal([]);
    expect(
      gone(watching("a", "delete"), watching("b", "no-op", { actions_enabled: false })),
    ).to.have.lengthOf(1);
    expect(
      gone(watching("a", "delete"), watching("b", "no-op", { metric_name: "x" })),
    ).to.have.lengthOf(1);
    expect(
      gone(watching("a", "delete"), watching("b", "no-op", { dimensions: {} })),
    ).to.have.lengthOf(1);
    expect(gone(watching("a", "delete"), watching("b", "delete"))).to.have.lengthOf(2);
    const nothing = { metric_name: null };
    expect(
      gone(watching("a", "delete", nothing), watching("b", "no-op", nothing)),
    ).to.have.lengthOf(1);
  });

  it("may not go where another one that watches the same is harder to hear", () => {
    for (const silent of [
      { threshold: 26 },
      { period: 301 },
      { evaluation_periods: 6 },
      { statistic: "Minimum" },
      { alarm_actions: [] },
    ]) {
      expect(
        gone(watching("a", "delete"), watching("b", "no-op", silent)),
        JSON.stringify(silent),
      ).to.deep.equal([ALARM]);
    }
  });

  for (const [what, other] of Object.entries({
    namespace: "x",
    metric_name: "x",
    dimensions: { QueueName: "Service" },
    metric_query: [{ expression: "x", period: 60 }],
    statistic: "Minimum",
    extended_statistic: "p99",
    comparison_operator: "GreaterThanThreshold",
    treat_missing_data: "ignore",
    datapoints_to_alarm: 1,
  })) {
    it(`may not go where another one has another ${what}`, () => {
      expect(
        gone(watching("a", "delete"), watching("b", "no-op", { [what]: other })),
      ).to.deep.equal([ALARM]);
    });
  }

  it("that is replaced is no harder to hear", () => {
    const was = { alarm_name: "a", ...GREATER, threshold: 5, actions_enabled: true };
    const replaced = (after: object) =>
      judge(
        planOf([
          {
            address: ALARM,
            actions: ["delete", "create"],
            before: was,
            after: { ...was, ...after },
          },
        ]),
      ).refused.map(({ happens }) => happens);
    expect(replaced({ alarm_name: "b" })).to.deep.equal([]);
    expect(replaced({ alarm_name: "b", actions_enabled: false })).to.deep.equal([
      "silences the alarm",
    ]);
    expect(replaced({ alarm_name: "b", threshold: 99 })).to.have.lengthOf(1);
  });

  for (const [dimension, type] of [
    ["ContactFlowName", "aws_connect_contact_flow"],
    ["DeliveryStreamName", "aws_kinesis_firehose_delivery_stream"],
    ["QueueName", "aws_connect_queue"],
    ["TableName", "aws_dynamodb_table"],
  ] as const) {
    it(`may go with the thing that ${dimension} names`, () => {
      const alarm = watching("a", "delete", { dimensions: { [dimension]: "it" } });
      const thing = (name: string): ChangeJson => ({
        ...{ address: `${type}.x`, actions: ["delete"] },
        before: { name },
      });
      expect(gone(alarm, thing("it"))).not.to.include(ALARM);
      expect(gone(alarm, thing("other"))).to.include(ALARM);
    });
  }

  it("may go with the function that it watches", () => {
    const alarm = watching("a", "delete", { dimensions: { FunctionName: "f" } });
    const lambda = (name: string): ChangeJson => ({
      ...{ address: "aws_lambda_function.f", actions: ["delete"] },
      before: { function_name: name },
    });
    const lambdaOnly = ["aws_lambda_function.f"];
    expect(gone(alarm, lambda("f"))).to.deep.equal(lambdaOnly);
    expect(gone(alarm, lambda("g")).sort()).to.deep.equal([ALARM, ...lambdaOnly]);
    const nameless = watching("a", "delete", { dimensions: {} });
    const odd: ChangeJson = { ...lambda("f"), before: {} };
    expect(gone(nameless, odd).sort()).to.deep.equal([ALARM, ...lambdaOnly]);
  });

  it("may go with what it watches", () => {
    const queue = (name: string, action: string, type = "aws_connect_queue") => ({
      address: `${type}.q`,
      actions: [action],
      before: { name },
    });
    expect(gone(watching("a", "delete"), queue("Sales", "delete"))).to.deep.equal([]);
    expect(gone(watching("a", "delete"), queue("Others", "delete"))).to.deep.equal([ALARM]);
    const namesake = queue("Sales", "delete", "aws_connect_quick_connect");
    expect(gone(watching("a", "delete"), namesake)).to.deep.equal([ALARM]);
    expect(
      gone(watching("a", "delete"), { ...queue("Sales", "no-op"), after: { name: "Sales" } }),
    ).to.deep.equal([ALARM]);
  });
});

describe("a number of what there is room for", () => {
  const queue = (before: unknown, after: unknown, more = {}) =>
    said("aws_connect_queue.q", { max_contacts: before }, { max_contacts: after }, more);
  const runs = (before: unknown, after: unknown) =>
    said(
      "aws_lambda_function.f",
      { reserved_concurrent_executions: before },
      { reserved_concurrent_executions: after },
    );

  it("may fall to half", () => {
    expect(queue(20, 10)).to.deep.equal([]);
    expect(queue(20, 9)).to.deep.equal(["disrupt: leaves 9 contacts room in the queue"]);
    expect(queue(20, 200)).to.deep.equal([]);
    expect(queue(null, 10)).to.deep.equal([]);
    expect(queue(0, 9)).to.have.lengthOf(1);
    expect(queue(20, 0)).to.deep.equal([]);
    expect(queue(20, "20")).to.deep.equal([
      "disrupt: leaves an unknown number contacts room in the queue",
    ]);
    expect(queue(20, undefined, { afterUnknown: { max_contacts: true } })).to.have.lengthOf(1);
  });

  it("is without end where nobody says one", () => {
    expect(runs(10, -1)).to.deep.equal([]);
    expect(runs(10, null)).to.deep.equal([]);
    expect(runs(-1, 500)).to.have.lengthOf(1);
    expect(runs(null, 0)).to.deep.equal(["disrupt: leaves 0 runs at once to the function"]);
    expect(runs(0, 1)).to.deep.equal([]);
  });
});

describe("how long something is kept", () => {
  const logs = (before: unknown, after: unknown) =>
    said("aws_cloudwatch_log_group.l", { retention_in_days: before }, { retention_in_days: after });
  const backups = (before: unknown, after: unknown) => {
    const of = (days: unknown) => ({
      point_in_time_recovery: [
        { enabled: true, ...(days !== undefined && { recovery_period_in_days: days }) },
      ],
    });
    return said("aws_dynamodb_table.t", of(before), of(after));
  };

  it("is for ever with 0 days of logs", () => {
    expect(logs(0, 3653)).to.have.lengthOf(1);
    expect(logs(365, 0)).to.deep.equal(["unprotect: keeps the group's logs for ever"]);
    expect(logs(0, 0)).to.deep.equal([]);
    expect(logs(365, 364)).to.have.lengthOf(1);
    expect(logs(30, 365)).to.deep.equal([]);
    expect(logs(null, 30)).to.have.lengthOf(1);
  });

  it("is 35 days for backups where nobody says it", () => {
    expect(backups(undefined, 35)).to.deep.equal([]);
    expect(backups(undefined, 34)).to.have.lengthOf(1);
    expect(backups(34, undefined)).to.deep.equal([]);
    expect(backups(35, 34)).to.have.lengthOf(1);
    expect(backups(1, 2)).to.deep.equal([]);
  });

  it("is 30 days until a key is deleted, where nobody says it", () => {
    const key = (before: unknown, after: unknown) =>
      said(
        "aws_kms_key.k",
        { deletion_window_in_days: before },
        { deletion_window_in_days: after },
      );
    expect(key(null, 30)).to.deep.equal([]);
    expect(key(null, 29)).to.have.lengthOf(1);
    expect(key(7, 30)).to.deep.equal([]);
  });
});

describe("items of a table", () => {
  const ttl = (enabled: boolean, attribute_name?: string) => ({
    ttl: [{ enabled, ...(attribute_name !== undefined && { attribute_name }) }],
  });
  const table = (before: object, after: object, more: Partial<ChangeJson> = {}) =>
    said("aws_dynamodb_table.t", before, after, more);
  const expire = "unprotect: lets items of the table expire";

  it("expire by the attribute that they expired by", () => {
    expect(table(ttl(true, "a"), ttl(true, "b"))).to.deep.equal([`${expire} by another attribute`]);
    expect(table(ttl(true), ttl(true, "b"))).to.deep.equal([`${expire} by another attribute`]);
    expect(table({ ttl: [] }, { ttl: [] })).to.deep.equal([]);
    const never = "unprotect: lets no item of the table expire any more";
    expect(table(ttl(true, "a"), ttl(false, "b"))).to.deep.equal([never]);
    expect(table(ttl(true, "a"), { ttl: [] })).to.deep.equal([never]);
    expect(table(ttl(false, "a"), { ttl: [] })).to.deep.equal([]);
    expect(table({ ttl: [{ ...ttl(true, "a").ttl[0], x: 1 }] }, ttl(true, "a"))).to.deep.equal([]);
  });

  it("begin to expire only where the change says so", () => {
    expect(table(ttl(false, "a"), ttl(true, "a"))).to.deep.equal([expire]);
    expect(table({ ttl: [] }, ttl(true, "a"))).to.deep.equal([expire]);
    expect(table({}, {}, { afterUnknown: { ttl: true } })).to.deep.equal([expire]);
  });
});

describe("a budget", () => {
  const BUDGET = "aws_budgets_budget.b";
  const topic: ChangeJson = {
    address: "aws_sns_topic.t",
    actions: ["no-op"],
    before: { arn: "arn:topic" },
    after: { arn: "arn:topic" },
  };
  const telling = (arn: string) => ({ notification: [{ subscriber_sns_topic_arns: [arn] }] });

  it("may be raised five-fold, and no further", () => {
    const raised = (before: string, after: unknown) =>
      said(BUDGET, { limit_amount: before }, { limit_amount: after });
    const far = ["disrupt: lets the account cost far more before somebody is told"];
    expect(raised("50", "250")).to.deep.equal([]);
    expect(raised("50", "10")).to.deep.equal([]);
    expect(raised("50", "251")).to.deep.equal(far);
    expect(raised("50", "9")).to.deep.equal([
      "disrupt: tells somebody at 9, not at 50, which is reached each day",
    ]);
    const unread = ["disrupt: tells somebody at an amount that can't be read"];
    for (const amount of ["a lot", " 50", "0x32", "5e1", "-1", "0", 50]) {
      expect(raised("50", amount), String(amount)).to.deep.equal(unread);
    }
  });

  it("counts and tells as before", () => {
    for (const attribute of ["budget_type", "limit_unit", "time_unit"]) {
      expect(said(BUDGET, { [attribute]: "A" }, { [attribute]: "B" })).to.have.lengthOf(1);
    }
  });

  it("tells a topic of the stack only", () => {
    const made = (arn: string) =>
      judge(
        planOf([
          topic,
          {
            ...{ address: BUDGET, actions: ["create"] },
            after: { limit_amount: "5", ...telling(arn) },
          },
        ]),
      ).refused.map(({ effect }) => effect);
    expect(made("arn:topic")).to.deep.equal([]);
    expect(made("arn:foreign")).to.deep.equal(["grant"]);
    expect(said(BUDGET, telling("arn:topic"), { notification: [] })).not.to.deep.equal([]);
  });
});
