import { type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import { isKept, isPast, movedTo, type OpenDay, openDay } from "./holiday-days.ts";
import { minutesOf } from "./hours.ts";

/** How many days more may be closed at once: a year has fewer holidays. */
const CLOSED_DAYS = 20;

/** How many days more may be shorter. */
const SHORT_DAYS = 60;

/**
 * Holidays that would be lost, or far too many that would come: an emptied list opens the center on
 * days on which nobody works, a full one closes it, and one whose hours aren't a part of the schedule's opens it
 * when nobody expects it.
 *
 * @param before - What is wanted until now, as constructs/associations/desired-associations.ts writes it.
 * @param after - What would be wanted; undefined where only the apply tells.
 */
export function lostHolidays(
  before: JsonObject,
  after: JsonObject | undefined,
  context: Context,
): readonly Harm[] {
  if (after === undefined) {
    const happens = "changes the holidays in a way that isn't known before the apply";
    return [harm(happens, CLOSES)];
  }
  const [old, next] = [schedulesIn(before, context), schedulesIn(after, context)];
  const names = new Set([...old.keys(), ...next.keys()]);
  return [...names].flatMap((id) => {
    const [was, is] = [old.get(id), next.get(id)];
    const name = is?.name ?? was?.name ?? id;
    const [days, nextDays] = [was?.days ?? [], is?.days ?? []];
    const toCome = days.filter((day) => !isPast(day, context.plan.madeAt));
    return judged({ old: days, toCome, next: nextDays, message: is?.message ?? false }).map(
      ([happens, because]) => harm(happens.replace("…", name), because),
    );
  });
}

const CLOSES = "callers hear that the center is closed";
const OPENS = "the center is open on days on which nobody works, and callers wait for ever";

/** What becomes of one schedule, `…` for its name, and why that is harmful. */
function judged({
  old,
  toCome,
  next,
  message,
}: {
  readonly old: readonly OpenDay[];
  /** Those of the old ones that aren't past. */
  readonly toCome: readonly OpenDay[];
  readonly next: readonly OpenDay[];
  readonly message: boolean;
}): readonly (readonly [happens: string, because: string])[] {
  const added = next.filter((day) => !old.some(({ text }) => text === day.text));
  const count = (days: readonly OpenDay[], kind: OpenDay["kind"]) =>
    days.filter((day) => day.kind === kind).length;
  const more = (kind: OpenDay["kind"]) => count(next, kind) - count(old, kind);
  const lost = toCome.filter((day) => !isKept(day, next));
  const moved = lost.flatMap((day) => movedTo(day, added));
  const isMost = lost.length * 2 > toCome.length && moved.length < lost.length;
  const strange = added.filter(({ kind }) => kind === "other").map(({ date }) => date);
  const all: readonly (readonly [is: boolean, happens: string, because: string])[] = [
    [isMost, "takes most of the holidays away from …", OPENS],
    [moved.length > 0, `moves ${moved.join(", ")} of …`, OPENS],
    [more("closed") > CLOSED_DAYS, `closes … on more than ${CLOSED_DAYS} more days`, CLOSES],
    [
      more("short") > SHORT_DAYS,
      `opens … for a part of the day on more than ${SHORT_DAYS} more days`,
      CLOSES,
    ],
    [
      strange.length > 0,
      `opens … at other hours than those of the week on ${strange.join(", ")}`,
      "callers wait at hours at which nobody works",
    ],
    [
      message && added.length > 0,
      "closes …, which is the message's",
      "callers hear the message, which may be an old one or none",
    ],
  ];
  return all.filter(([is]) => is).map(([, ...words]) => words);
}

function harm(happens: string, because: string): Harm {
  return {
    effect: "disrupt",
    happens,
    because,
    source:
      "https://docs.aws.amazon.com/connect/latest/adminguide/hours-of-operation-overrides.html",
    cure: "look at the schedule's holidays in kwglobal.ts",
  };
}

interface Schedule {
  readonly name: string;
  readonly days: readonly OpenDay[];
  /** Whether it is closed only while callers hear the message. */
  readonly message: boolean;
}

/** Schedules by their ids: names may change, and lie. */
function schedulesIn(desired: JsonObject, { resources }: Context): Map<string, Schedule> {
  return new Map(
    listOf(desired.schedules)
      .map(objectOf)
      .map(({ name, hoursOfOperationId: id = name, holidays }) => {
        const found = resources.find(
          ({ type, before, after }) =>
            type === "aws_connect_hours_of_operation" &&
            [before, after].some((each) => [each?.hours_of_operation_id, each?.name].includes(id)),
        );
        const values = found?.after ?? found?.before;
        const week = minutesOf(values?.config);
        const days = listOf(holidays).map((each) => openDay(objectOf(each), week));
        const message = resources.some(
          ({ type, after, before }) =>
            type === "aws_connect_contact_flow_module" &&
            values?.name !== undefined &&
            (before ?? after)?.name === values.name,
        );
        return [String(id), { name: String(name), days, message }] as const;
      }),
  );
}
