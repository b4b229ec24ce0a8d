import { KWGLOBAL } from "../../kwglobal";
import { OperatorError } from "../../sandbox/machine/errors";
import { kwglobalCenter } from "../support/kwglobal-center";
import type { Model } from "./simulation/model";

/**
 * KWGlobal's center as every environment deploys it.
 * @param timeZone of the times in the files; by default that of the hours of operation
 * @throws OperatorError if the hours of operation have several
 */
export function deployedCenter(timeZone?: string): Model {
  const center = kwglobalCenter();
  const queues = [...center.queues].map(([id, { name }]) => {
    const maxContacts = KWGLOBAL.queues.find((queue) => queue.name === name)?.maxContacts;
    return { id, name, ...(maxContacts === undefined ? {} : { maxContacts }) };
  });
  return {
    center,
    flow: KWGLOBAL.phoneNumber.flow,
    queues,
    routingProfiles: KWGLOBAL.routingProfiles.map(({ name, queues: serves }) => ({
      name,
      serves: serves.map(({ queue, priority, delaySeconds }) => ({
        queue: queues.find((each) => each.name === queue)?.id ?? queue,
        priority,
        delaySeconds,
      })),
    })),
    timeZone: timeZone ?? onlyTimeZone(),
  };
}

function onlyTimeZone(): string {
  const zones = new Set(KWGLOBAL.hoursOfOperation.map(({ timeZone }) => timeZone));
  const [zone, another] = zones;
  if (zone === undefined || another !== undefined)
    throw new OperatorError(
      `--time-zone must say which clock the files go by, since the hours of operation have several: ${[...zones].join(", ")}`,
    );
  return zone;
}
