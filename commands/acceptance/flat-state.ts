/** A resource or data source in the state, its attributes as one text for each path. */
export interface FlatResource {
  /** As in its module: `aws_connect_queue.test`, `data.aws_connect_queue.test`. */
  readonly address: string;
  /** `config.#`, `config.0.day`, `tags.%`, `tags.Name` … */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Terraform's state file, as far as it is read here. */
export interface State {
  readonly resources: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/**
 * What the state has of a module, as the provider's tests see it, by address. A resource with an index is
 * `TYPE.NAME.INDEX`.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/sdkv2/testing/acceptance-tests/testcase
 */
export function flatState(
  { resources }: State,
  ofModule: string,
): ReadonlyMap<string, FlatResource> {
  const found = resources
    .filter(({ module }) => module === ofModule)
    .flatMap(({ mode, type, name, instances }) =>
      instances.map(({ index_key: index, attributes }) => {
        const bare = `${mode === "data" ? "data." : ""}${type}.${name}`;
        return flatResource(index === undefined ? bare : `${bare}.${index}`, attributes);
      }),
    );
  return new Map(found.map((resource) => [resource.address, resource]));
}

/** A resource with values as they stand in a state or a plan. */
export function flatResource(
  address: string,
  values: Readonly<Record<string, unknown>>,
): FlatResource {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(values)) flatten(name, value, attributes);
  return { address, attributes };
}

function flatten(path: string, value: unknown, into: Map<string, string>): void {
  if (typeof value === "string") into.set(path, value);
  else if (typeof value === "number" || typeof value === "boolean") into.set(path, `${value}`);
  else if (Array.isArray(value)) {
    into.set(`${path}.#`, String(value.length));
    for (const [index, item] of value.entries()) flatten(`${path}.${index}`, item, into);
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    into.set(`${path}.%`, String(entries.length));
    for (const [key, item] of entries) flatten(`${path}.${key}`, item, into);
  }
}
