import { localTimeOf } from "../../contact-flow/hours";
import type { MessageState } from "./live-message";
import { secondsOf } from "./text";

/** A message, for a person: what callers hear at that moment. */
export function messageText(state: MessageState, at: number, timeZone: string): string {
  const { on, text, until } = state;
  if (!on) return "No message: callers hear the menu at once.";
  const said =
    text === undefined
      ? "  something that npm run message didn't write: look at the flow module in the console"
      : `  "${text}"\n  (about ${secondsOf(text)} s)`;
  return `Callers hear, before the menu, until ${untilText(until, at, timeZone)}:\n${said}`;
}

/** `Friday 27 November, 14:00 (America/Los_Angeles), in 2 h 5 min` */
export function untilText(until: number | undefined, at: number, timeZone: string): string {
  if (until === undefined) return "somebody ends it: its schedule was changed by hand";
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(until);
  const time = localTimeOf(until, timeZone).slice(11, 16);
  return `${day}, ${time} (${timeZone}), ${inText(until - at)}`;
}

function inText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const days = Math.floor(minutes / (24 * 60));
  const hours = Math.floor(minutes / 60) % 24;
  const parts = [
    days > 0 ? `${days} d` : "",
    hours > 0 ? `${hours} h` : "",
    minutes % 60 > 0 ? `${minutes % 60} min` : "",
  ].filter((part) => part !== "");
  return `in ${parts.join(" ")}`;
}
