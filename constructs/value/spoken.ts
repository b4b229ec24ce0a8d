import type { Day } from "../../contact-flow/hours";
import type { HoursOfOperationValue } from "./contact-center-value";
import { WEEK } from "./week";

/** Joins `a, b or c`: no comma before the last, as it is spoken. */
function listed(parts: readonly string[], conjunction: string): string {
  return parts.length < 2
    ? parts.join("")
    : `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1)}`;
}

/**
 * The menu as a prompt says it: `1 for customer service or 2 for business consulting`.
 * @param menu in the order in which it is spoken.
 */
export function spokenMenu(menu: readonly { readonly key: string; readonly queue: string }[]) {
  return listed(
    menu.map(({ key, queue }) => `${key} for ${queue.toLowerCase()}`),
    "or",
  );
}

/**
 * A schedule as a prompt says it, so that the spoken hours can't differ from the real ones (spec
 * section 4): `Monday to Friday 9 am to 6 pm, and Saturday 9 am to 3 pm`.
 */
export function spokenHours({ open }: HoursOfOperationValue): string {
  const spoken = open.map(
    ({ days, from, to }) => `${spokenDays(days)} ${spokenTime(from)} to ${spokenTime(to)}`,
  );
  return spoken.length < 2
    ? spoken.join("")
    : `${spoken.slice(0, -1).join(", ")}, and ${spoken.at(-1)}`;
}

/** Three days in a row or more are spoken as a range. */
function spokenDays(days: readonly Day[]): string {
  const numbers = days.map((day) => WEEK.indexOf(day)).sort((a, b) => a - b);
  const names = numbers.map((number) => capitalized(WEEK[number] ?? ""));
  const inARow = numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
  return inARow && names.length > 2 ? `${names[0]} to ${names.at(-1)}` : listed(names, "and");
}

function spokenTime(time: string): string {
  if (time === "24:00") {
    return "midnight";
  }
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const clock = minutes === 0 ? `${hours % 12 || 12}` : `${hours % 12 || 12}:${time.slice(3)}`;
  return `${clock} ${hours < 12 ? "am" : "pm"}`;
}

function capitalized(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}
