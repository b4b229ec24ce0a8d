import {
  type ConnectClient,
  CreateHoursOfOperationOverrideCommand,
  DeleteHoursOfOperationOverrideCommand,
  DuplicateResourceException,
  type HoursOfOperationOverride,
  paginateListHoursOfOperationOverrides,
  ResourceNotFoundException,
  UpdateHoursOfOperationOverrideCommand,
} from "@aws-sdk/client-connect";

import type { Holidays } from "./desired-state";

type Holiday = Holidays["schedules"][number]["holidays"][number];

/** Tells people and the next run whose an override is. */
const DESCRIPTION = "Set by Terraform, which takes back changes made here";

/** The overrides of one schedule, as Amazon Connect has them. */
export class HoursOverrides {
  private readonly schedule: { readonly InstanceId: string; readonly HoursOfOperationId: string };

  public constructor(
    private readonly connect: ConnectClient,
    InstanceId: string,
    HoursOfOperationId: string,
  ) {
    this.schedule = { InstanceId, HoursOfOperationId };
  }

  /** The overrides by name; none if the schedule has gone already. */
  public async list(): Promise<ReadonlyMap<string, HoursOfOperationOverride>> {
    const found = new Map<string, HoursOfOperationOverride>();
    const pages = paginateListHoursOfOperationOverrides({ client: this.connect }, this.schedule);
    try {
      for await (const { HoursOfOperationOverrideList = [] } of pages) {
        for (const override of HoursOfOperationOverrideList) {
          found.set(override.Name ?? "", override);
        }
      }
    } catch (error) {
      ignoreMissing(error);
    }
    return found;
  }

  /** Makes one, or takes the one that has its name. */
  public async create(holiday: Holiday): Promise<void> {
    try {
      await this.connect.send(
        new CreateHoursOfOperationOverrideCommand({ ...this.schedule, ...asOverride(holiday) }),
      );
    } catch (error) {
      // A create whose answer was lost has been done, and the SDK's next try is told so.
      const isThere = error instanceof DuplicateResourceException;
      const override = isThere ? (await this.list()).get(holiday.name) : undefined;
      if (override === undefined) {
        throw error;
      }
      await this.change(override, holiday);
    }
  }

  /** Makes an override what the holiday says, its name included, unless it is. */
  public async update(override: HoursOfOperationOverride, holiday: Holiday): Promise<void> {
    if (isEvent(override)) {
      // An update that leaves a recurrence out keeps it.
      await this.delete(override);
      await this.create(holiday);
    } else if (!isAsWanted(override, holiday)) {
      await this.change(override, holiday);
    }
  }

  private async change(override: HoursOfOperationOverride, holiday: Holiday): Promise<void> {
    const { HoursOfOperationOverrideId } = override;
    await this.connect.send(
      new UpdateHoursOfOperationOverrideCommand({
        ...this.schedule,
        ...asOverride(holiday),
        HoursOfOperationOverrideId,
      }),
    );
  }

  /** Deletes one, unless it has gone already. */
  public async delete({ HoursOfOperationOverrideId }: HoursOfOperationOverride): Promise<void> {
    try {
      await this.connect.send(
        new DeleteHoursOfOperationOverrideCommand({ ...this.schedule, HoursOfOperationOverrideId }),
      );
    } catch (error) {
      ignoreMissing(error);
    }
  }
}

/** Whether an override was made here: what people make in the console has another description. */
export const isOurs = ({ Description }: HoursOfOperationOverride): boolean =>
  Description === DESCRIPTION;

/** Whether somebody made it an event, open or closed, which also counts before holidays. */
const isEvent = ({ OverrideType = "STANDARD", RecurrenceConfig }: HoursOfOperationOverride) =>
  OverrideType !== "STANDARD" || RecurrenceConfig !== undefined;

/** Whether an override is what a holiday says, to the minute. */
export function isAsWanted(override: HoursOfOperationOverride, holiday: Holiday): boolean {
  if (isEvent(override)) return false;
  const { Name, Description, EffectiveFrom, EffectiveTill, Config } = override;
  const actual = { Name, Description, EffectiveFrom, EffectiveTill, Config };
  return text(actual) === text(asOverride(holiday));
}

const text = ({ Config = [], ...rest }: HoursOfOperationOverride): string =>
  JSON.stringify([
    ...[rest.Name, rest.Description, rest.EffectiveFrom, rest.EffectiveTill],
    ...Config.flatMap(({ Day, StartTime, EndTime }) => [
      ...[Day, StartTime?.Hours, StartTime?.Minutes, EndTime?.Hours, EndTime?.Minutes],
    ]),
  ]);

const asOverride = ({ name, date, config }: Holiday) => ({
  Name: name,
  Description: DESCRIPTION,
  EffectiveFrom: date,
  EffectiveTill: date,
  Config: [...config],
});

function ignoreMissing(error: unknown): void {
  if (!(error instanceof ResourceNotFoundException)) {
    throw error;
  }
}
