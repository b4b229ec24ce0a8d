import {
  CreateHoursOfOperationCommand,
  type HoursOfOperationOverrideConfig,
  type OverrideType,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { isOpen } from "../../../contact-flow/hours";
import type { HoursOfOperation } from "../../../sandbox/connect/store/store";
import { scheduleOf } from "../../../sandbox/telephone/center-of-instance";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../support/connect-under-test";

describe("A schedule of the sandbox, as calls read it", () => {
  const under = connectUnderTest();
  const make = fixtures(under);

  /** Whether hours with an event on each 24th are open at 10:00 on that day of November 2096. */
  const openOn = (
    type: OverrideType,
    config: HoursOfOperationOverrideConfig[],
    day: number,
  ): boolean => {
    const midnight = { Hours: 0, Minutes: 0 };
    const week: HoursOfOperation["Config"] =
      type === "OPEN" ? [] : [{ Day: "SATURDAY", StartTime: midnight, EndTime: midnight }];
    const schedule = {
      ...{ HoursOfOperationId: "1", Name: "Office", TimeZone: "UTC", Config: week },
      overrides: new Map([
        [
          "event",
          {
            ...{ HoursOfOperationOverrideId: "event", Name: "Event", Config: config },
            ...{ EffectiveFrom: "2096-10-24", EffectiveTill: "2096-12-24", OverrideType: type },
            RecurrenceConfig: {
              RecurrencePattern: { Frequency: "MONTHLY" as const, Interval: 1 },
            },
          },
        ],
      ]),
    };
    return isOpen(scheduleOf(schedule as unknown as HoursOfOperation), Date.UTC(2096, 10, day, 10));
  };

  it("is closed on the days of an event, all day where it names no hours", () => {
    // 2096-11-24 is a Saturday, as is the 17th.
    expect([17, 24].map((day) => openOn("CLOSED", [], day))).to.deep.equal([true, false]);
  });

  it("is open in the hours of an event, whichever day it is where it names none", () => {
    const hours = { StartTime: { Hours: 9, Minutes: 0 }, EndTime: { Hours: 11, Minutes: 0 } };
    expect([17, 24].map((day) => openOn("OPEN", [hours], day))).to.deep.equal([false, true]);
    expect(openOn("OPEN", [{ Day: "FRIDAY", ...hours }], 24)).to.equal(false);
  });

  it("doesn't inherit another's overrides: linked hours are refused, not left out", async () => {
    const refused = await refusal(
      under.client.send(
        new CreateHoursOfOperationCommand({
          ...{ InstanceId: under.instanceId, Name: "Child", TimeZone: "UTC", Config: [] },
          ParentHoursOfOperationConfigs: [{ HoursOfOperationId: await make.hours() }],
        }),
      ),
    );
    expect(refused.message).to.contain("ParentHoursOfOperationConfigs is not emulated");
  });
});
