import type { MetricAlarm } from "@aws-sdk/client-cloudwatch";
import { visible } from "../../contact-flow/visible";

const STATES: Readonly<Record<string, string>> = {
  ALARM: "ON",
  INSUFFICIENT_DATA: "no data",
  OK: "quiet",
};

/**
 * Alarms as lines: those that are on first, then those without data, each with its reason.
 *
 * @param prefix - Begins their names, and is left out.
 * @param all - Whether the quiet ones are shown, too.
 */
export function alarmsText(
  alarms: readonly MetricAlarm[],
  prefix: string,
  { all, now }: { readonly all: boolean; readonly now: Date },
): string {
  const order = Object.keys(STATES);
  const place = ({ StateValue }: MetricAlarm) => order.indexOf(StateValue ?? "");
  const shown = alarms
    .filter(({ StateValue }) => all || StateValue !== "OK")
    .sort((a, b) => place(a) - place(b) || (a.AlarmName ?? "").localeCompare(b.AlarmName ?? ""))
    .flatMap((alarm) => {
      const name = visible((alarm.AlarmName ?? "").replace(prefix, ""));
      const state = STATES[alarm.StateValue ?? ""] ?? alarm.StateValue;
      const head = `${state}  ${name}${since(alarm.StateUpdatedTimestamp, now)}`;
      if (alarm.StateValue !== "ALARM") return [head];
      return [
        head,
        `    ${visible(alarm.AlarmDescription ?? "")}`,
        `    ${visible(alarm.StateReason ?? "")}`,
      ];
    });
  const on = alarms.filter(({ StateValue }) => StateValue === "ALARM").length;
  return [...shown, `${alarms.length} alarms, ${on} on`].join("\n");
}

function since(date: Date | undefined, now: Date): string {
  if (date === undefined) return "";
  const minutes = Math.max(0, Math.floor((now.getTime() - date.getTime()) / 60_000));
  const days = Math.floor(minutes / 1440);
  if (days > 0) return `, for ${days} d`;
  return minutes >= 60 ? `, for ${Math.floor(minutes / 60)} h` : `, for ${minutes} min`;
}
