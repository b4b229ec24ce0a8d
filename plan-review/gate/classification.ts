import type { TypeRules } from "./type-rules.ts";
import { CONNECT } from "./types/connect.ts";
import { DATA } from "./types/data.ts";
import { FUNCTIONS } from "./types/functions.ts";
import { IDENTITY } from "./types/identity.ts";
import { MONITORING } from "./types/monitoring.ts";
import { PEOPLE } from "./types/people.ts";
import { STORAGE } from "./types/storage.ts";

/**
 * What may be done with each type of resource, and which attributes may change unnamed. No construct makes a
 * type that isn't in this table.
 */
export const CLASSIFICATION: Readonly<Record<string, TypeRules>> = {
  ...CONNECT,
  ...PEOPLE,
  ...FUNCTIONS,
  ...STORAGE,
  ...DATA,
  ...IDENTITY,
  ...MONITORING,
};

/** The rules of a type; undefined for one that no construct here makes. */
export function rulesOf(type: string): TypeRules | undefined {
  return Object.hasOwn(CLASSIFICATION, type) ? CLASSIFICATION[type] : undefined;
}
