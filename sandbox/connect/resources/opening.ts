import type { Day } from "../../../contact-flow/hours";
import { invalidParameter } from "../store/lookup";

interface Time {
  readonly Hours: number;
  readonly Minutes: number;
}

/** A day's stretch of opening, of a schedule or of an override. */
interface Opening {
  readonly Day?: Day | undefined;
  readonly StartTime?: Time | undefined;
  readonly EndTime?: Time | undefined;
}

const MIDNIGHT = 24 * 60;

const minutes = ({ Hours, Minutes }: Time = { Hours: 0, Minutes: 0 }): number =>
  Hours * 60 + Minutes;

const text = ({ Hours, Minutes }: Time = { Hours: 0, Minutes: 0 }): string =>
  `${Hours}:${String(Minutes).padStart(2, "0")}`;

/**
 * Refuses hours that end before they start, and hours of a day that overlap. An end of 0:00 is midnight,
 * so that 0:00 to 0:00 is the whole day.
 *
 * @throws {ConnectError} InvalidParameterException
 */
export function requireOpenings(config: readonly Opening[] = []): void {
  const seen: { day: Day | undefined; start: number; end: number; words: string }[] = [];
  for (const { Day: day, StartTime, EndTime } of config) {
    const start = minutes(StartTime);
    const end = minutes(EndTime) || MIDNIGHT;
    const words = `${day ?? ""} ${text(StartTime)} to ${text(EndTime)}`.trim();
    if (end < start)
      throw invalidParameter(
        `Config must not end before it starts, got ${words}: open until 0:00, and from 0:00 on the next day`,
      );
    const other = seen.find((one) => one.day === day && one.start < end && start < one.end);
    if (other !== undefined)
      throw invalidParameter(`Config must not overlap, got ${other.words} and ${words}`);
    seen.push({ day, start, end, words });
  }
}
