import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { openHours } from "../../../../plan-review/gate/judgements/open-hours";
import { planOf } from "../../../support/plans";
import { there } from "./judging";

const on = (day: string, from: readonly [number, number], to: readonly [number, number]) => ({
  day,
  start_time: [{ hours: from[0], minutes: from[1] }],
  end_time: [{ hours: to[0], minutes: to[1] }],
});
const schedule = (time_zone: string, ...config: object[]) =>
  there("aws_connect_hours_of_operation.h", { name: "h", time_zone, config });
const hoursOf = (...changes: Parameters<typeof planOf>[0]) => [
  ...openHours(new Context(planOf(changes), { firstApply: false })),
];

describe("the hours of UTC's week at which the center is open", () => {
  it("are whole ones of a schedule", () => {
    expect(hoursOf(schedule("UTC", on("MONDAY", [9, 0], [12, 0])))).to.deep.equal([9, 10, 11]);
    expect(hoursOf(schedule("UTC", on("MONDAY", [9, 30], [12, 0])))).to.deep.equal([10, 11]);
    expect(hoursOf(schedule("UTC", on("SUNDAY", [22, 0], [0, 0])))).to.deep.equal([166, 167]);
  });

  it("are those of summer and winter alike", () => {
    expect(hoursOf(schedule("America/New_York", on("MONDAY", [9, 0], [12, 0])))).to.deep.equal([
      14, 15,
    ]);
    expect(hoursOf(schedule("Asia/Seoul", on("MONDAY", [0, 0], [2, 0])))).to.deep.equal([159, 160]);
    expect(hoursOf(schedule("America/Phoenix", on("SUNDAY", [22, 0], [0, 0])))).to.deep.equal([
      5, 6,
    ]);
    // Chile's summer is in January.
    expect(hoursOf(schedule("America/Santiago", on("MONDAY", [9, 0], [12, 0])))).to.deep.equal([
      13, 14,
    ]);
  });

  it("are none of the message's schedule, of one that goes, and of a zone that isn't known", () => {
    const all = schedule("UTC", on("MONDAY", [9, 0], [12, 0]));
    const message = there("aws_connect_contact_flow_module.m", { name: "h" });
    expect(hoursOf(all, message)).to.deep.equal([]);
    expect(hoursOf({ ...all, actions: ["delete"], after: null })).to.deep.equal([]);
    expect(hoursOf(schedule("Mars/Olympus", on("MONDAY", [9, 0], [12, 0])))).to.deep.equal([]);
    expect(hoursOf(schedule("UTC"))).to.deep.equal([]);
    expect(hoursOf(there("aws_connect_queue.q", { ...all.after, name: "q" }))).to.deep.equal([]);
  });
});
