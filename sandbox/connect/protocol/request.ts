import type { NormalizedSchema } from "@smithy/core/schema";
import { isObject } from "../../../contact-flow/json";
import type { ServiceRequest } from "../../gateway/http";
import { ConnectError } from "./errors";
import { brokenLimit, inputLimits, limitsOf, type Limits } from "./limits";
import type { Route } from "./router";

const invalid = (message: string): ConnectError =>
  new ConnectError("InvalidRequestException", message);

/**
 * Reads an operation's input out of a request: labels from the path, lists from repeated query
 * keys, the rest from the JSON body, each as the SDK types it and the service model limits it.
 *
 * @throws {ConnectError} with all that is wrong: InvalidRequestException for what is not JSON, badly
 *   encoded, of the wrong type or missing; InvalidParameterException for a value beyond its limits
 */
export function readInput({ operation, labels }: Route, request: ServiceRequest): object {
  const query = new URL(request.url, "http://localhost").searchParams;
  const body = readJson(request.body);
  const sent: Record<string, unknown> = {};
  for (const [member, schema] of operation.input.structIterator()) {
    const { httpLabel, httpQuery, httpHeader } = schema.getMergedTraits();
    if (httpLabel) sent[member] = typed(decode(labels[member] ?? "", member), schema);
    else if (httpQuery) sent[member] = readQuery(query.getAll(httpQuery), schema);
    else if (httpHeader) sent[member] = request.headers[httpHeader];
    else sent[member] = body[member];
  }
  const reader = new Reader(operation.name);
  const input = reader.structure(sent, operation.input, inputLimits(operation.name));
  reader.finish();
  return input;
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

function readQuery(values: readonly string[], schema: NormalizedSchema): unknown {
  if (schema.isListSchema()) return values.length === 0 ? undefined : values;
  const [value] = values;
  return value === undefined ? undefined : typed(value, schema);
}

/** Path and query have only texts: turn one into what the model says, or leave it to be refused. */
function typed(value: string, schema: NormalizedSchema): unknown {
  if (schema.isNumericSchema() && /^-?\d+$/.test(value)) return Number(value);
  if (schema.isBooleanSchema() && /^(true|false)$/.test(value)) return value === "true";
  return value;
}

/**
 * Texts that AWS itself answers empty, against its model, so that tools send them back so:
 * https://docs.aws.amazon.com/cli/latest/reference/connect/describe-user.html#examples
 */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(["DeskPhoneNumber"]);

/** Reads one input, and notes all that is wrong with it. */
class Reader {
  private readonly malformed: string[] = [];
  private readonly beyondLimits: string[] = [];

  public constructor(private readonly operation: string) {}

  /** @throws {ConnectError} with everything that {@link structure} and {@link value} have noted */
  public finish(): void {
    const faults = [...this.malformed, ...this.beyondLimits];
    if (faults.length === 0) return;
    throw new ConnectError(
      this.malformed.length > 0 ? "InvalidRequestException" : "InvalidParameterException",
      faults.join("; "),
    );
  }

  public structure(
    value: unknown,
    schema: NormalizedSchema,
    limits: Limits | undefined,
    path = "",
  ): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    if (!isObject(value)) {
      this.mistyped(value, "an object", path);
      return read;
    }
    for (const [member, memberSchema] of schema.structIterator()) {
      const given = value[member];
      const place = inside(path, member);
      if (given === undefined || given === null || (given === "" && isLabel(memberSchema))) {
        if (limits?.required?.includes(member) === true)
          this.malformed.push(`${place} is required by ${this.operation}`);
        continue;
      }
      const own = given === "" && MAY_BE_EMPTY.has(member) ? undefined : limits?.members?.[member];
      read[member] = this.value(given, memberSchema, limitsOf(own), place);
    }
    const count = Object.keys(read).length;
    if (limits?.union === true && count !== 1)
      this.malformed.push(`${path} must have exactly one member, got ${count}`);
    return read;
  }

  private value(
    value: unknown,
    schema: NormalizedSchema,
    limits: Limits | undefined,
    path: string,
  ): unknown {
    if (schema.isStructSchema()) return this.structure(value, schema, limits, path);
    if (schema.isListSchema()) {
      if (!Array.isArray(value)) return this.mistyped(value, "a list", path);
      this.limit(value, limits, path);
      const items = limitsOf(limits?.member);
      return value.map((item: unknown, i) =>
        this.value(item, schema.getValueSchema(), items, inside(path, String(i))),
      );
    }
    if (schema.isMapSchema()) {
      if (!isObject(value)) return this.mistyped(value, "an object", path);
      this.limit(value, limits, path);
      const [keys, values] = [limitsOf(limits?.key), limitsOf(limits?.value)];
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => {
          const place = inside(path, key);
          this.limit(key, keys, `the key of ${place}`);
          return [key, this.value(item, schema.getValueSchema(), values, place)];
        }),
      );
    }
    if (schema.isTimestampSchema()) {
      const instant = new Date(typeof value === "number" ? value * 1000 : String(value));
      return Number.isNaN(instant.getTime()) ? this.mistyped(value, "a time", path) : instant;
    }
    const hidden = limits?.sensitive === true;
    if (schema.isStringSchema() && typeof value !== "string")
      return this.mistyped(value, "a string", path, hidden);
    if (schema.isNumericSchema() && typeof value !== "number")
      return this.mistyped(value, "a number", path, hidden);
    if (schema.isBooleanSchema() && typeof value !== "boolean")
      return this.mistyped(value, "true or false", path, hidden);
    this.limit(value, limits, path);
    return value;
  }

  private limit(value: unknown, limits: Limits | undefined, path: string): void {
    if (limits === undefined) return;
    const broken = brokenLimit(value, limits);
    if (broken === undefined) return;
    const got =
      limits.sensitive === true || typeof value === "object" ? "" : `, got ${show(value)}`;
    this.beyondLimits.push(`${path} must ${broken}${got}`);
  }

  private mistyped(value: unknown, rule: string, path: string, hidden = false): unknown {
    this.malformed.push(`${path} must be ${rule}${hidden ? "" : `, got ${show(value)}`}`);
    return undefined;
  }
}

const inside = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);

const isLabel = (schema: NormalizedSchema): boolean => schema.getMergedTraits().httpLabel === 1;

const show = (value: unknown): string => JSON.stringify(value).slice(0, 80);
