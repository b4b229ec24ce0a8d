import type { Effect, Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** A number that may rise and fall as far as it says. */
export interface Capacity {
  readonly attribute: string;
  /** Values that stand for none, beside null. */
  readonly none: readonly number[];
  /** What it is where there is no number: for ever, or AWS's default. */
  readonly otherwise: number;
  /**
   * How much it must be at first.
   * @default - more than none
   */
  readonly first?: number;
  /**
   * What share of it must stay.
   * @default - half
   */
  readonly least?: number;
  /**
   * How many times as much it may be: more costs more than it helps.
   * @default - any
   */
  readonly most?: number;
  readonly effect: Effect;
  /** What the number is of, as the end of a clause: `seconds that the function may take`. */
  readonly what: string;
  readonly because: string;
  readonly source: string;
}

/** Judges a number whose fall too far below what it was stops something, and whose rise may be limited. */
export function enough(capacity: Capacity): Judgement {
  const {
    attribute,
    none,
    otherwise,
    first = 0,
    least = 0.5,
    most = Number.POSITIVE_INFINITY,
  } = capacity;
  const { effect, what, because, source } = capacity;
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
    const isEnough = next > 0 && (old === undefined ? next >= first : next >= old * least);
    if (isEnough && old !== undefined && next > Math.max(old * most, otherwise * most)) {
      return [
        {
          ...{ effect, source, cure: `leave ${attribute} as it is, or give ${most} times as much` },
          happens: `gives ${next} ${what}, not ${old}`,
          because: "what hangs or repeats itself costs that much more before anybody notices",
        },
      ];
    }
    if (isEnough) return [];
    const happens = `leaves ${Number.isNaN(next) ? "an unknown number" : next} ${what}`;
    return [{ effect, happens, because, source, cure: `leave ${attribute} as it is` }];
  };
}
