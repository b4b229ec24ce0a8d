/** The values at a dot path; lists on the way are flattened, what isn't there is left out. */
export function valuesAt(value: unknown, path: string): unknown[] {
  let found = [value];
  for (const key of path.split(".")) {
    found = found.flatMap((each) =>
      lists(each).map((one) => (isObject(one) ? one[key] : undefined)),
    );
  }
  return found.flatMap(lists).filter((each) => each !== undefined && each !== null);
}

/**
 * Changes every value at a path in place; `undefined` takes the key away. Objects that lack on the
 * way are made.
 */
export function changeAt(value: unknown, path: string, change: (old: unknown) => unknown): void {
  const [key = "", ...rest] = path.split(".");
  for (const each of lists(value).filter(isObject)) {
    if (rest.length > 0) {
      each[key] ??= {};
      changeAt(each[key], rest.join("."), change);
      continue;
    }
    const changed = change(each[key]);
    if (changed === undefined) {
      Reflect.deleteProperty(each, key);
    } else {
      each[key] = changed;
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every object in a value, itself included. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) {
    return value.flatMap(objectsIn);
  }
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

function lists(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(lists) : [value];
}
