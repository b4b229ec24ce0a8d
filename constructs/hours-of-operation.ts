import { ConnectHoursOfOperation } from "@cdktf/provider-aws/lib/connect-hours-of-operation";
import { Construct } from "constructs";

import type { HoursOfOperation as ConnectHours } from "../contact-flow/hours";
import type { HoursOfOperationValue } from "./contact-center-value";
import { connectOverride } from "./holidays";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";
import { timeOfDay } from "./time-of-day";

/** Properties of an {@link HoursOfOperation}. */
export interface HoursOfOperationProps {
  readonly instance: Instance;
  readonly value: HoursOfOperationValue;
}

/** A schedule. */
export class HoursOfOperation extends Construct {
  public readonly hoursOfOperationId: string;
  public readonly arn: string;

  public constructor(scope: Construct, id: string, { instance, value }: HoursOfOperationProps) {
    super(scope, id);
    const hours = new ConnectHoursOfOperation(this, "Resource", {
      instanceId: instance.instanceId,
      name: value.name,
      description: value.description,
      timeZone: value.timeZone,
      lifecycle: DELETED_AFTER_DEPENDENTS,
      config: connectHours(value).Config.map(({ Day: day, StartTime, EndTime }) => ({
        day,
        startTime: { hours: StartTime.Hours, minutes: StartTime.Minutes },
        endTime: { hours: EndTime.Hours, minutes: EndTime.Minutes },
      })),
    });
    this.hoursOfOperationId = hours.hoursOfOperationId;
    this.arn = hours.arn;
  }
}

/** A schedule in the shape of Amazon Connect's API. */
export function connectHours(value: HoursOfOperationValue): ConnectHours {
  const { timeZone, open, holidays = [] } = value;
  return {
    TimeZone: timeZone,
    Config: open.flatMap(({ days, from, to }) =>
      days.map((Day) => ({ Day, StartTime: timeOfDay(from), EndTime: timeOfDay(to) })),
    ),
    Overrides: holidays.map(connectOverride),
  };
}
