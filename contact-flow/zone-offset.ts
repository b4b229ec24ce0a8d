const MINUTE = 60_000;
/** No zone changes its clock but on a quarter of an hour. */
const QUARTER = 15 * MINUTE;

interface Zone {
  readonly formatter: Intl.DateTimeFormat;
  /** How far the clock is ahead of UTC (milliseconds), by quarter of an hour: Intl is slow to ask. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
const MAX_OFFSETS = 10_000;

/**
 * How far a zone's clock is ahead of UTC at a moment, both in milliseconds.
 *
 * @param timeZone - An IANA name.
 */
export function offsetOf(timeZone: string, at: number): number {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const formatter = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
    });
    zone = { formatter, offsets: new Map() };
    zones.set(timeZone, zone);
  }
  const quarter = Math.floor(at / QUARTER) * QUARTER;
  let offset = zone.offsets.get(quarter);
  if (offset === undefined) {
    if (zone.offsets.size >= MAX_OFFSETS) {
      zone.offsets.clear();
    }
    offset = Date.parse(`${zone.formatter.format(quarter).replace(" ", "T")}Z`) - quarter;
    zone.offsets.set(quarter, offset);
  }
  return offset;
}
