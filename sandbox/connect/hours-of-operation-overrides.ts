import { randomUUID } from "node:crypto";
import { ConnectError } from "./errors";
import { find, findInstance, invalidParameter } from "./lookup";
import { requireOpenings } from "./opening";
import type { Account, Operations } from "./operation";
import type { HoursOfOperation, HoursOfOperationOverride } from "./store";

/** https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html */
const MOST_OVERRIDES = 50;

/** Days of a schedule that have hours of their own: holidays. Those that recur aren't emulated. */
export const hoursOfOperationOverrideOperations: Operations = {
  CreateHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    const overrides = (hours.overrides ??= new Map<string, HoursOfOperationOverride>());
    requireNoRecurrence(input);
    requireUniqueName(overrides, input.Name);
    requireOrder(input);
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
      OverrideType: "STANDARD",
    });
    return { HoursOfOperationOverrideId: id };
  },

  DescribeHoursOfOperationOverride: (input, account) => ({
    HoursOfOperationOverride: findOverride(findHours(account, input), input),
  }),

  ListHoursOfOperationOverrides: (input, account) => ({
    HoursOfOperationOverrideList: [...(findHours(account, input).overrides?.values() ?? [])],
  }),

  UpdateHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    const override = findOverride(hours, input);
    requireNoRecurrence(input);
    if (input.Name !== undefined && input.Name !== override.Name)
      requireUniqueName(hours.overrides, input.Name);
    const dates = {
      EffectiveFrom: input.EffectiveFrom ?? override.EffectiveFrom,
      EffectiveTill: input.EffectiveTill ?? override.EffectiveTill,
    };
    requireOrder(dates);
    requireOpenings(input.Config);
    Object.assign(override, dates, {
      Name: input.Name ?? override.Name,
      Description: input.Description ?? override.Description,
      Config: input.Config ?? override.Config,
    });
    return {};
  },

  DeleteHoursOfOperationOverride(input, account) {
    const hours = findHours(account, input);
    hours.overrides?.delete(findOverride(hours, input).HoursOfOperationOverrideId);
    return {};
  },
};

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

function requireNoRecurrence({ OverrideType }: { OverrideType?: string | undefined }): void {
  if (OverrideType !== undefined && OverrideType !== "STANDARD")
    throw invalidParameter(
      `OverrideType must be STANDARD here, since recurring events aren't emulated, got ${OverrideType}`,
    );
}

function requireOrder(dates: { EffectiveFrom: string; EffectiveTill: string }): void {
  if (dates.EffectiveFrom > dates.EffectiveTill)
    throw invalidParameter(
      `EffectiveTill must not be before EffectiveFrom, got ${dates.EffectiveFrom} to ${dates.EffectiveTill}`,
    );
}
