import { isObject, type JsonObject } from "../values.ts";

/** A fault of a configuration. */
export interface Fault {
  /** Where: the configuration's own keys and indices. */
  readonly place: string;
  /** What is wrong, and what would be right, in words that follow the place. */
  readonly problem: string;
}

/** Says what is wrong with a value, in words that follow its place; undefined if it is right. */
export type Rule = (value: unknown) => readonly string[];

/** An object with exactly these keys. One whose name ends with `?` may be missing. */
export interface Block {
  readonly [key: string]: Shape;
}

/**
 * What a part of a configuration may be: a value that a rule checks, a list whose entries have one shape, or
 * an object. Terraform would also take an object as a list of one entry, and a list of lists as a list; cdktf
 * writes only one form, and no other is allowed.
 */
export type Shape = Rule | readonly [Shape] | Block | Named;

/** An object whose keys are names that people chose. */
export class Named {
  public readonly of: Shape;

  public constructor(of: Shape) {
    this.of = of;
  }
}

/** An object whose keys are names that people chose, with values of one shape. */
export function named(of: Shape): Named {
  return new Named(of);
}

/**
 * Names as `terraformName` makes them (constructs/terraform/terraform-name.ts); they can't contain an
 * expression.
 */
const NAME = /^[a-z_][a-z0-9_]*$/;

/** With more keys, the message doesn't list them. */
const LISTED = 20;

/** How many characters of a value a message shows: enough for the path of a file. */
const SHOWN = 200;

/**
 * Finds the places where a value doesn't have the shape that it must have.
 *
 * @param value - Of a configuration.
 * @param shape - What it must be.
 * @param place - Its place; the configuration itself has none.
 */
export function faultsOf(value: unknown, shape: Shape, place = ""): Fault[] {
  if (typeof shape === "function") return shape(value).map((problem) => ({ place, problem }));
  if (isList(shape)) {
    if (!Array.isArray(value)) return [wrongKind(place, "a list", value)];
    return (value as unknown[]).flatMap((each, index) =>
      faultsOf(each, shape[0], `${place}[${index}]`),
    );
  }
  if (!isObject(value)) return [wrongKind(place, "an object", value)];
  return shape instanceof Named
    ? faultsOfNamed(value, shape, place)
    : faultsOfBlock(value, shape, place);
}

function faultsOfNamed(value: JsonObject, shape: Named, place: string): Fault[] {
  return Object.entries(value).flatMap(([name, each]) => {
    const at = placeOf(place, name);
    return NAME.test(name)
      ? faultsOf(each, shape.of, at)
      : [{ place: at, problem: "must be named by small letters, digits and _" }];
  });
}

function faultsOfBlock(value: JsonObject, shape: Block, place: string): Fault[] {
  const known = new Map(Object.entries(shape).map(([key, each]) => [withoutMark(key), each]));
  const unknown = Object.keys(value).filter((key) => !known.has(key));
  const missing = Object.keys(shape).filter(
    (key) => !key.endsWith("?") && !Object.hasOwn(value, key),
  );
  return [
    ...unknown.map((key) => ({
      place: placeOf(place, key),
      problem: `isn't among ${listed([...known.keys()])}`,
    })),
    ...missing.map((key) => ({ place: placeOf(place, key), problem: "is missing" })),
    ...[...known].flatMap(([key, each]) =>
      Object.hasOwn(value, key) ? faultsOf(value[key], each, placeOf(place, key)) : [],
    ),
  ];
}

/** The place of a key below another place. A key that could be taken for something else is quoted. */
export function placeOf(place: string, key: string): string {
  const name = /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
  return place === "" ? name : `${place}.${name}`;
}

/** Reports a value that exists and isn't the one that it must be. */
export function unlike(place: string, value: unknown, right: unknown): Fault[] {
  return value === undefined || JSON.stringify(value) === JSON.stringify(right)
    ? []
    : [{ place, problem: `must be ${shown(right)}, got ${shown(value)}` }];
}

/** A value as a message shows it, shortened. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function withoutMark(key: string): string {
  return key.endsWith("?") ? key.slice(0, -1) : key;
}

function listed(keys: readonly string[]): string {
  const named = keys.filter((key) => key !== "//");
  if (named.length === 0) return "what cdktf writes there: nothing";
  return named.length > LISTED
    ? `the ${named.length} that cdktf writes there`
    : `what cdktf writes there: ${named.join(", ")}`;
}

function wrongKind(place: string, right: string, value: unknown): Fault {
  return { place, problem: `must be ${right}, as cdktf writes it, got ${shown(value)}` };
}
