import type { Group, ParameterSpec } from "../catalog";
import { isObject, type Json, type JsonObject } from "../json";
import { didYouMean } from "../did-you-mean";
import { isJsonPath, jsonPathFault } from "../json-path";
import { fillerOf, isHole, isIntrinsic, isReference } from "./references";
import type { Fault, LintContext } from "./rule";

/** A fault of a value, with the rule that it belongs to. */
export interface ValueFault extends Fault {
  readonly rule:
    | "missing-parameter"
    | "unknown-parameter"
    | "parameter-value"
    | "reference"
    | "exclusive-parameters"
    | "empty-value";
}

const badValue = (path: string, fix?: string): ValueFault => ({
  rule: "parameter-value",
  path,
  message: `Invalid Action property value. Path: ${path}`,
  ...(fix === undefined ? {} : { fix }),
});

function integerFault(text: string, spec: ParameterSpec & { kind: "integer" }): string | undefined {
  const { min = -Number.MAX_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = spec;
  const value = Number(text);
  return /^-?\d+$/.test(text) && value >= min && value <= max
    ? undefined
    : `use a whole number${spec.min === undefined ? "" : ` from ${spec.min}`}${spec.max === undefined ? "" : ` to ${spec.max}`}`;
}

/** The action's place in `Actions`, which Connect names alone in some messages. */
const indexIn = (path: string): string => /\d+/.exec(path)?.[0] ?? "";

/**
 * Empty strings in a shape that isn't known. Connect refuses the parameter's own entries; deeper down,
 * in the data of a view, live flows have them.
 */
function emptyValues(value: Json, path: string, faults: ValueFault[]): void {
  const entries = Object.entries(isObject(value) ? value : {}).map(nested);
  for (const [at, entry] of [[path, value] as const, ...entries]) {
    if (entry !== "") continue;
    const message = `Invalid Action property value. Path: ${indexIn(path)}.Parameter`;
    faults.push({ rule: "empty-value", path: at, message });
  }
  function nested([key, entry]: readonly [string, Json]): readonly [string, Json] {
    return [`${path}.${key}`, entry];
  }
}

function scalarFaults(
  value: string | number,
  spec: ParameterSpec,
  path: string,
  context: LintContext,
  faults: ValueFault[],
): void {
  const text = String(value);
  if (text === "") {
    faults.push({
      rule: "empty-value",
      path,
      message: path.includes("Parameters.Attributes")
        ? "Empty value in Parameters.Attributes"
        : `Invalid Action property value. Path: ${path}`,
    });
    return;
  }
  // What is filled in later cannot be judged now.
  if (context.refusesPlaceholders !== true && fillerOf(text) !== undefined) {
    return;
  }
  if (isJsonPath(text) && spec.writing !== "free") {
    const fault = spec.writing === "static" ? "must be written out" : jsonPathFault(text);
    if (fault !== undefined) {
      faults.push(
        badValue(
          path,
          `${fault}; ${spec.writing === "static" ? "a JSONPath cannot stand here" : "see the list of attributes"}`,
        ),
      );
    }
    return;
  }
  if (isJsonPath(text)) {
    return;
  }
  if (spec.writing === "jsonPath") {
    faults.push(badValue(path, "write a JSONPath such as $.Attributes.name"));
  } else if (spec.kind === "reference" && !isReference(text, spec)) {
    faults.push({ rule: "reference", path, message: `Failed to convert id: ${text}` });
  } else if (
    spec.kind === "choice" &&
    spec.unchecked === undefined &&
    !spec.values.includes(text)
  ) {
    faults.push(badValue(path, `use one of ${spec.values.join(", ")}`));
  } else if (spec.kind === "integer") {
    const fix = integerFault(text, spec);
    if (fix !== undefined) {
      const { calledByConnect: name } = spec;
      const message = `Invalid Action property value. Path: ${indexIn(path)}.${name ?? ""}`;
      faults.push({ ...badValue(path, fix), ...(name === undefined ? {} : { message }) });
    }
  }
}

/** The value at a path of keys (`A.B`). */
function at(value: JsonObject, path: string): Json | undefined {
  const [key = "", ...rest] = path.split(".");
  const inner = value[key];
  if (rest.length === 0) return inner;
  return isObject(inner) ? at(inner, rest.join(".")) : undefined;
}

/** Adds the faults of keys that shut each other out; `names` are as AWS writes them in the message. */
export function groupFaults(
  value: JsonObject,
  groups: readonly Group[],
  path: string,
  faults: ValueFault[],
): void {
  for (const { rule, keys } of groups) {
    const present = keys.filter((key) => at(value, key) !== undefined);
    if (present.length > 1 && rule !== "atLeastOne") {
      faults.push({
        rule: "exclusive-parameters",
        path,
        message: `Only one of these properties may be defined. Properties: [${present.join(", ")}]`,
      });
    } else if (present.length === 0 && rule !== "atMostOne") {
      const names = keys.map((key) => `Parameters.${key}`).join(", ");
      faults.push({
        rule: "missing-parameter",
        path,
        message: `At least one of the following properties must be set. Properties: [${names}]`,
      });
    }
  }
}

const SIZED = { list: "entries", map: "keys" } as const;

function sizeFaults(
  size: number,
  spec: ParameterSpec & { kind: "list" | "map" },
  path: string,
  faults: ValueFault[],
): void {
  if ((spec.min !== undefined && size < spec.min) || (spec.max !== undefined && size > spec.max)) {
    if (path.endsWith("Parameters.Tags") && size > 0) {
      faults.push({
        rule: "parameter-value",
        path,
        message: "More than 6 tags in Parameters.Tags",
      });
      return;
    }
    faults.push(
      badValue(
        path,
        `use ${spec.min === undefined ? "" : `at least ${spec.min} `}${spec.max === undefined ? "" : `at most ${spec.max} `}${SIZED[spec.kind]}`,
      ),
    );
  }
}

/** Adds what is wrong with the fields of an object: unknown and missing ones, and their values. */
export function fieldFaults(
  value: JsonObject,
  fields: Readonly<Record<string, ParameterSpec>>,
  path: string,
  context: LintContext,
  faults: ValueFault[],
  open = false,
): void {
  for (const [key, entry] of Object.entries(value)) {
    const spec = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (spec !== undefined) {
      valueFaults(entry, spec, `${path}.${key}`, context, faults);
    } else if (open) {
      emptyValues(entry, `${path}.${key}`, faults);
    } else {
      const at = `${path}.${key}`;
      faults.push({
        rule: "unknown-parameter",
        path: at,
        message: `Invalid Action property name. Path: ${at}`,
        fix: `take it out: there is no ${key}${didYouMean(key, Object.keys(fields))}`,
      });
    }
  }
  for (const [key, spec] of Object.entries(fields)) {
    if (spec.required === true && value[key] === undefined) {
      const at = `${path}.${key}`;
      faults.push({
        rule: "missing-parameter",
        path: at,
        message: `Action is missing required property. Path: ${at}`,
      });
    }
  }
}

/** Adds what is wrong with one value. */
function valueFaults(
  value: Json,
  spec: ParameterSpec,
  path: string,
  context: LintContext,
  faults: ValueFault[],
): void {
  const hole = context.origin === "template" && typeof value === "string" && isHole(value);
  const isFilledLater = context.refusesPlaceholders !== true && isIntrinsic(value);
  if (hole || isFilledLater) {
    return;
  }
  if (spec.kind === "json") {
    emptyValues(value, path, faults);
    return;
  }
  if (spec.kind === "list") {
    if (!Array.isArray(value)) {
      faults.push(badValue(path, "use a list"));
      return;
    }
    sizeFaults(value.length, spec, path, faults);
    for (const [index, entry] of value.entries()) {
      valueFaults(entry, spec.of, `${path}[${index}]`, context, faults);
    }
    return;
  }
  if (spec.kind === "object" || spec.kind === "map") {
    if (!isObject(value)) {
      faults.push(badValue(path, "use an object"));
      return;
    }
    if (spec.kind === "object") {
      fieldFaults(value, spec.fields, path, context, faults);
      groupFaults(value, spec.groups ?? [], path, faults);
      return;
    }
    sizeFaults(Object.keys(value).length, spec, path, faults);
    for (const [key, entry] of Object.entries(value)) {
      if (spec.keys !== undefined && !spec.keys.includes(key)) {
        const at = `${path}.${key}`;
        faults.push({
          rule: "unknown-parameter",
          path: at,
          message: `Invalid Action property name. Path: ${at}`,
          fix: `take it out: there is no ${key}${didYouMean(key, spec.keys)}`,
        });
      } else {
        valueFaults(entry, spec.of, `${path}.${key}`, context, faults);
      }
    }
    return;
  }
  if (typeof value === "string" || typeof value === "number") {
    scalarFaults(value, spec, path, context, faults);
    return;
  }
  faults.push(badValue(path, 'write a string, also for numbers and booleans ("5", "True")'));
}
