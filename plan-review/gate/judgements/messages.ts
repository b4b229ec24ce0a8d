import { isDeepStrictEqual } from "node:util";
import { isNothing, valueAt } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";
import { choosesLogs, unknownCommands } from "./log-queries.ts";

/** What a message fills in. */
const PLACE = /<[\w-]+>/g;

/** What is told of an event: its words may change, and what it tells of the event is told from then on, too. */
export const message: Judgement = (change, context) => {
  if (change.before === null) return [];
  const path = ["input_transformer", 0];
  const [template, paths] = ["input_template", "input_paths"];
  const [old, value] = [valueAt(change.before, path), context.after(change, path)];
  if (isNothing(old)) return [];
  const next = value.kind === "known" ? value.value : undefined;
  const places = (of: unknown): readonly string[] =>
    String(valueAt(of, [template])).match(PLACE) ?? [];
  const told = places(next);
  const isTold =
    isDeepStrictEqual(valueAt(old, [paths]), valueAt(next, [paths])) &&
    places(old).every((place) => told.includes(place));
  if (isTold) return [];
  return [
    {
      effect: "disrupt",
      happens: "no longer tells what happened, who did it, or when",
      because: "who reads the message can't tell an attack from a change that was meant",
      source:
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html",
      cure: "leave input_paths as they are, and each of them in input_template",
    },
  ];
};

/** A saved query finds something. */
export const savedQuery: Judgement = (change, context) => {
  const text = context.text(change, ["query_string"]);
  // It names the log groups itself, whatever log_group_names says.
  if (choosesLogs(String(text))) {
    return [
      {
        effect: "grant",
        happens: "saves a query that chooses its own log groups",
        because: "whoever runs it reads logs that aren't this stack's",
        source:
          "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html",
        cure: "name the stack's log groups in log_group_names",
      },
    ];
  }
  const unknown = typeof text === "string" ? unknownCommands(text) : [];
  if (unknown.length > 0) {
    return [
      {
        effect: "grant",
        happens: `saves a query with commands that nobody has judged: ${unknown.join(", ")}`,
        because: "whoever runs it may see what is masked, such as callers' numbers",
        source:
          "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Unmask.html",
        cure: "use commands of plan-review/gate/judgements/log-queries.ts only",
      },
    ];
  }
  const finds = typeof text === "string" && text.trim() !== "" && !/\|\s*limit\s+0\b/i.test(text);
  if (finds) return [];
  return [
    {
      effect: "disrupt",
      happens: "saves a query that finds nothing",
      because: "who looks for what went wrong takes that for nothing wrong",
      source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Limit.html",
      cure: "leave query_string as it is, or delete the query",
    },
  ];
};
