import { listOf, objectOf } from "../../values.ts";
import type { Judgement } from "../type-rules.ts";

export const BUDGETS =
  "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-best-practices.html";

/** By how much a limit may change at once: one that is reached every day would be ignored. */
const FACTOR = 5;

const AMOUNT = /^\d+(\.\d+)?$/;

/** Judges the cost from which somebody is notified. */
export const limitAmount: Judgement = (change, context) => {
  const value = context.after(change, ["limit_amount"]);
  const next = value.kind === "known" ? amountOf(value.value) : undefined;
  const old = change.before === null ? next : amountOf(change.before.limit_amount);
  const harm = harmOf(old, next);
  return harm === undefined
    ? []
    : [
        {
          ...{ effect: "disrupt", happens: harm, source: BUDGETS },
          because: "what a robot dials abroad, nobody is told of before the bill",
          cure: `move limit_amount by a factor of ${FACTOR} at most`,
        },
      ];
};

function harmOf(old: number | undefined, next: number | undefined): string | undefined {
  if (!next || !old) return "tells somebody at an amount that can't be read";
  if (next > FACTOR * old) return "lets the account cost far more before somebody is told";
  return next * FACTOR < old
    ? `tells somebody at ${next}, not at ${old}, which is reached each day`
    : undefined;
}

/** An amount as a text: without sign, exponent or spaces, so that people and AWS read it alike. */
function amountOf(value: unknown): number | undefined {
  return typeof value === "string" && AMOUNT.test(value) ? Number(value) : undefined;
}

/** Judges whom a budget notifies: topics of this stack, each time. */
export const notifications: Judgement = (change, context) => {
  const told = listOf(change.after?.notification).flatMap((each, index) => {
    const { subscriber_sns_topic_arns: topics, subscriber_email_addresses: people } =
      objectOf(each);
    // The list lacks what isn't known yet, so the configuration's text counts.
    const count = Math.max(1, listOf(topics).length);
    return [
      ...Array.from({ length: count }, (_, topic) =>
        context.named(
          change,
          ["notification", index, "subscriber_sns_topic_arns", topic],
          ["aws_sns_topic", "aws_sns_topic_policy"],
        ),
      ),
      ...listOf(people).map(() => undefined),
    ];
  });
  if (told.length > 0 && !told.includes(undefined)) return [];
  return [
    {
      effect: "grant",
      happens: "tells somebody outside of this stack what the account costs, or nobody",
      because: "what becomes of it there can't be seen",
      source: BUDGETS,
      cure: "tell topics of this stack only (subscriber_sns_topic_arns)",
    },
  ];
};
