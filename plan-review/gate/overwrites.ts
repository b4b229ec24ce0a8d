import type { PlannedChange } from "../plan.ts";
import { desiredIn } from "./judgements/desired-state.ts";
import { rulesOf } from "./classification.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";
import { findRenames } from "./renames.ts";

/** What may stand in an attribute that says which thing is meant. */
const TARGETS = [
  ...["aws_s3_bucket", "aws_sns_topic", "aws_iam_role", "aws_connect_instance"],
  ...["aws_lambda_function", "aws_cloudwatch_event_rule", "aws_cloudwatch_log_group"],
];

/**
 * Finds addresses that mean one thing in AWS. What is created there isn't new: it takes the place of
 * what the other address has set, or is refused by AWS half-way; and what the other one deletes is
 * gone for both.
 */
export function findOverwrites(context: Context): Finding[] {
  const renames = findRenames(context.plan);
  const groups = new Map<string, PlannedChange[]>();
  for (const change of context.resources) {
    if (change.kind === "forget" || renames.has(change.address)) continue;
    const target = targetOf(change, context);
    if (target === undefined) continue;
    const group = groups.get(target);
    if (group) group.push(change);
    else groups.set(target, [change]);
  }
  return [...groups.values()].filter(isTwice).map((group) => ({
    addresses: group.map(({ address }) => address),
    tolerated: 0,
    happens: "set one thing from two addresses, so that each overwrites or deletes the other's",
    because: "what was set there until now is lost, and nobody is shown that it was",
    source: "https://developer.hashicorp.com/terraform/language/resources",
    cure: "keep one address; if the thing has another one now, move it with moveFromId",
  }));
}

/** One that does something, beside another; those that only go don't matter to each other. */
function isTwice(group: readonly PlannedChange[]): boolean {
  const stay = group.filter(({ kind }) => kind !== "delete");
  return group.length > 1 && stay.some(({ kind, importId }) => kind !== "no-op" || importId);
}

/** Which thing in AWS is meant; undefined where it can't be told, or is no other's concern. */
function targetOf(change: PlannedChange, context: Context): string | undefined {
  const { type } = change;
  if (type === "aws_lambda_invocation") {
    const kind = desiredIn(change.after ?? change.before)?.kind;
    return kind === undefined ? undefined : JSON.stringify([type, kind]);
  }
  const { target = [] } = rulesOf(type) ?? {};
  // What is deleted is known by what it was.
  const at = change.kind === "delete" ? { ...change, after: change.before } : change;
  const parts = target.map((attribute) => partOf(at, attribute, context));
  return parts.length === 0 || parts.includes(undefined)
    ? undefined
    : JSON.stringify([type, ...parts]);
}

function partOf(change: PlannedChange, attribute: string, context: Context): string | undefined {
  const named = context.named(change, [attribute], TARGETS);
  if (named) return named.address;
  const value = context.after(change, [attribute]);
  if (value.kind !== "known") return undefined;
  // The event bus may be left out, or named by its ARN.
  if (attribute === "event_bus_name") return busOf(value.value);
  return JSON.stringify(value.value ?? null);
}

function busOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/^arn:.*:event-bus\//, "") : "default";
}
