import type { Op } from "./op";
import { POLICY_OPS } from "./policy-ops";

/** An operator that each value must pass by itself. */
const each =
  (rule: string, holds: (value: unknown, expected: unknown) => boolean, absent = false): Op =>
  (values, expected) => {
    const faults = values.filter((value) => !holds(value, expected)).map(shown);
    const none = values.length === 0 && !absent ? ["nothing"] : [];
    return [...faults, ...none].map((got) => says(rule, expected, got));
  };

/** An operator on how many values there are. */
const length =
  (rule: string, holds: (count: number, expected: number) => boolean, absent = false): Op =>
  (values, expected) => {
    const passes = holds(values.length, Number(expected)) || (absent && values.length === 0);
    return passes ? [] : [says(rule, expected, `${values.length} of them`)];
  };

const equal = (value: unknown, expected: unknown) => value === expected;
const atLeast = (value: unknown, expected: unknown) =>
  typeof value === "number" && value >= Number(expected);
const atMost = (value: unknown, expected: unknown) =>
  typeof value === "number" && value <= Number(expected);
const matching = (value: unknown, expected: unknown) =>
  typeof value === "string" && new RegExp(String(expected)).test(value);

export const OPS = {
  eq: each("be", equal),
  ne: each("not be", (value, expected) => value !== expected, true),
  in: each("be one of", (value, expected) => (expected as unknown[]).includes(value)),
  isBool: each("be true or false", (value) => typeof value === "boolean"),
  exists: each("be set", (value) => value !== ""),
  absent: (values) => values.map((value) => says("not be set", undefined, shown(value))),
  matches: each("match", matching),
  absentOrMatches: each("match", matching, true),
  gte: each("be at least", atLeast),
  absentOrGte: each("be at least", atLeast, true),
  lte: each("be at most", atMost),
  lenGte: length("be at least this many:", (count, least) => count >= least),
  lenLte: length("be one to at most this many:", (count, most) => count >= 1 && count <= most),
  absentOrLenLte: length("be at most this many:", (count, most) => count <= most, true),
  containsAll: (values, expected) =>
    (expected as unknown[])
      .filter((wanted) => !values.includes(wanted))
      .map((wanted) => says("have", wanted, shown(values))),
  ...POLICY_OPS,
} satisfies Readonly<Record<string, Op>>;

export type OpName = keyof typeof OPS;

function says(rule: string, expected: unknown, got: string): string {
  return `must ${rule}${expected === undefined ? "" : ` ${shown(expected)}`}, got ${got}`;
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
