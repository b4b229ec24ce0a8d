import type { ConnectClient, HoursOfOperationOverride } from "@aws-sdk/client-connect";

import type { Association, Holidays } from "./desired-state";
import { HoursOverrides, isAsWanted, isOurs } from "./hours-overrides";

type Schedule = Holidays["schedules"][number];
type Holiday = Schedule["holidays"][number];

/** Where a date has not begun elsewhere, it has ended half a day later at the latest. */
const HALF_A_DAY = 12 * 3600 * 1000;

/**
 * Gives each schedule its holidays, as overrides of their names and of a description of our own: 50
 * for each schedule are more than a record holds, so that Connect itself says whose they are. Those
 * that people make in the console (a snow day) stay as they are, and so do days that are over. Owned
 * are the schedules' ids.
 */
export class HolidayAssociation implements Association<Holidays> {
  public constructor(
    private readonly connect: ConnectClient,
    private readonly now = () => new Date(),
  ) {}

  public ownedBy({ schedules }: Holidays): string[] {
    return schedules.map(({ hoursOfOperationId }) => hoursOfOperationId);
  }

  public async observe(desired: Holidays, owned: readonly string[]): Promise<string[]> {
    const drift = [];
    for (const schedule of allSchedules(desired, owned)) {
      const existing = await this.overridesOf(desired, schedule).list();
      for (const holiday of this.toCome(schedule)) {
        const override = existing.get(holiday.name);
        if (override === undefined) {
          drift.push(`hours of operation "${schedule.name}" lack holiday "${holiday.name}"`);
        } else if (!isAsWanted(override, holiday)) {
          drift.push(
            `holiday "${holiday.name}" of hours of operation "${schedule.name}" was changed`,
          );
        }
      }
      for (const { Name } of dropped(schedule, existing)) {
        drift.push(`hours of operation "${schedule.name}" have holiday "${Name}" too`);
      }
    }
    return drift;
  }

  public async reconcile(desired: Holidays, owned: readonly string[]): Promise<void> {
    for (const schedule of allSchedules(desired, owned)) {
      await this.bringAbout(schedule, this.overridesOf(desired, schedule));
    }
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.reconcile({ kind: "holidays", instanceId, schedules: [] }, owned);
  }

  /** Deletes before it creates: a schedule has room for 50 overrides, which AWS doesn't raise. */
  private async bringAbout(schedule: Schedule, overrides: HoursOverrides): Promise<void> {
    const existing = await overrides.list();
    const toDelete = new Set(dropped(schedule, existing));
    const toCreate = [];
    for (const holiday of this.toCome(schedule)) {
      // A day that gets another name keeps its override, so that it is a holiday all the time.
      const renamed = [...toDelete].find(({ EffectiveFrom }) => EffectiveFrom === holiday.date);
      const override = existing.get(holiday.name) ?? renamed;
      if (override === undefined) {
        toCreate.push(holiday);
      } else {
        toDelete.delete(override);
        await overrides.update(override, holiday);
      }
    }
    for (const override of toDelete) {
      await overrides.delete(override);
    }
    for (const holiday of toCreate) {
      await overrides.create(holiday);
    }
  }

  /** Those that may still count somewhere: Connect need not take a date that has passed. */
  private toCome({ holidays }: Schedule): readonly Holiday[] {
    const oldest = new Date(this.now().getTime() - HALF_A_DAY).toISOString().slice(0, 10);
    return holidays.filter(({ date }) => date >= oldest);
  }

  private overridesOf({ instanceId }: Holidays, { hoursOfOperationId }: Schedule): HoursOverrides {
    return new HoursOverrides(this.connect, instanceId, hoursOfOperationId);
  }
}

/** The wanted schedules, and those that are wanted no more, which get no holidays. */
function allSchedules({ schedules }: Holidays, owned: readonly string[]): Schedule[] {
  const gone = owned.filter((id) => !schedules.some((each) => each.hoursOfOperationId === id));
  return [...schedules, ...gone.map((id) => ({ name: id, hoursOfOperationId: id, holidays: [] }))];
}

/** Overrides of ours that are no longer wanted. */
const dropped = (
  { holidays }: Schedule,
  existing: ReadonlyMap<string, HoursOfOperationOverride>,
): HoursOfOperationOverride[] =>
  [...existing.values()].filter(
    (override) => isOurs(override) && !holidays.some(({ name }) => name === override.Name),
  );
