import { ConnectHoursOfOperation } from "@cdktf/provider-aws/lib/connect-hours-of-operation";
import { Construct } from "constructs";

import type { HoursOfOperation as ConnectHours } from "../../contact-flow/hours";
import type { HoursOfOperationValue } from "../value/contact-center-value";
import { connectOverride } from "../value/holidays";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";
import { timeOfDay } from "../value/time-of-day";

/** Properties of an {@link HoursOfOperation}. */
export interface HoursOfOperationProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: HoursOfOperationValue;
}

/** A schedule. */
export class HoursOfOperation extends Construct {
  /** The id of the hours, known after the apply. */
  public readonly hoursOfOperationId: string;
  /** Its ARN, known after the apply. */
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
