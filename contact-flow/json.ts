/** A JSON value: parameters of actions, answers of functions, templates and what becomes of them. */
export type Json = string | number | boolean | null | Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = Readonly<Record<string, Json>>;

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown>;
export function isObject(value: Json | undefined): value is JsonObject;
export function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where there is none. */
export const objectOf = (json: Json | undefined): JsonObject => (isObject(json) ? json : {});
