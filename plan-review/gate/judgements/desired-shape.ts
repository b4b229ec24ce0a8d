import { DESIRED } from "../../configuration/desired.ts";
import type { Shape } from "../../configuration/shape.ts";
import { isObject, type JsonObject } from "../../values.ts";
import type { Harm } from "../finding.ts";

/** The keys that identify an entry, for each list that must not have an entry twice. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  agentStatuses: ["name"],
  forms: ["title"],
  holidays: ["date"],
  queues: ["queueId", "name"],
  quickConnects: ["quickConnectId", "name"],
  rules: ["name"],
  schedules: ["hoursOfOperationId", "name"],
};

const SHAPES: Readonly<Record<string, Shape>> = {
  agentStatuses: DESIRED.agent_statuses_desired,
  contactLensRules: DESIRED.contact_lens_rules_desired,
  evaluationForms: DESIRED.evaluation_forms_desired,
  holidays: DESIRED.holidays_desired,
  phoneNumberFlow: DESIRED.phone_number_flow_desired,
  queueQuickConnects: DESIRED.queue_quick_connects_desired,
};

/** Finds what no construct writes in the reconciler's input: unknown keys, and duplicate entries. */
export function oddDesires(desired: JsonObject): readonly Harm[] {
  const kind = String(desired.kind);
  const shape = Object.hasOwn(SHAPES, kind) ? SHAPES[kind] : undefined;
  return harms([
    ...unknownKeys(desired, shape).map((key) => `tells the function ${key}, which it isn't told`),
    ...repeated(desired).map((each) => `tells the function twice of ${each}`),
  ]);
}

/** The keys that constructs/associations/association.ts writes besides the wanted state. */
const INPUT = ["desired", "run"];

/** Finds keys of an invocation's input other than the wanted state and the run. */
export function oddInput(input: unknown): readonly Harm[] {
  const keys = Object.keys(parsed(input)).filter((key) => !INPUT.includes(key));
  return harms(keys.map((key) => `tells the function ${key}, which it isn't told`));
}

function parsed(input: unknown): JsonObject {
  try {
    const value: unknown = typeof input === "string" ? JSON.parse(input) : {};
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function harms(odd: readonly string[]): readonly Harm[] {
  return [...new Set(odd)].map((happens) => ({
    effect: "disrupt",
    happens,
    because: "what it makes of that, nobody can say",
    source: "lambda-src/connect-associations",
    cure: "look for what stands there twice, or isn't in constructs/associations/desired-associations.ts",
  }));
}

function unknownKeys(value: unknown, shape: unknown): string[] {
  if (Array.isArray(value)) {
    const of = Array.isArray(shape) ? (shape as unknown[])[0] : undefined;
    return value.flatMap((each) => unknownKeys(each, of));
  }
  if (!isObject(value) || !isObject(shape)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const known = [key, `${key}?`].find((name) => Object.hasOwn(shape, name));
    return known === undefined ? [key] : unknownKeys(each, shape[known]);
  });
}

function repeated(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) {
    const names = IDENTITY[key] ?? [];
    const ids = value.flatMap((each: unknown) =>
      isObject(each) ? (names.map((name) => each[name]).find((id) => id !== undefined) ?? []) : [],
    );
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    return [...twice.map(String), ...value.flatMap((each) => repeated(each))];
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => repeated(each, name));
}
