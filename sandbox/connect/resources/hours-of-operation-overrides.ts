import { randomUUID } from "node:crypto";
import type { DateComparisonType, DateCondition } from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { find, findInstance, invalidParameter } from "../store/lookup";
import { requireOpenings } from "./opening";
import { requirePattern } from "./recurrence";
import { search } from "../store/search";
import type { Account, Operations } from "../store/operation";
import type { HoursOfOperation, HoursOfOperationOverride } from "../store/store";

/** https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html */
const MOST_OVERRIDES = 50;

/** Days of a schedule that have hours of their own: holidays, and events that recur. */
export const hoursOfOperationOverrideOperations: Operations = {
  CreateHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    const overrides = (hours.overrides ??= new Map<string, HoursOfOperationOverride>());
    requireUniqueName(overrides, input.Name);
    requireOrder(input);
    requirePattern(input);
    requireOpenings(input.Config);
    if (overrides.size >= MOST_OVERRIDES)
      throw new ConnectError(
        "LimitExceededException",
        `hours of operation have at most ${MOST_OVERRIDES} overrides, a quota that isn't raised`,
      );
    const id = randomUUID();
    overrides.set(id, {
      HoursOfOperationOverrideId: id,
      HoursOfOperationId: hours.HoursOfOperationId,
      HoursOfOperationArn: hours.HoursOfOperationArn,
      Name: input.Name,
      Description: input.Description,
      Config: input.Config,
      EffectiveFrom: input.EffectiveFrom,
      EffectiveTill: input.EffectiveTill,
      RecurrenceConfig: input.RecurrenceConfig,
      OverrideType: input.OverrideType ?? "STANDARD",
    });
    return { HoursOfOperationOverrideId: id };
  },

  DescribeHoursOfOperationOverride: (input, account) => ({
    HoursOfOperationOverride: findOverride(findHours(account, input), input),
  }),

  ListHoursOfOperationOverrides: (input, account) => ({
    HoursOfOperationOverrideList: [...(findHours(account, input).overrides?.values() ?? [])],
  }),

  SearchHoursOfOperationOverrides(input, account) {
    const { hoursOfOperations } = findInstance(account, input.InstanceId);
    // They have no tags of their own.
    const overrides = [...hoursOfOperations.values()].flatMap(({ Tags, overrides: own }) =>
      [...(own?.values() ?? [])].map((override) => ({ ...override, Tags })),
    );
    const found = search(overrides, input, {
      fields: {
        name: ({ Name }) => Name,
        description: ({ Description }) => Description,
        hoursofoperationid: ({ HoursOfOperationId }) => HoursOfOperationId,
        resourceid: ({ HoursOfOperationOverrideId }) => HoursOfOperationOverrideId,
      },
      conditions: { DateCondition: isDated },
    });
    return { HoursOfOperationOverrides: found, ApproximateTotalCount: found.length };
  },

  UpdateHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    const override = findOverride(hours, input);
    if (input.Name !== undefined && input.Name !== override.Name)
      requireUniqueName(hours.overrides, input.Name);
    const dates = {
      EffectiveFrom: input.EffectiveFrom ?? override.EffectiveFrom,
      EffectiveTill: input.EffectiveTill ?? override.EffectiveTill,
    };
    const changed = {
      ...dates,
      Name: input.Name ?? override.Name,
      Description: input.Description ?? override.Description,
      Config: input.Config ?? override.Config,
      RecurrenceConfig: input.RecurrenceConfig ?? override.RecurrenceConfig,
      OverrideType: input.OverrideType ?? override.OverrideType,
    };
    requireOrder(dates);
    requireOpenings(input.Config);
    requirePattern(changed);
    Object.assign(override, changed);
    return {};
  },

  DeleteHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    hours.overrides?.delete(findOverride(hours, input).HoursOfOperationOverrideId);
    return {};
  },
};

/** The dates by which overrides are searched, by their names in lower case. */
const DATES: Readonly<Record<string, (override: HoursOfOperationOverride) => string>> = {
  effectivefrom: ({ EffectiveFrom }) => EffectiveFrom,
  effectivetill: ({ EffectiveTill }) => EffectiveTill,
};

const COMPARISONS: Readonly<Record<DateComparisonType, (date: string, value: string) => boolean>> =
  {
    GREATER_THAN: (date, value) => date > value,
    LESS_THAN: (date, value) => date < value,
    GREATER_THAN_OR_EQUAL_TO: (date, value) => date >= value,
    LESS_THAN_OR_EQUAL_TO: (date, value) => date <= value,
    EQUAL_TO: (date, value) => date === value,
  };

/** Whether a date of the override is as the condition says; dates are YYYY-MM-DD, so texts compare. */
function isDated(
  override: HoursOfOperationOverride,
  { FieldName = "", Value = "", ComparisonType = "EQUAL_TO" }: DateCondition,
): boolean {
  const date = DATES[FieldName.toLowerCase()];
  if (date === undefined)
    throw invalidParameter(
      `DateCondition.FieldName must be one of ${Object.keys(DATES).join(", ")}, got ${FieldName}`,
    );
  return COMPARISONS[ComparisonType](date(override), Value);
}

const findHours = (
  account: Account,
  input: { InstanceId: string; HoursOfOperationId: string },
): HoursOfOperation =>
  find(findInstance(account, input.InstanceId), "hoursOfOperations", input.HoursOfOperationId);

function findOverride(
  { HoursOfOperationId, overrides }: HoursOfOperation,
  { HoursOfOperationOverrideId: id }: { HoursOfOperationOverrideId: string },
): HoursOfOperationOverride {
  const override = overrides?.get(id);
  if (override === undefined)
    throw new ConnectError(
      "ResourceNotFoundException",
      `hours of operation ${HoursOfOperationId} have no override ${id}`,
    );
  return override;
}

function requireUniqueName(
  overrides: ReadonlyMap<string, HoursOfOperationOverride> = new Map(),
  name: string,
): void {
  if ([...overrides.values()].some(({ Name }) => Name === name))
    throw new ConnectError(
      "DuplicateResourceException",
      `names of overrides must be unique, got ${JSON.stringify(name)} again`,
    );
}

function requireOrder(dates: { EffectiveFrom: string; EffectiveTill: string }): void {
  for (const member of ["EffectiveFrom", "EffectiveTill"] as const) {
    if (!isDay(dates[member]))
      throw invalidParameter(`${member} must be a day of the calendar, got ${dates[member]}`);
  }
  if (dates.EffectiveFrom > dates.EffectiveTill)
    throw invalidParameter(
      `EffectiveTill must not be before EffectiveFrom, got ${dates.EffectiveFrom} to ${dates.EffectiveTill}`,
    );
}

/** Whether a date in the model's form, YYYY-MM-DD, is one: February has no 30th. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
