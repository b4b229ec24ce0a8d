import type { JsonObject } from "../../../values.ts";
import { duplicateKey } from "../../../policy/duplicate-keys.ts";
import { isObject, listOf, objectOf } from "../../../values.ts";

/** A way out of a block. */
export interface Exit {
  /** The condition on which it is taken: `` for NextAction, `Equals 1`, the name of an error. */
  readonly by: string;
  readonly to: string;
  readonly kind: "next" | "condition" | "error";
}

/** A block of a flow, which the flow language calls an action. */
export interface Block {
  readonly id: string;
  readonly type: string;
  readonly parameters: JsonObject;
  readonly exits: readonly Exit[];
}

/** A flow as a graph of its blocks. */
export interface Flow {
  readonly start: string;
  readonly blocks: ReadonlyMap<string, Block>;
}

/** Which exits of a block are followed. */
export type Ways = (block: Block, exit: Exit) => boolean;

export const NO_FLOW: Flow = { start: "", blocks: new Map() };

/**
 * Reads a flow in the flow language.
 *
 * @returns undefined if it isn't written as the language demands, so that Connect may read it differently.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
 */
export function flowIn(content: unknown): Flow | undefined {
  if (typeof content !== "string") return undefined;
  let flow: unknown;
  try {
    flow = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (!hasOnly(flow, ["Version", "StartAction", "Metadata", "Settings", "Actions"])) {
    return undefined;
  }
  const { StartAction: start, Actions: actions } = flow;
  const isFlow =
    Array.isArray(actions) && typeof start === "string" && duplicateKey(content) === undefined;
  if (!isFlow) return undefined;
  const blocks = actions.map(blockIn);
  const known = blocks.filter((block) => block !== undefined);
  const byId = new Map(known.map((block) => [block.id, block]));
  return byId.size === blocks.length ? { start, blocks: byId } : undefined;
}

function blockIn(action: unknown): Block | undefined {
  if (!hasOnly(action, ["Identifier", "Type", "Parameters", "Transitions"])) return undefined;
  const {
    Identifier: id,
    Type: type,
    Parameters: parameters = {},
    Transitions: ways = {},
  } = action;
  const isBlock =
    typeof id === "string" &&
    typeof type === "string" &&
    isObject(parameters) &&
    hasOnly(ways, ["NextAction", "Conditions", "Errors"]);
  if (!isBlock) return undefined;
  const { NextAction: next, Conditions: conditions = [], Errors: errors = [] } = ways;
  if (!Array.isArray(conditions) || !Array.isArray(errors)) return undefined;
  const exits = [
    ...(next === undefined ? [] : [exitIn(ways, "next", "")]),
    ...conditions.map((each: unknown) =>
      exitIn(each, "condition", conditionIn(objectOf(each).Condition)),
    ),
    ...errors.map((each: unknown) => exitIn(each, "error", String(objectOf(each).ErrorType))),
  ];
  const known = exits.filter((exit) => exit !== undefined);
  return known.length === exits.length ? { id, type, parameters, exits: known } : undefined;
}

function exitIn(value: unknown, kind: Exit["kind"], by: string): Exit | undefined {
  return isObject(value) && typeof value.NextAction === "string"
    ? { by, to: value.NextAction, kind }
    : undefined;
}

function conditionIn(condition: unknown): string {
  const { Operator: operator, Operands: operands } = objectOf(condition);
  return [operator, ...listOf(operands)].map(String).join(" ");
}

function hasOnly(value: unknown, keys: readonly string[]): value is JsonObject {
  return isObject(value) && Object.keys(value).every((key) => keys.includes(key));
}

/**
 * The blocks that a caller can reach, the first ones included.
 *
 * @param from - Identifiers of the first blocks.
 * @param isClosed - Blocks that nobody gets into.
 */
export function reached(
  { blocks }: Flow,
  from: readonly string[],
  ways: Ways,
  isClosed: (block: Block) => boolean = () => false,
): ReadonlySet<Block> {
  const found = new Set<Block>();
  const open = [...from];
  for (const id of open) {
    const block = blocks.get(id);
    if (block === undefined || found.has(block) || isClosed(block)) continue;
    found.add(block);
    open.push(...block.exits.filter((exit) => ways(block, exit)).map(({ to }) => to));
  }
  return found;
}

/** All exits. */
export const ANY_WAY: Ways = () => true;

/** What callers do themselves, although the language calls it an error. */
const NO_FAULTS = ["NoMatchingCondition", "InputTimeLimitExceeded"];

/** Blocks after which the caller is with another flow, a queue or a person: the exits are for faults only. */
const HANDED_OVER = ["TransferContactToQueue", "TransferContactToAgent", "TransferToFlow"];

/** The exits that callers take if nothing fails. */
export const NO_FAULT: Ways = ({ type }, { kind, by }) =>
  !HANDED_OVER.includes(type) &&
  // The result of the hours comes as a condition; NextAction is taken after an error.
  !(type === "CheckHoursOfOperation" && kind === "next") &&
  (kind !== "error" || NO_FAULTS.includes(by));

/** The exits that callers take if nothing fails and the center is open. */
export const OPEN_WAY: Ways = (block, exit) =>
  NO_FAULT(block, exit) && !(block.type === "CheckHoursOfOperation" && exit.by !== "Equals True");
