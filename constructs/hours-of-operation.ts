import { ConnectHoursOfOperation } from "@cdktf/provider-aws/lib/connect-hours-of-operation";
import { Construct } from "constructs";

import type { HoursOfOperationValue } from "./contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";

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
      config: value.open.flatMap(({ days, from, to }) =>
        days.map((day) => ({ day, startTime: time(from), endTime: time(to) })),
      ),
    });
    this.hoursOfOperationId = hours.hoursOfOperationId;
    this.arn = hours.arn;
  }
}

function time(text: string): { hours: number; minutes: number } {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return { hours, minutes };
}
