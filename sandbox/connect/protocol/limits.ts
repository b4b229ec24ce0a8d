import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The limits of a shape: of a structure, list, map, text or number. */
export interface Limits {
  /** Of a structure: the members that must be there. */
  readonly required?: readonly string[];
  /** Of a structure: the shapes of its members, where those have limits. */
  readonly members?: Readonly<Record<string, string>>;
  /** Of a list: its items' shape. */
  readonly member?: string;
  /** Of a map: the shapes of its keys and values. */
  readonly key?: string;
  readonly value?: string;
  /** Exactly one member must be there. */
  readonly union?: boolean;
  /** Of a number: it has no fraction. */
  readonly whole?: boolean;
  /** Of a text its length in characters, of a list or map its size, of a number its value. */
  readonly min?: number;
  readonly max?: number;
  /** A text must match it as a whole. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Never to be quoted. */
  readonly sensitive?: boolean;
}

/** What an operation demands of its input, and the only errors that it answers with. */
export interface OperationErrors {
  /** The input's shape, where it has limits. */
  readonly input?: string;
  readonly errors: readonly string[];
}

/** What the protocol enforces of AWS's service model. */
export interface ServiceModel {
  readonly source: string;
  readonly operations: Readonly<Record<string, OperationErrors>>;
  readonly shapes: Readonly<Record<string, Limits>>;
}

/** Where `npm run service-model` writes. */
export const SERVICE_MODEL_FILE = join(__dirname, "service-model.json");

/** Amazon Connect's service model: limits and errors, which its SDK leaves out. */
export const SERVICE_MODEL = JSON.parse(readFileSync(SERVICE_MODEL_FILE, "utf8")) as ServiceModel;

/** The limits of a shape, or undefined where it has none. */
export const limitsOf = (shape: string | undefined): Limits | undefined =>
  shape === undefined ? undefined : SERVICE_MODEL.shapes[shape];

/** The limits of an operation's input. */
export const inputLimits = (operation: string): Limits | undefined =>
  limitsOf(SERVICE_MODEL.operations[operation]?.input);

/** How many entries an operation may be asked for at once; undefined where the model doesn't say. */
export const pageLimit = (operation: string): number | undefined =>
  limitsOf(inputLimits(operation)?.members?.MaxResults)?.max;

/**
 * Says what a value must do to keep its limits, or undefined where it keeps them; of "QuickConnectIds
 * must include at most 50 items", all after "must". Connect's own words where those are known.
 */
export function brokenLimit(value: unknown, limits: Limits): string | undefined {
  const { min = -Infinity, max = Infinity } = limits;
  if (typeof value === "number") {
    const fits = value >= min && value <= max && (limits.whole !== true || Number.isInteger(value));
    return fits ? undefined : `be a ${limits.whole ? "whole " : ""}number${range(limits)}`;
  }
  const [size, unit] = sizeOf(value);
  if (limits.enum !== undefined && !limits.enum.includes(String(value)))
    return `be one of ${someOf(limits.enum)}`;
  if (size < min) return `include at least ${min} ${unit}`;
  if (size > max) return `include at most ${max} ${unit}`;
  if (limits.pattern !== undefined && !whole(limits.pattern).test(String(value)))
    return `match ${limits.pattern}`;
  return undefined;
}

/** AWS counts the code points of a text. */
function sizeOf(value: unknown): [size: number, unit: string] {
  if (Array.isArray(value)) return [value.length, "items"];
  if (typeof value === "object" && value !== null) return [Object.keys(value).length, "entries"];
  return [Array.from(String(value)).length, "characters"];
}

const range = ({ min, max }: Limits): string => {
  if (min === undefined) return max === undefined ? "" : ` of at most ${max}`;
  return max === undefined ? ` of at least ${min}` : ` from ${min} to ${max}`;
};

const MOST_NAMED = 15;

const someOf = (values: readonly string[]): string =>
  values.length <= MOST_NAMED
    ? values.join(", ")
    : `${values.slice(0, MOST_NAMED).join(", ")} … (${values.length} altogether)`;

const patterns = new Map<string, RegExp>();

/** AWS services match a text as a whole, with or without ^ and $ in the pattern. */
function whole(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(`^(?:${pattern})$`, "su");
  patterns.set(pattern, made);
  return made;
}
