import { valueAt } from "../../values.ts";
import type { Context, Path } from "../context.ts";
import type { Judgement } from "../type-rules.ts";

/** Where texts stand that are sent to people by e-mail, by type. */
const TEXTS: Readonly<Record<string, Path>> = {
  aws_cloudwatch_event_target: ["input_transformer", 0, "input_template"],
  aws_cloudwatch_metric_alarm: ["alarm_description"],
};

/** What mail programs make a link of: a host after slashes or www, or one that a path follows. */
const HOST = /(?:\/\/|\bwww\.)([^\s/"'<>]+)|\b((?:[\w-]+\.)+[a-z]{2,})(?=\/)/gi;

/** A text that is sent by e-mail leads only to where some of them led already. */
export const mailLinks: Judgement = (change, context) => {
  const path = TEXTS[change.type] ?? [];
  const known = Object.entries(TEXTS).flatMap(([type, at]) => hostsOf(type, at, context));
  const strange = hostsIn(context.text(change, path)).filter((host) => !known.includes(host));
  if (strange.length === 0 || context.isNew(change)) return [];
  return [
    {
      effect: "grant",
      happens: `sends e-mails that lead to ${[...new Set(strange)].join(", ")}`,
      because: "who signs in there gives the password to whoever has that place",
      source:
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
      cure: "name the page of the repository instead, such as docs/reporting.md",
    },
  ];
};

function hostsOf(type: string, path: Path, { resources }: Context): string[] {
  return resources
    .filter((each) => each.type === type)
    .flatMap(({ before }) => hostsIn(valueAt(before, path)));
}

function hostsIn(text: unknown): string[] {
  const found = typeof text === "string" ? text.matchAll(HOST) : [];
  return [...found].map(([, named, followed]) => (named ?? followed ?? "").toLowerCase());
}
