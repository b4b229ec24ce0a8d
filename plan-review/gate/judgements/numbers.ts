import type { Effect, Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** A number that may rise, and fall to no less than half. */
export interface Capacity {
  readonly attribute: string;
  /** Values that stand for none, beside null. */
  readonly none: readonly number[];
  /** What it is where there is no number: for ever, or AWS's default. */
  readonly otherwise: number;
  readonly effect: Effect;
  /** What the number is of, as the end of a clause: `seconds that the function may take`. */
  readonly what: string;
  readonly because: string;
  readonly source: string;
}

/** Judges a number whose fall below half of what it was stops something. */
export function atLeastHalf(capacity: Capacity): Judgement {
  const { attribute, none, otherwise, effect, what, because, source } = capacity;
  const number = (value: unknown): number => {
    if (value === null || value === undefined) return otherwise;
    if (typeof value !== "number") return Number.NaN;
    return none.includes(value) ? otherwise : value;
  };
  return (change, context): readonly Harm[] => {
    const value = context.after(change, [attribute]);
    if (value.kind === "computed") return [];
    const old = change.before === null ? undefined : number(change.before[attribute]);
    const next = value.kind === "known" ? number(value.value) : Number.NaN;
    const isEnough = next > 0 && (old === undefined || next >= old / 2);
    if (isEnough) return [];
    const happens = `leaves ${Number.isNaN(next) ? "an unknown number" : next} ${what}`;
    return [{ effect, happens, because, source, cure: `leave ${attribute} as it is` }];
  };
}
