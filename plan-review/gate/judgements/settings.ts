import { isNothing, valueAt } from "../../values.ts";
import type { Context, Path } from "../context.ts";
import type { Effect, Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";

/** A setting that isn't to be changed in every way. */
export interface Setting {
  /** Where it stands. */
  readonly path: Path;
  /**
   * What AWS takes where nobody says anything: by that it is judged when the thing is made.
   * @default - it is judged when it changes only
   */
  readonly byDefault?: unknown;
  /** Whether the change of its value is harmful; one that isn't known yet always is. */
  readonly harmful: (before: unknown, after: unknown) => boolean;
  readonly effect: Effect;
  /** What a harmful change does, as a clause. */
  readonly happens: string;
  readonly because: string;
  readonly source: string;
}

/** Judges a setting by its values before and after. */
export function setting(rule: Setting): Judgement {
  return (change, context) => {
    const { path, byDefault, harmful, effect, happens, because, source } = rule;
    const isMade = change.before === null;
    if (isMade && byDefault === undefined) return [];
    const before = isMade ? byDefault : valueAt(change.before, path);
    const value = context.after(change, path);
    if (value.kind === "computed") return [];
    const harms = value.kind !== "known" || harmful(before, value.value);
    return harms ? [{ effect, happens, because, source, cure: leave(path, before) }] : [];
  };
}

/** Judges every change of a thing that is there as harmful; what is made with it is none. */
export function anyChange(rule: Omit<Setting, "harmful" | "byDefault">): Judgement {
  return setting({ ...rule, harmful: () => true });
}

/** What to do instead of changing a setting: its value is told where it is one word. */
export function leave(path: Path, before: unknown): string {
  const text = before === undefined || typeof before === "object" ? "" : JSON.stringify(before);
  return `leave ${path.join(".")} as it is${text === "" || text.length > 80 ? "" : `: ${text}`}`;
}

/**
 * Judges whether a value names a resource of this plan: what it does to another can't be seen.
 *
 * @param path - Where it stands.
 * @param types - Of which the resource must be.
 * @param what - What a foreign one would get or do, as a clause.
 */
export function belongsTo(
  path: Path,
  types: readonly string[],
  what: Pick<Harm, "effect" | "happens" | "because" | "source">,
): Judgement {
  return (change, context: Context) => {
    if (context.named(change, path, types) !== undefined) return [];
    return [{ ...what, cure: `name ${types.join(" or ")} of this stack in ${path.join(".")}` }];
  };
}

/** Judges a value only where there is one. */
export function whereSet(path: Path, judgement: Judgement): Judgement {
  return (change, context) => {
    const value = context.after(change, path);
    const isSet = value.kind === "open" || (value.kind === "known" && !isNothing(value.value));
    return isSet ? judgement(change, context) : [];
  };
}

/** Judges what was there before only: not what is made. */
export function whereThere(judgement: Judgement): Judgement {
  return (change, context) => (change.before === null ? [] : judgement(change, context));
}

/** The first of some judgements that finds a harm: the others would say the same again. */
export function firstOf(...judgements: readonly Judgement[]): Judgement {
  return (change, context) => {
    for (const judge of judgements) {
      const harms = judge(change, context);
      if (harms.length > 0) return harms;
    }
    return [];
  };
}

/** Whether something is turned off that was on, or may have been. */
export const turnedOff = (before: unknown, after: unknown): boolean =>
  before !== false && after !== true;

/** Whether something is turned on that was off, or may have been. */
export const turnedOn = (before: unknown, after: unknown): boolean =>
  before !== true && after !== false && after !== null && after !== undefined;
