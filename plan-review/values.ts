/** A JSON object whose members nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as an object, empty where it is none. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** A value as a list, empty where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether a value is one of those that Terraform writes where nothing is said. */
export function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.values(value).length === 0;
}

/**
 * The value at a path.
 *
 * @param value - An object of a plan, or one of its masks.
 * @param path - Names and indices: `["point_in_time_recovery", 0, "enabled"]`.
 */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return (at as unknown[])[Number(key)];
    return isObject(at) ? at[key] : undefined;
  }, value);
}

/**
 * Whether a mask of Terraform's (`after_unknown`, `after_sensitive`) covers a path: it has `true`
 * there, or at something around it.
 */
export function isMasked(mask: unknown, path: readonly (string | number)[]): boolean {
  return (
    path.some((_, depth) => valueAt(mask, path.slice(0, depth)) === true) ||
    valueAt(mask, path) === true
  );
}

/** Whether a mask of Terraform's covers anything. */
export function hasTrue(mask: unknown): boolean {
  if (typeof mask !== "object" || mask === null) return mask === true;
  return Object.values(mask).some(hasTrue);
}

/**
 * A value without what its masks cover.
 *
 * @param value - Of a plan.
 * @param masks - Terraform's, of the same shape: `true` where a value must not be shown.
 * @returns The value, `undefined` in the masked places.
 */
export function withoutMasked(value: unknown, masks: readonly unknown[]): unknown {
  if (masks.includes(true)) return undefined;
  if (Array.isArray(value)) {
    return value.map((each, index) =>
      withoutMasked(
        each,
        masks.map((mask) => valueAt(mask, [index])),
      ),
    );
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      withoutMasked(
        each,
        masks.map((mask) => valueAt(mask, [key])),
      ),
    ]),
  );
}
