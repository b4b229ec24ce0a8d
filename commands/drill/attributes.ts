import { isDeepStrictEqual } from "node:util";
import {
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  withoutMasked,
} from "../../plan-review/values";

/** Each resource's attributes by its address, as they were read from the API. */
export type Attributes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Attributes of which no two accounts have the same, or that only the state knows. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  // When it ran and what it then found to do; what it has set is compared by the plan.
  aws_lambda_invocation: ["input", "result", "triggers"],
  // Its name ends in letters by chance.
  aws_connect_instance: ["service_role"],
  // How often it was written: runs that were cut off count, too.
  aws_ssm_parameter: ["version"],
  aws_kinesis_firehose_delivery_stream: ["version_id"],
  // An import doesn't read these; hierarchy_path says the same of a group.
  aws_connect_phone_number: ["prefix"],
  aws_connect_user_hierarchy_group: ["parent_group_id"],
};

const TIME = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?/g;

/**
 * What a plan has read of everything that the state knows, so that it can be compared with another
 * account's: ids stand there by the address of what has them, times and secrets do not.
 *
 * @param plan - What `terraform show -json <plan file>` prints.
 */
export function attributesIn(plan: unknown): Attributes {
  const resources = resourcesOf(objectOf(objectOf(objectOf(plan).prior_state).values).root_module);
  const names = namesOf(resources);
  // The longest first: an id may be a part of an ARN.
  const ids = [...names.keys()].sort((a, b) => b.length - a.length);
  const plain = (text: string): string =>
    ids
      .reduce((rest, id) => rest.replaceAll(id, names.get(id) ?? id), text)
      .replaceAll(TIME, "<time>");
  return Object.fromEntries(
    resources.map(({ address, type, values, sensitive_values: sensitive }) => {
      const own = OWN[String(type)] ?? [];
      const kept = Object.entries(objectOf(withoutMasked(values, [sensitive])));
      const compared = kept.filter(([key]) => !own.includes(key));
      return [
        String(address),
        Object.fromEntries(compared.map(([key, value]) => [key, deep(value, plain)])),
      ];
    }),
  );
}

/** What stands for each id: the attribute of the thing that has it, not one of those that refer to it. */
function namesOf(resources: readonly JsonObject[]): ReadonlyMap<string, string> {
  const found = resources.flatMap(({ address, type, values }) =>
    Object.entries(objectOf(values)).flatMap(([key, value]) => {
      if (!isId(key, value)) return [];
      const isOwn = key === "id" || key === "arn" || String(type).endsWith(key.replace(/_id$/, ""));
      return [{ value, name: `<${String(address)}.${key}>`, isOwn }];
    }),
  );
  found.sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
  return new Map(found.map(({ value, name }) => [value, name]));
}

/** Ids that AWS chooses: long enough to be no ordinary word. */
function isId(key: string, value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.length >= 12 &&
    // The account's, which is the same in all.
    !/^\d{12}$/.test(value) &&
    /(^|_)(id|arn|number|identifier)$/.test(key)
  );
}

function resourcesOf(module: unknown): JsonObject[] {
  return listOf(objectOf(module).resources).map(objectOf);
}

function deep(value: unknown, plain: (text: string) => string): unknown {
  if (typeof value === "string") return plain(value);
  if (Array.isArray(value)) {
    const list = value.map((each) => deep(each, plain));
    // A set of ids is sorted by them, and they are others here.
    return list.every((each) => typeof each === "string" && each.includes("<"))
      ? list.sort()
      : list;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, plain)]));
}

/**
 * Where the attributes of one account's resources differ from another's.
 *
 * @returns A line for each, none where they are alike.
 */
export function attributeDifferences(wanted: Attributes, found: Attributes): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])].flatMap((address) => {
    const [right, is] = [wanted[address], found[address]];
    if (right === undefined) return [`the state has what nobody wants: ${address}`];
    if (is === undefined) return [`the state lacks ${address}`];
    return (
      [...new Set([...Object.keys(right), ...Object.keys(is)])]
        // An import leaves null what the state alone knows, where an apply notes false.
        .filter((key) => !isDeepStrictEqual(right[key] ?? false, is[key] ?? false))
        .map((key) => `${address}: ${key} is ${shown(is[key])}, not ${shown(right[key])}`)
    );
  });
}

function shown(value: unknown): string {
  const text = value === undefined ? "missing" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
