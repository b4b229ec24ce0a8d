import {
  type ConnectClient,
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  type HoursOfOperationOverride,
  paginateListHoursOfOperationOverrides,
  ResourceNotFoundException,
  UpdateHoursOfOperationOverrideCommand,
} from "@aws-sdk/client-connect";

import type { Association, Holidays } from "./desired-state";

type Schedule = Holidays["schedules"][number];
type Holiday = Schedule["holidays"][number];

/** Where a date has not begun elsewhere, it has ended half a day later at the latest. */
const HALF_A_DAY = 12 * 3600 * 1000;

/**
 * Gives each schedule its holidays, as overrides of their names. Overrides of other names, which
 * people make in the console (a snow day), stay as they are, and so do days that are over.
 */
export class HolidayAssociation implements Association<Holidays> {
  public constructor(
    private readonly connect: ConnectClient,
    private readonly now = () => new Date(),
  ) {}

  public async observe({ instanceId, schedules }: Holidays): Promise<string[]> {
    const drift = [];
    for (const schedule of schedules) {
      const existing = await this.list(instanceId, schedule);
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
    }
    return drift;
  }

  public async reconcile(desired: Holidays, previous?: Holidays): Promise<void> {
    const { instanceId } = desired;
    for (const schedule of desired.schedules) {
      const existing = await this.list(instanceId, schedule);
      for (const holiday of this.toCome(schedule)) {
        await this.bringAbout(instanceId, schedule, existing.get(holiday.name), holiday);
      }
    }
    const dropped = previous?.schedules.map((schedule) => {
      const now = desired.schedules.find((each) => isSame(each, schedule))?.holidays ?? [];
      const names = new Set(now.map(({ name }) => name));
      return { ...schedule, holidays: schedule.holidays.filter(({ name }) => !names.has(name)) };
    });
    await this.remove({ ...desired, schedules: dropped ?? [] });
  }

  public async remove({ instanceId, schedules }: Holidays): Promise<void> {
    for (const schedule of schedules.filter(({ holidays }) => holidays.length > 0)) {
      const existing = await this.list(instanceId, schedule);
      for (const { name } of schedule.holidays) {
        const id = existing.get(name)?.HoursOfOperationOverrideId;
        if (id !== undefined) {
          await this.connect.send(
            new DeleteHoursOfOperationOverrideCommand({
              ...of(instanceId, schedule),
              HoursOfOperationOverrideId: id,
            }),
          );
        }
      }
    }
  }

  private async bringAbout(
    instanceId: string,
    schedule: Schedule,
    override: HoursOfOperationOverride | undefined,
    holiday: Holiday,
  ): Promise<void> {
    const wanted = {
      ...of(instanceId, schedule),
      Name: holiday.name,
      EffectiveFrom: holiday.date,
      EffectiveTill: holiday.date,
      Config: [...holiday.config],
    };
    if (override === undefined) {
      await this.connect.send(new CreateHoursOfOperationOverrideCommand(wanted));
    } else if (!isAsWanted(override, holiday)) {
      await this.connect.send(
        new UpdateHoursOfOperationOverrideCommand({
          ...wanted,
          HoursOfOperationOverrideId: override.HoursOfOperationOverrideId,
        }),
      );
    }
  }

  /** Those that may still count somewhere: Connect need not take a date that has passed. */
  private toCome({ holidays }: Schedule): readonly Holiday[] {
    const oldest = new Date(this.now().getTime() - HALF_A_DAY).toISOString().slice(0, 10);
    return holidays.filter(({ date }) => date >= oldest);
  }

  /** The schedule's overrides by name; none if the schedule has gone already. */
  private async list(instanceId: string, schedule: Schedule) {
    const found = new Map<string, HoursOfOperationOverride>();
    try {
      const pages = paginateListHoursOfOperationOverrides(
        { client: this.connect },
        of(instanceId, schedule),
      );
      for await (const { HoursOfOperationOverrideList = [] } of pages) {
        for (const override of HoursOfOperationOverrideList) {
          found.set(override.Name ?? "", override);
        }
      }
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) {
        throw error;
      }
    }
    return found;
  }
}

const of = (InstanceId: string, { hoursOfOperationId: HoursOfOperationId }: Schedule) => ({
  InstanceId,
  HoursOfOperationId,
});

const isSame = (one: Schedule, other: Schedule): boolean =>
  one.hoursOfOperationId === other.hoursOfOperationId;

function isAsWanted(
  { EffectiveFrom, EffectiveTill, Config = [] }: HoursOfOperationOverride,
  { date, config }: Holiday,
): boolean {
  const text = (hours: HoursOfOperationOverride["Config"] = []) =>
    hours
      .map(({ Day, StartTime, EndTime }) =>
        [Day, StartTime?.Hours, StartTime?.Minutes, EndTime?.Hours, EndTime?.Minutes].join(" "),
      )
      .join();
  return EffectiveFrom === date && EffectiveTill === date && text(Config) === text([...config]);
}
