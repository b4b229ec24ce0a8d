/** A configuration, or a part of one, to be changed. */
export type Json = Record<string, unknown>;

/** Changes a configuration. */
export type Change = (configuration: Json) => void;

/**
 * Sets what stands at a place; `undefined` takes it away.
 *
 * @param place - Keys and indices: `provider.aws.0.region`. What is not there is made.
 */
export function set(place: string, value: unknown): Change {
  return (configuration) => {
    const { holder, key } = find(configuration, place);
    if (value === undefined) Reflect.deleteProperty(holder, key);
    else holder[key] = value;
  };
}

/** Makes something else of what stands at a place. */
export function into(place: string, make: (value: never) => unknown): Change {
  return (configuration) => {
    const { holder, key } = find(configuration, place);
    if (!(key in holder)) throw new Error(`there is no ${place}`);
    holder[key] = make(holder[key] as never);
  };
}

/** A list of it: to Terraform, often the same. */
export const listed = (place: string): Change => into(place, (value) => [value]);

/** One change after the other. */
export function all(...changes: readonly Change[]): Change {
  return (configuration) => {
    for (const each of changes) each(configuration);
  };
}

/** A copy with the changes. */
export function changed(configuration: object, change: Change): Json {
  const copy = structuredClone(configuration) as Json;
  change(copy);
  return copy;
}

function find(configuration: Json, place: string): { holder: Json; key: string } {
  const keys = place.split(".");
  const key = keys.pop() ?? "";
  let holder = configuration;
  for (const each of keys) holder = (holder[each] ??= {}) as Json;
  return { holder, key };
}
