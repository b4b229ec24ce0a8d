import {
  add,
  find,
  findInstance,
  inUse,
  invalidParameter,
  newId,
  requireRoom,
  requireUniqueName,
} from "../store/lookup";
import { modified, type Operations } from "../store/operation";
import { requireOpenings } from "./opening";
import { search } from "../store/search";
import { isTimeZone } from "./time-zones";

/** Schedules: when a queue or a flow counts as open. */
export const hoursOfOperationOperations: Operations = {
  CreateHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "hoursOfOperations", input.Name);
    requireTimeZone(input.TimeZone);
    requireOpenings(input.Config);
    requireRoom(account, instance, "hoursOfOperations");
    const { id, arn } = newId(instance, "hoursOfOperations");
    add(instance, "hoursOfOperations", {
      HoursOfOperationId: id,
      HoursOfOperationArn: arn,
      Name: input.Name,
      Description: input.Description,
      TimeZone: input.TimeZone,
      Config: input.Config,
      Tags: input.Tags ?? {},
      ...modified(account),
    });
    return { HoursOfOperationId: id, HoursOfOperationArn: arn };
  },

  DescribeHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { HoursOfOperation: find(instance, "hoursOfOperations", input.HoursOfOperationId) };
  },

  ListHoursOfOperations(input, account) {
    const { hoursOfOperations } = findInstance(account, input.InstanceId);
    return {
      HoursOfOperationSummaryList: [...hoursOfOperations.values()].map((hours) => ({
        ...hours,
        Id: hours.HoursOfOperationId,
        Arn: hours.HoursOfOperationArn,
      })),
    };
  },

  SearchHoursOfOperations(input, account) {
    const { hoursOfOperations } = findInstance(account, input.InstanceId);
    const found = search(hoursOfOperations.values(), input, {
      fields: {
        name: ({ Name }) => Name,
        description: ({ Description }) => Description,
        timezone: ({ TimeZone }) => TimeZone,
        resourceid: ({ HoursOfOperationId }) => HoursOfOperationId,
      },
    });
    return { HoursOfOperations: found, ApproximateTotalCount: found.length };
  },

  UpdateHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const hours = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    if (input.Name !== undefined)
      requireUniqueName(instance, "hoursOfOperations", input.Name, {
        except: hours.HoursOfOperationId,
      });
    if (input.TimeZone !== undefined) requireTimeZone(input.TimeZone);
    requireOpenings(input.Config);
    hours.Name = input.Name ?? hours.Name;
    hours.Description = input.Description ?? hours.Description;
    hours.TimeZone = input.TimeZone ?? hours.TimeZone;
    hours.Config = input.Config ?? hours.Config;
    Object.assign(hours, modified(account));
    return {};
  },

  DeleteHoursOfOperation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { HoursOfOperationId } = find(instance, "hoursOfOperations", input.HoursOfOperationId);
    const queue = [...instance.queues.values()].find(
      (one) => one.HoursOfOperationId === HoursOfOperationId,
    );
    if (queue !== undefined)
      throw inUse("hoursOfOperations", HoursOfOperationId, `the queue ${queue.Name}`);
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
