import { expect } from "chai";

import {
  isKept,
  isPast,
  movedTo,
  openDay,
} from "../../../../plan-review/gate/judgements/holiday-days";
import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const time = (clock: string) => {
  const [hours, minutes] = clock.split(":").map(Number);
  return { Hours: hours, Minutes: minutes };
};
const span = (from: string, to: string) => ({ StartTime: time(from), EndTime: time(to) });

/** A Monday's hours: 9 to 17. */
const WEEK = new Set(Array.from({ length: 8 * 60 }, (_, minute) => 9 * 60 + minute));
const MONDAY = "2027-01-04";

const day = (date: string, config: readonly object[] = [], name = "Day") =>
  openDay({ name: `${name} ${date}`, date, config }, WEEK);

describe("a holiday", () => {
  const kinds: readonly (readonly [kind: string, config: object[], date?: string])[] = [
    ["closed", []],
    ["closed", [span("9:00", "10:59")]],
    ["short", [span("9:00", "11:00")]],
    ["short", [span("9:00", "16:59")]],
    ["usual", [span("9:00", "17:00")]],
    ["usual", [span("9:00", "12:00"), span("12:00", "17:00")]],
    ["other", [span("9:00", "17:01")]],
    ["other", [span("8:59", "12:00")]],
    ["other", [span("0:00", "0:00")]],
    ["other", [span("9:00", "12:00")], "2027-01-05"],
    ["closed", [span("12:00", "9:00")]],
    ["closed", [span("9:00", "9:00")]],
    ["closed", [span("9:00", "24:01")]],
    ["other", [span("9:00", "24:00")]],
  ];
  for (const [kind, config, date = MONDAY] of kinds) {
    it(`is ${kind} with ${JSON.stringify(config)} on ${date}`, () => {
      expect(day(date, config).kind).to.equal(kind);
    });
  }

  it("knows Tuesday's hours from Monday's", () => {
    const tuesday = new Set([...WEEK].map((minute) => 24 * 60 + minute));
    const on = (date: string) =>
      openDay({ date, name: "Day", config: [span("9:00", "12:00")] }, tuesday).kind;
    expect([on(MONDAY), on("2027-01-05")]).to.deep.equal(["other", "short"]);
  });

  it("can't be read where its hours begin below zero, or end before they begin", () => {
    const from = (Hours: number) => [{ StartTime: { Hours, Minutes: 0 }, EndTime: time("12:00") }];
    expect(day(MONDAY, from(9)).kind).to.equal("short");
    expect(day(MONDAY, from(-1)).kind).to.equal("closed");
    expect(day(MONDAY, [span("13:00", "12:00"), span("9:00", "12:00")]).kind).to.equal("closed");
    expect(day(MONDAY, [span("12:00", "12:00"), span("9:00", "12:00")]).kind).to.equal("closed");
  });

  it("is past once it has ended in every time zone", () => {
    const at = (time: string) => isPast(day(MONDAY), Date.parse(time));
    expect(at("2027-01-05T11:59:59Z")).to.equal(false);
    expect(at("2027-01-05T12:00:00Z")).to.equal(true);
    expect(isPast(day(MONDAY), undefined)).to.equal(false);
    expect(isPast(day("never"), Date.parse("2027-01-05"))).to.equal(false);
  });

  it("is told from another one by its date, name and hours", () => {
    const [one, again] = [day(MONDAY), day(MONDAY)];
    expect(one.text).to.equal(again.text);
    for (const other of [
      day("2027-01-11", [], "Day"),
      day(MONDAY, [], "Other"),
      day(MONDAY, [span("9:00", "12:00")]),
      openDay({ name: `Day ${MONDAY}`, date: "2027-01-11", config: [] }, WEEK),
    ]) {
      expect(other.text).not.to.equal(one.text);
    }
  });

  it("loses from its name a date at its end only", () => {
    const named = (name: string) => openDay({ name, date: MONDAY, config: [] }, WEEK).name;
    expect(named("Day2027-01-04")).to.equal("Day");
    expect(named("Before 2027-01-04 noon")).to.equal("Before 2027-01-04 noon");
  });

  it("has its name without the date, and every hour is usual where none is known", () => {
    expect(day("2027-12-25").name).to.equal("Day");
    expect(openDay({ date: MONDAY, config: [span("0:00", "3:00")] }, undefined).kind).to.equal(
      "short",
    );
  });

  it("is kept on its date, or at about that time of a later year", () => {
    const kept = (from: string, to: string) => isKept(day(from), [day(to)]);
    expect(kept("2027-12-25", "2027-12-25")).to.equal(true);
    expect(kept("2027-12-25", "2028-12-25")).to.equal(true);
    expect(kept("2027-12-25", "2027-12-26")).to.equal(false);
    expect(kept("2027-12-25", "2026-12-25")).to.equal(false);
    // Easter of 2027 and of 2030; 35 days and 36.
    expect(kept("2027-03-28", "2030-04-21")).to.equal(true);
    expect(kept("2027-03-01", "2028-04-05")).to.equal(true);
    expect(kept("2027-03-01", "2028-04-06")).to.equal(false);
    expect(kept("2027-01-01", "2028-12-31")).to.equal(true);
    expect(kept("2027-12-31", "2029-01-01")).to.equal(true);
  });

  it("is kept closed or short, and as it was", () => {
    const [closed, short] = [[], [span("9:00", "12:00")]];
    const [usual, other] = [[span("9:00", "17:00")], [span("3:00", "12:00")]];
    const kept = (before: object[], after: object[]) =>
      isKept(day(MONDAY, before), [day(MONDAY, after)]);
    expect([kept(closed, short), kept(short, closed)]).to.deep.equal([true, true]);
    expect([kept(closed, usual), kept(closed, other)]).to.deep.equal([false, false]);
    expect([kept(usual, usual), kept(other, other)]).to.deep.equal([true, true]);
  });

  it("is moved where one of its name comes more than a week away", () => {
    const moved = (to: string, name = "Day") => movedTo(day("2027-12-20"), [day(to, [], name)]);
    expect(moved("2027-12-27")).to.deep.equal([]);
    expect(moved("2027-12-28")).to.deep.equal(["Day from 2027-12-20 to 2027-12-28"]);
    expect(moved("2027-12-12")).to.have.lengthOf(1);
    expect(moved("2027-12-28", "Other")).to.deep.equal([]);
    expect(movedTo(day("2027-12-20"), [])).to.deep.equal([]);
    const two = [day("2027-12-28"), day("2027-12-21")];
    expect(movedTo(day("2027-12-20"), two)).to.deep.equal([]);
  });
});

describe("a schedule's holidays", () => {
  interface Wanted {
    readonly date: string;
    readonly config?: readonly object[];
    readonly name?: string;
  }
  const wanted = (id: string, days: readonly Wanted[]) => {
    const holidays = days.map(({ name = "Day", date, config = [] }) => ({
      ...{ name: `${name} ${date}`, date, config },
    }));
    const schedules = [{ name: "Hours", hoursOfOperationId: id, holidays }];
    return { input: JSON.stringify({ desired: { kind: "holidays", schedules }, run: "r" }) };
  };
  const at = (hours: number) => [{ hours, minutes: 0 }];
  const hours: ChangeJson = {
    ...{ address: "aws_connect_hours_of_operation.h", actions: ["no-op"] },
    before: {
      ...{ hours_of_operation_id: "h", name: "Message", time_zone: "UTC" },
      config: [{ day: "MONDAY", start_time: at(9), end_time: at(17) }],
    },
  };
  const module: ChangeJson = {
    ...{ address: "aws_connect_contact_flow_module.m", actions: ["no-op"] },
    ...{ before: { name: "Message" }, after: { name: "Message" } },
  };
  const said = (before: readonly Wanted[], after: readonly Wanted[], ...beside: ChangeJson[]) =>
    judge(
      planOf([
        { ...hours, after: hours.before ?? {} },
        ...beside,
        {
          ...{ address: "aws_lambda_invocation.holidays", actions: ["update"] },
          before: { function_name: "f", ...wanted("h", before) },
          after: { function_name: "f", ...wanted("h", after) },
        },
      ]),
    ).refused.map(({ happens }) => happens);
  const open = (from: string, to: string) => ({ date: MONDAY, config: [span(from, to)] });

  it("are open within the hours of the week", () => {
    expect(said([], [open("9:00", "12:00")])).to.deep.equal([]);
    expect(said([], [open("8:00", "12:00")])).to.deep.equal([
      `opens Hours at other hours than those of the week on ${MONDAY}`,
    ]);
    expect(said([open("8:00", "12:00")], [open("8:00", "12:00")])).to.deep.equal([]);
  });

  it("say where one is moved, and that most are lost only of the others", () => {
    expect(said([{ date: "2027-12-25" }], [{ date: MONDAY }])).to.deep.equal([
      "moves Day from 2027-12-25 to 2027-01-04 of Hours",
    ]);
    expect(said([{ date: "2027-12-25" }], [{ date: MONDAY, name: "Other" }])).to.deep.equal([
      "takes most of the holidays away from Hours",
    ]);
  });

  it("of the message's schedule are none", () => {
    expect(said([], [{ date: MONDAY }], module)).to.deep.equal([
      "closes Hours, which is the message's",
    ]);
    expect(said([{ date: MONDAY }], [{ date: MONDAY }], module)).to.deep.equal([]);
    const other = { ...module, before: { name: "Other" }, after: { name: "Other" } };
    expect(said([], [{ date: MONDAY }], other)).to.deep.equal([]);
    const flow = { ...module, address: "aws_connect_contact_flow.m" };
    expect(said([], [{ date: MONDAY }], flow)).to.deep.equal([]);
    const made = { ...module, actions: ["create"], before: null };
    expect(said([], [{ date: MONDAY }], made)).to.include("closes Hours, which is the message's");
  });

  it("may come in any order, and none twice", () => {
    const [one, two] = [{ date: MONDAY }, { date: "2027-01-11" }];
    expect(said([one, two], [two, one])).to.deep.equal([]);
    expect(said([one], [one, { ...one, name: "Other" }])).to.deep.equal([
      `tells the function twice of ${MONDAY}`,
    ]);
  });
});
