import { isDeepStrictEqual } from "node:util";
import { hasTrue, isObject, type JsonObject, listOf, objectOf } from "./values.ts";

/** A place in a plan's JSON that isn't as Terraform writes it for this project. */
export interface Oddity {
  /** `aws_connect_queue.sales`, or the name of a section: `deferred_changes`. */
  readonly where: string;
  /** A clause: `has the key index, which is not known`. */
  readonly what: string;
}

type Check = (where: string, value: unknown) => readonly Oddity[];

/**
 * Finds what a plan holds that this project's plans never do: sections, keys and shapes that nobody
 * has thought of, modules, actions, deferred changes, provisioners, checks that don't pass, addresses
 * that don't fit their type. Whatever is judged later is judged in the shapes that are left.
 *
 * @param plan - What `terraform show -json` printed, parsed.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function odditiesIn(plan: JsonObject): readonly Oddity[] {
  return [
    ...("resource_changes" in plan ? [] : odd("resource_changes", "is missing")),
    ...sections("", plan, SECTIONS),
    ...duplicates(plan.resource_changes),
  ];
}

const object: Check = (where, value) => (isObject(value) ? [] : odd(where, "must be an object"));
const list: Check = (where, value) => (Array.isArray(value) ? [] : odd(where, "must be a list"));
const text: Check = (where, value) => (typeof value === "string" ? [] : odd(where, "must be text"));
const flag: Check = (where, value) =>
  typeof value === "boolean" ? [] : odd(where, "must be true or false");
const nothing: Check = (where, value) =>
  Array.isArray(value) && value.length === 0 ? [] : odd(where, "must be empty");

/** What Terraform 1.11 to 1.17 may write, and how. */
const SECTIONS: Readonly<Record<string, Check>> = {
  format_version: text,
  terraform_version: text,
  timestamp: text,
  variables: object,
  planned_values: stateOddities,
  prior_state: (where, value) => stateOddities(`${where}.values`, objectOf(value).values ?? {}),
  configuration: (where, value) =>
    isObject(value)
      ? sections(`${where}.`, value, { provider_config: providers, root_module: module })
      : odd(where, "must be an object"),
  resource_changes: (where, value) => each(where, value, changeOddities),
  resource_drift: (where, value) => each(where, value, changeOddities),
  output_changes: object,
  relevant_attributes: list,
  checks: (where, value) => each(where, value, checkOddities),
  applyable: flag,
  complete: flag,
  errored: flag,
  deferred_changes: nothing,
  action_invocations: nothing,
  deferred_action_invocations: nothing,
};

/** A state's values: everything stands in the root module. */
function stateOddities(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  return "child_modules" in objectOf(value.root_module) ? odd(where, "holds modules") : [];
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format#checks-representation */
function checkOddities(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  const { status, instances = [] } = value;
  if (!Array.isArray(instances)) return odd(where, "must have instances as a list");
  const all = instances.map(objectOf);
  const passes =
    [status, ...all.map((one) => one.status)].every((one) => one === "pass") &&
    all.every(({ problems = [] }) => Array.isArray(problems) && problems.length === 0);
  return [
    ...unknownKeys(where, value, ["address", "status", "instances"]),
    ...all.flatMap((one) => unknownKeys(where, one, ["address", "status", "problems"])),
    ...(passes ? [] : odd(where, "has a check that doesn't pass")),
  ];
}

/** The provider's name as plans write it. */
export const PROVIDER = "registry.terraform.io/hashicorp/aws";

/** Settings of the provider; with the one that a sandbox needs, which only says how S3 is addressed. */
const PROVIDER_SETTINGS = [
  ...["allowed_account_ids", "default_tags", "max_retries", "region", "retry_mode"],
  "s3_use_path_style",
];

function providers(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  return Object.entries(value).flatMap(([key, provider]) => {
    const at = `${where}.${key}`;
    const { full_name: name, expressions, ...others } = objectOf(provider);
    return [
      ...(key === "aws" && name === PROVIDER
        ? []
        : odd(at, `is not the one provider, ${PROVIDER}`)),
      ...unknownKeys(at, others, ["name", "version_constraint"]),
      ...unknownKeys(at, objectOf(expressions), PROVIDER_SETTINGS),
    ];
  });
}

function module(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  return [
    ...unknownKeys(where, value, ["outputs", "resources", "variables"]),
    ...("resources" in value ? each(`${where}.resources`, value.resources, configured) : []),
  ];
}

const CONFIGURED = [
  ...["address", "mode", "type", "name", "provider_config_key", "expressions", "schema_version"],
  "depends_on",
];

/** A resource as the configuration writes it: no provisioner, no count, no other provider. */
function configured(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  const at = addressOf(where, value);
  return [
    ...unknownKeys(at, value, CONFIGURED),
    ...addressOddities(at, value),
    ...(value.provider_config_key === "aws" ? [] : odd(at, "is of another provider")),
  ];
}

const CHANGED = [
  ...["address", "previous_address", "mode", "type", "name", "provider_name", "deposed"],
  ...["change", "action_reason"],
];

const CHANGE = [
  ...["actions", "before", "after", "after_unknown", "before_sensitive", "after_sensitive"],
  ...["replace_paths", "importing", "before_identity", "after_identity"],
];

function changeOddities(where: string, value: unknown): readonly Oddity[] {
  if (!isObject(value)) return odd(where, "must be an object");
  const { change, previous_address: previous, deposed, provider_name: provider } = value;
  const at = addressOf(where, value);
  if (!isObject(change)) return odd(at, "must have a change, as an object");
  return [
    ...unknownKeys(at, value, CHANGED),
    ...unknownKeys(at, change, CHANGE),
    ...addressOddities(at, value),
    ...(typeof provider === "string" ? [] : odd(at, "must name its provider")),
    ...(previous === undefined || typeOf(previous) === value.type
      ? []
      : odd(at, "was something else until now")),
    ...(deposed === undefined || typeof deposed === "string"
      ? []
      : odd(at, "has a strange deposed")),
    ...actionOddities(at, value.mode, change),
    ...["after_unknown", "before_sensitive", "after_sensitive"]
      .filter((mask) => mask in change && !isMask(change[mask]))
      .map((mask) => ({ where: at, what: `has a strange ${mask}` })),
    ...importOddities(at, change.importing),
    ...(change.replace_paths === undefined || isPaths(change.replace_paths)
      ? []
      : odd(at, "has strange replace_paths")),
  ];
}

/** Whether something must, may or can't be there, before and after. */
type There = readonly [before: boolean, after: boolean];

const THERE: Readonly<Record<string, There>> = {
  '["no-op"]': [true, true],
  '["create"]': [false, true],
  '["read"]': [false, true],
  '["update"]': [true, true],
  '["delete"]': [true, false],
  '["forget"]': [true, false],
  '["delete","create"]': [true, true],
  '["create","delete"]': [true, true],
  '["create","forget"]': [true, true],
};

function actionOddities(at: string, mode: unknown, change: JsonObject): readonly Oddity[] {
  const { actions, before = null, after = null } = change;
  const named = JSON.stringify(actions);
  const ofData = mode === "data";
  if (ofData ? !['["read"]', '["no-op"]'].includes(named) : named === '["read"]') {
    return odd(at, `has an action that no ${ofData ? "data source" : "resource"} has: ${named}`);
  }
  const there = THERE[named];
  // What nobody knows is refused as such (gate/foreign.ts).
  if (there === undefined) return [];
  const fits = [before, after].every((value, index) =>
    there[index] === true ? isObject(value) : value === null,
  );
  if (!fits) return odd(at, `is not what it says before and after: ${named}`);
  const stays = isDeepStrictEqual(before, after) && !hasTrue(change.after_unknown);
  return named === '["no-op"]' && !stays ? odd(at, "changes, and says that it doesn't") : [];
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
function importOddities(at: string, importing: unknown): readonly Oddity[] {
  if (importing === undefined || importing === null) return [];
  const { id, identity, ...others } = objectOf(importing);
  const known = (typeof id === "string" && id !== "") || isObject(identity);
  return known && Object.keys(others).length === 0 ? [] : odd(at, "takes over nobody knows what");
}

/** `type.name` and nothing else: no module, no index, no space. */
const ADDRESS = /^(data\.)?([a-z][a-z0-9_]*)\.([A-Za-z_][\w-]*)$/;

function addressOddities(at: string, { address, mode, type, name }: JsonObject): readonly Oddity[] {
  const [, data, ofType, ofName] = ADDRESS.exec(String(address)) ?? [];
  const ofMode = data === undefined ? "managed" : "data";
  return typeof address === "string" && ofType === type && ofName === name && ofMode === mode
    ? []
    : odd(at, "has an address that doesn't say mode, type and name, or says a module or an index");
}

/** The type of a resource's address; undefined where it is none. */
function typeOf(address: unknown): string | undefined {
  if (typeof address !== "string") return undefined;
  const [, data, type] = ADDRESS.exec(address) ?? [];
  return data === undefined ? type : undefined;
}

function duplicates(changes: unknown): readonly Oddity[] {
  const seen = new Set<string>();
  return listOf(changes)
    .map(objectOf)
    .flatMap(({ address, deposed }) => {
      const key = JSON.stringify([address, deposed]);
      const again = seen.has(key);
      seen.add(key);
      return again ? odd(String(address), "stands there twice") : [];
    });
}

function each(where: string, value: unknown, check: Check): readonly Oddity[] {
  if (!Array.isArray(value)) return odd(where, "must be a list");
  return value.flatMap((one, index) => check(`${where}[${index}]`, one));
}

function sections(
  prefix: string,
  value: JsonObject,
  known: Readonly<Record<string, Check>>,
): readonly Oddity[] {
  return Object.entries(value).flatMap(([key, one]) => {
    const check = Object.hasOwn(known, key) ? known[key] : undefined;
    return check?.(`${prefix}${key}`, one) ?? odd(`${prefix}${key}`, "is not known");
  });
}

function unknownKeys(where: string, value: JsonObject, known: readonly string[]): Oddity[] {
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ where, what: `has ${key}, which is not known` }));
}

/** A mask of Terraform's: `true`, `false`, or the same of each part. */
function isMask(value: unknown): boolean {
  if (typeof value === "boolean") return true;
  return typeof value === "object" && value !== null && Object.values(value).every(isMask);
}

function isPaths(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (path) =>
        Array.isArray(path) && path.every((step) => ["string", "number"].includes(typeof step)),
    )
  );
}

function addressOf(where: string, { address }: JsonObject): string {
  return typeof address === "string" && address !== "" ? address : where;
}

function odd(where: string, what: string): readonly Oddity[] {
  return [{ where, what }];
}
