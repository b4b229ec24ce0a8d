import { change, given, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  refuseGiven,
  requireUniqueName,
  requireUnused,
  summaries,
} from "../store/lookup";
import type { Operations } from "../store/operation";
import { requireOpenings } from "./opening";
import { searchKind } from "../store/search";
import { isTimeZone } from "./time-zones";

/** Schedules: when a queue or a flow counts as open. */
export const hoursOfOperationOperations: Operations = {
  CreateHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    refuseGiven(input, ["ParentHoursOfOperationConfigs"]);
    requireUniqueName(instance, "hoursOfOperations", input.Name);
    requireTimeZone(input.TimeZone);
    requireOpenings(input.Config);
    const { id, arn } = newIdInQuota(account, instance, "hoursOfOperations");
    add(instance, "hoursOfOperations", {
      HoursOfOperationId: id,
      HoursOfOperationArn: arn,
      TimeZone: input.TimeZone,
      Config: input.Config,
      ...made(account, input),
    });
    return { HoursOfOperationId: id, HoursOfOperationArn: arn };
  },

  DescribeHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { HoursOfOperation: find(instance, "hoursOfOperations", input.HoursOfOperationId) };
  },

  ListHoursOfOperations(input, account) {
    return { HoursOfOperationSummaryList: summaries(account, input, "hoursOfOperations") };
  },

  SearchHoursOfOperations(input, account) {
    const found = searchKind(account, input, "hoursOfOperations", {
      fields: {
        timezone: ({ TimeZone }) => TimeZone,
      },
    });
    return { HoursOfOperations: found, ApproximateTotalCount: found.length };
  },

  UpdateHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const hours = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    const names = renamed(instance, "hoursOfOperations", hours, input);
    if (input.TimeZone !== undefined) requireTimeZone(input.TimeZone);
    requireOpenings(input.Config);
    const { TimeZone, Config } = input;
    return change(account, hours, { ...names, ...given({ TimeZone, Config }) });
  },

  DeleteHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { HoursOfOperationId } = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    requireUnused(
      instance,
      ["hoursOfOperations", HoursOfOperationId],
      "queues",
      (queue) => queue.HoursOfOperationId === HoursOfOperationId,
    );
    instance.hoursOfOperations.delete(HoursOfOperationId);
    return {};
  },
};

function requireTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone))
    throw invalidParameter(
      `TimeZone must be a time zone of the tz database to the letter, such as America/Los_Angeles, got ${timeZone}`,
    );
}
