import { expect } from "chai";

import { ALARMS, watchedBy } from "./kinds-of-alarms";
import { keyOf, MINUTES, minutesOf, normalDay, rings } from "./normal-day";

const heardOn = (day: ReturnType<typeof normalDay>) =>
  ALARMS.filter((alarm) => rings(alarm, day) > 0).map(({ name }) => name);

const alarmed = (name: string) => {
  const found = ALARMS.find((alarm) => alarm.name === name);
  if (found === undefined) throw new Error(`there is no alarm ${name}`);
  return found;
};

describe("The alarms of a normal day", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    it(`are none: day ${seed}`, () => {
      expect(heardOn(normalDay(seed))).to.deep.equal([]);
    });
  }

  it("are none for ten callers who wait, and press nothing when they are asked", () => {
    const day = normalDay(1);
    const errors = minutesOf(day, "ContactFlowErrors of Waiting");
    for (let minute = 600; minute < 660; minute += 2) errors[minute] = 10;
    expect(rings(alarmed("flow-errors-waiting"), day)).to.equal(0);
    // The same in a flow that asks nobody are errors.
    minutesOf(day, "ContactFlowErrors of Flow")[600] = 10;
    expect(rings(alarmed("flow-errors-flow"), day)).to.equal(1);
  });

  it("are one for a callback that is left at closing, and not the wait's all night", () => {
    const day = normalDay(1);
    const waits = minutesOf(day, "LongestQueueWaitTime of Queue");
    for (let minute = 18 * 60; minute < MINUTES; minute++) waits[minute] = (minute - 1080) * 60;
    expect(heardOn(day)).to.deep.equal(["old-callback-queue"]);
    expect(rings(alarmed("old-callback-queue"), day)).to.equal(1);
  });

  it("are one for a single missed call, which takes its agent out", () => {
    const day = normalDay(1);
    minutesOf(day, "MissedCalls")[700] = 1;
    expect(heardOn(day)).to.deep.equal(["missed-calls"]);
  });

  it("are one for a number that goes dead at noon, and none for the night", () => {
    const day = normalDay(1);
    minutesOf(day, "CallsPerInterval").fill(0, 12 * 60);
    expect(heardOn(day)).to.deep.equal(["no-calls"]);
    expect(rings(alarmed("no-calls"), day)).to.equal(1);
    const lateAndShort = normalDay(1);
    minutesOf(lateAndShort, "CallsPerInterval").fill(0, 15 * 60);
    expect(rings(alarmed("no-calls"), lateAndShort)).to.equal(0);
  });

  for (const alarm of ALARMS.filter(({ metric }) => !("silenceOf" in metric))) {
    it(`would hear ${alarm.name}, were its figure reached, and not below`, () => {
      const { of } = watchedBy(alarm);
      const at = (figure: number) => {
        const day = normalDay(1);
        const minutes = minutesOf(day, keyOf(of));
        minutesOf(day, "ConcurrentCalls").fill(1, 660, 720);
        const length = alarm.periodSeconds / 60;
        // What is in the hour already would count toward a sum.
        minutes.fill(0, 600, 780);
        for (let index = 0; index < (alarm.periods ?? 1); index++) {
          minutes[660 + index * length] = figure;
        }
        return rings(alarm, day);
      };
      expect([at(alarm.threshold * 0.99), at(alarm.threshold)]).to.deep.equal([0, 1]);
    });
  }
});
