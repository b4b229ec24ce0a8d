import type { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";
import type { ServiceRequest } from "../http";
import { checkConstraint } from "./constraints";
import { ConnectError } from "./errors";
import type { Route } from "./router";

const invalid = (message: string): ConnectError =>
  new ConnectError("InvalidRequestException", message);

/**
 * Reads an operation's input out of a request: labels from the path, lists from repeated query
 * keys, the rest from the JSON body, each as the model types it.
 *
 * @throws {ConnectError} InvalidRequestException for what is not JSON, badly encoded, of the wrong
 *   type or missing; InvalidParameterException for a value outside its documented limits
 */
export function readInput({ operation, labels }: Route, request: ServiceRequest): object {
  const query = new URL(request.url, "http://localhost").searchParams;
  const body = readJson(request.body);
  const sent: Record<string, unknown> = {};
  for (const [member, schema] of operation.input.structIterator()) {
    const { httpLabel, httpQuery, httpHeader } = schema.getMergedTraits();
    if (httpLabel) sent[member] = decode(labels[member] ?? "", member);
    else if (httpQuery) sent[member] = readQuery(query.getAll(httpQuery), schema);
    else if (httpHeader) sent[member] = request.headers[httpHeader];
    else sent[member] = body[member];
  }
  return readStructure(sent, operation.input, { operation: operation.name, path: "" });
}

function decode(label: string, member: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw invalid(`${member} must be percent-encoded in the path, got ${show(label)}`);
  }
}

function readJson(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw invalid(`the request body must be JSON: ${(error as SyntaxError).message}`);
  }
  if (!isObject(value)) throw invalid(`the request body must be a JSON object, got ${show(value)}`);
  return value;
}

/** A query has only texts: turn them into what the model says, or leave them to be refused. */
function readQuery(values: readonly string[], schema: NormalizedSchema): unknown {
  if (schema.isListSchema()) return values.length === 0 ? undefined : values;
  const [value] = values;
  if (value === undefined) return undefined;
  if (schema.isNumericSchema() && /^-?\d+$/.test(value)) return Number(value);
  if (schema.isBooleanSchema() && /^(true|false)$/.test(value)) return value === "true";
  return value;
}

/** Where a value stands in the input: named in every complaint about it. */
interface Place {
  readonly operation: string;
  readonly path: string;
}

const inside = (place: Place, step: string): Place => ({
  ...place,
  path: place.path === "" ? step : `${place.path}.${step}`,
});

function readStructure(value: unknown, schema: NormalizedSchema, place: Place): object {
  if (!isObject(value)) throw mistyped(value, "an object", place);
  const [, , , , members, , requiredCount = 0] = schema.getSchema() as StaticStructureSchema;
  const read: Record<string, unknown> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    const given = value[member];
    if (given === undefined || given === null || (given === "" && isLabel(memberSchema))) {
      if (members.indexOf(member) < requiredCount)
        throw invalid(`${inside(place, member).path} is required by ${place.operation}`);
      continue;
    }
    read[member] = readValue(given, memberSchema, inside(place, member));
    checkConstraint(place.operation, member, read[member], inside(place, member).path);
  }
  return read;
}

const isLabel = (schema: NormalizedSchema): boolean => schema.getMergedTraits().httpLabel === 1;

function readValue(value: unknown, schema: NormalizedSchema, place: Place): unknown {
  if (schema.isStructSchema()) return readStructure(value, schema, place);
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mistyped(value, "a list", place);
    return value.map((item: unknown, i) =>
      readValue(item, schema.getValueSchema(), inside(place, String(i))),
    );
  }
  if (schema.isMapSchema()) {
    if (!isObject(value)) throw mistyped(value, "an object", place);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        readValue(item, schema.getValueSchema(), inside(place, key)),
      ]),
    );
  }
  if (schema.isTimestampSchema()) {
    const instant = new Date(typeof value === "number" ? value * 1000 : String(value));
    if (Number.isNaN(instant.getTime())) throw mistyped(value, "a time", place);
    return instant;
  }
  if (schema.isStringSchema() && typeof value !== "string")
    throw mistyped(value, "a string", place);
  if (schema.isNumericSchema() && typeof value !== "number")
    throw mistyped(value, "a number", place);
  if (schema.isBooleanSchema() && typeof value !== "boolean")
    throw mistyped(value, "true or false", place);
  return value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const show = (value: unknown): string => JSON.stringify(value).slice(0, 80);

const mistyped = (value: unknown, rule: string, { path }: Place): ConnectError =>
  invalid(`${path} must be ${rule}, got ${show(value)}`);
