import type { PlannedChange } from "../plan.ts";
import { hasTrue, isNothing, valueAt } from "../values.ts";
import { changedPaths } from "./changed-paths.ts";
import { rulesOf } from "./classification.ts";
import type { Context } from "./context.ts";
import type { Finding, Harm } from "./finding.ts";
import type { Judgement, Reasons, TypeRules } from "./type-rules.ts";

const TABLE = "what may change: plan-review/gate/types/";

/** Finds what is created or changed in a way that must not happen unnoticed. */
export function findChanges(context: Context): Finding[] {
  return context.resources.flatMap((change) => {
    const rules = rulesOf(change.type);
    if (rules === undefined) return [];
    return harmsOf(change, rules, context).map((harm) => ({
      ...harm,
      addresses: [change.address],
      tolerated: 0,
    }));
  });
}

function harmsOf(change: PlannedChange, rules: TypeRules, context: Context): readonly Harm[] {
  if (change.kind === "update") return updated(change, rules, context);
  if (change.kind !== "create" && change.kind !== "replace") return [];
  // A replacement is judged both as a new thing and as a change of the old one.
  const making = made({ ...change, before: null }, rules, context);
  const changing = change.kind === "replace" ? replaced(change, rules, context) : [];
  const isNew = ({ happens }: Harm) => !making.some((harm) => harm.happens === happens);
  return [...making, ...changing.filter(isNew)];
}

/** What the rules object to in the attributes that change. */
function judgedChanges(change: PlannedChange, rules: TypeRules, context: Context): Harm[] {
  const judgements = new Set(
    changedPaths(change).flatMap((path) => classOf(path, rules).judgement ?? []),
  );
  return [...judgements].flatMap((each) => judgedBy(each, change, context));
}

function made(change: PlannedChange, rules: TypeRules, context: Context): readonly Harm[] {
  const { made: making, judged, unused } = rules;
  // A replacement that gives somebody a right counts as new, too.
  const isNew =
    typeof making !== "string" &&
    !context.firstApply &&
    (change.kind === "create" || making.effect === "grant");
  const cure = "leave it out; or name it, once somebody has looked at it";
  return [
    ...(isNew ? [{ ...making, effect: making.effect ?? ("create" as const), cure }] : []),
    ...Object.values(judged).flatMap((each) => judgedBy(each, change, context)),
    ...unused
      .filter((attribute) => isSet(change, attribute, context))
      .map((attribute) => named("create", `sets ${attribute}`, UNUSED, attribute)),
  ];
}

function updated(change: PlannedChange, rules: TypeRules, context: Context): readonly Harm[] {
  const harms = fixedChanges(change, rules, context);
  return [...harms, ...judgedChanges(change, rules, context)];
}

/**
 * What differs in a replacement. If the removal of the old thing is a loss, that finding already names it.
 */
function replaced(change: PlannedChange, rules: TypeRules, context: Context): readonly Harm[] {
  const { gone, unused, target, computed } = rules;
  const used = { ...rules, computed: [...computed, ...unused, ...target] };
  const harms = typeof gone === "object" ? [] : fixedChanges(change, used, context);
  return [...harms, ...judgedChanges(change, rules, context)];
}

/** Attributes that change although they may not change freely. */
function fixedChanges(change: PlannedChange, rules: TypeRules, context: Context): readonly Harm[] {
  return changedPaths(change).flatMap((path): Harm[] => {
    const found = classOf(path, rules);
    if (found.isFree || isComputed(change, path, context) || staysUnset(change, path)) return [];
    return [named("change", `changes ${path}`, found.reason, path)];
  });
}

/** Whether the provider decides the value: it isn't known yet, and the configuration doesn't set it. */
function isComputed(change: PlannedChange, path: string, context: Context): boolean {
  return context.after(change, path.split(".")).kind === "computed";
}

/**
 * Whether an attribute is off both before and after. An attribute that only the provider keeps, such as
 * `skip_destroy`, is missing in an imported thing, and false from then on.
 */
function staysUnset({ before, after, afterUnknown }: PlannedChange, path: string): boolean {
  const isUnset = (value: unknown) => isNothing(value) || value === false;
  const steps = path.split(".");
  return (
    !hasTrue(valueAt(afterUnknown, steps)) &&
    isUnset(valueAt(before, steps)) &&
    isUnset(valueAt(after, steps)) &&
    steps.length === 1
  );
}

function isSet(change: PlannedChange, attribute: string, context: Context): boolean {
  const value = context.after(change, [attribute]);
  if (value.kind !== "known") return value.kind === "open";
  return value.value !== false && !isNothing(value.value) && context.sets(change, attribute);
}

function judgedBy(
  judgement: Judgement | readonly Judgement[],
  change: PlannedChange,
  context: Context,
): readonly Harm[] {
  const all = typeof judgement === "function" ? [judgement] : judgement;
  return all.flatMap((judge) => judge(change, context));
}

const UNUSED = "no construct here sets it";
const UNCLASSIFIED = "nobody has said whether it may change";

/** The list of the table that an attribute is in; `a.b` is looked up before `a`. */
interface Class {
  readonly isFree: boolean;
  readonly judgement?: Judgement | readonly Judgement[];
  readonly reason: string;
}

/** @param path - `phone_config.auto_accept` */
export function classOf(path: string, rules: TypeRules): Class {
  const { free, judged, named: fixed, unused, computed } = rules;
  const isIn = (reasons: Reasons) =>
    Object.entries(reasons).find(([, attributes]) => attributes.includes(path))?.[0];
  const reason = isIn(free) ?? (computed.includes(path) ? "it follows from the rest" : undefined);
  if (reason !== undefined) return { isFree: true, reason };
  const judgement = Object.hasOwn(judged, path) ? judged[path] : undefined;
  if (judgement !== undefined) return { isFree: true, judgement, reason: "it is judged by a rule" };
  const why = isIn(fixed) ?? (unused.includes(path) ? UNUSED : undefined);
  if (why !== undefined) return { isFree: false, reason: why };
  const end = path.lastIndexOf(".");
  return end === -1 ? { isFree: false, reason: UNCLASSIFIED } : classOf(path.slice(0, end), rules);
}

function named(effect: "create" | "change", happens: string, because: string, path: string): Harm {
  return { effect, happens, because, source: TABLE, cure: `leave ${path} as it is` };
}
