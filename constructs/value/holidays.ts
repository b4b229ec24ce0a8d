import {
  DAYS,
  type HoursOfOperationConfig,
  type HoursOfOperationOverride,
} from "../../contact-flow/hours";
import type { HolidayValue } from "./contact-center-value";
import { timeOfDay } from "./time-of-day";

/** A holiday's name in Amazon Connect. It contains the date, since the same holiday comes again next year. */
export const overrideName = ({ name, date }: HolidayValue): string => `${name} ${date}`;

/** A holiday in the shape of Amazon Connect's API: without hours, the day is closed. */
export function connectOverride({ date, open }: HolidayValue): HoursOfOperationOverride {
  return { EffectiveFrom: date, EffectiveTill: date, Config: config(date, open) };
}

function config(date: string, open: HolidayValue["open"]): HoursOfOperationConfig[] {
  const Day = DAYS[new Date(date).getUTCDay()];
  return open === undefined || Day === undefined
    ? []
    : [{ Day, StartTime: timeOfDay(open.from), EndTime: timeOfDay(open.to) }];
}
