import type { Snapshot } from "../views";

let clock: Snapshot["clock"] = { now: Date.now(), timeZone: "UTC", speed: 1 };
let receivedAt = 0;

/** Takes the clock of a snapshot over. */
export function setClock(next: Snapshot["clock"]): void {
  clock = next;
  receivedAt = performance.now();
}

/** What the exchange's calendar says at this moment, milliseconds since 1970. */
export const now = (): number => clock.now + (performance.now() - receivedAt) * clock.speed;

/** How fast the exchange's time goes. */
export const speed = (): number => clock.speed;

/** The zone of the center's schedule. */
export const timeZone = (): string => clock.timeZone;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A moment as a clock in the center's zone shows it. */
export function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([clock.timeZone, options]);
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-GB", { timeZone: clock.timeZone, ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

/** `1:05` since that moment. */
export const since = (at: number): string => span((now() - at) / 1000);

/** So many seconds: `1:05`. */
export function span(length: number): string {
  const seconds = Math.max(0, Math.floor(length));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** The date (`2026-11-24`) that the center's calendar shows, so many days later. */
export function localDate(days = 0): string {
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: clock.timeZone }).format(now());
  return new Date(Date.parse(`${date}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The weekday that the center's calendar shows: 0 is Sunday. */
export const localDay = (): number => new Date(`${localDate()}T12:00Z`).getUTCDay();
