import type { ContactCenter } from "../runtime";

/** The center with these schedules, by id, closed at any time. */
export const withClosed = (center: ContactCenter, closed: readonly string[]): ContactCenter =>
  closed.length === 0
    ? center
    : {
        ...center,
        hours: new Map(
          [...center.hours].map(([id, hours]) => {
            const { TimeZone } = hours;
            return [id, closed.includes(id) ? { TimeZone, Config: [] } : hours];
          }),
        ),
      };
