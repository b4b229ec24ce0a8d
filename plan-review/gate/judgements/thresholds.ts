import { type JsonObject, listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** By how much an alarm may be made less sensitive at once. */
export const FACTOR = 5;

/** What an alarm no longer tells. */
export const silenced = (happens: string, cure: string): Harm => ({
  effect: "disrupt",
  happens,
  because: "what it watches goes wrong, and nobody is told",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
  cure,
});

/** A threshold may move; one that is out of reach turns the alarm off. */
export const threshold: Judgement = ({ before, after }, context) => {
  if (before === null) return [];
  const [old, next] = [before.threshold, after?.threshold];
  const isNumber = typeof old === "number" && typeof next === "number";
  const upwards = !String(before.comparison_operator).startsWith("LessThan");
  const most = isNumber ? Math.min(roomOf(old), highestFigure(after, context)) : 0;
  if (upwards && isNumber && old > 0 && next <= 0) {
    return [
      silenced(
        `moves the alarm's threshold from ${old} to ${next}, so that it goes off all the time`,
        "move it to more than 0",
      ),
    ];
  }
  const isNear = isNumber && (upwards ? next <= Math.max(most, old) : next >= old / FACTOR);
  return isNear
    ? []
    : [
        silenced(
          `moves the alarm's threshold from ${inWords(old)} to ${inWords(next)}`,
          upwards && isNumber
            ? `move it to ${most} at most`
            : `move it by a factor of ${FACTOR} at most`,
        ),
      ];
};

/**
 * Small ones are counts: from 1 error to 5 is no more than a taste. A part of a whole is 1 at most, and an
 * alarm at all of it is none.
 */
function roomOf(old: number): number {
  return old > 0 && old < 1
    ? Math.min(FACTOR * old, (1 + old) / 2)
    : FACTOR * Math.max(Math.abs(old), 1);
}

/** What the figure that an alarm looks at can't get above: yes or no, or a function's time limit. */
function highestFigure(values: JsonObject | null | undefined, { resources }: Context): number {
  const returned = listOf(values?.metric_query)
    .map(objectOf)
    .find((query) => query.return_data === true);
  if (YES_OR_NO.test(String(returned?.expression))) return 1;
  if (values?.metric_name !== "Duration") return Number.POSITIVE_INFINITY;
  const { FunctionName: name } = objectOf(values.dimensions);
  const lambda = resources.find(
    ({ type, after }) => type === "aws_lambda_function" && after?.function_name === name,
  );
  const seconds = lambda?.after?.timeout;
  return typeof seconds === "number" ? seconds * 1000 * NEARLY : Number.POSITIVE_INFINITY;
}

const YES_OR_NO = /^IF\(.+, ?[01], ?[01]\)$/;

/** Of a time limit: who takes more is stopped before anybody notices. */
const NEARLY = 0.9;

function inWords(value: unknown): string {
  return typeof value === "number" ? String(value) : "what isn't known";
}
