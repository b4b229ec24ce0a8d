import { isDeepStrictEqual } from "node:util";

import { planFrom, type Plan } from "../../plan-review/plan";
import type { Synthesized } from "./synthesized";

type Json = Readonly<Record<string, unknown>>;

/** Arguments that are maps, not blocks. */
const MAPS = ["dimensions", "input_paths", "tags", "variables"];

/** Meta-arguments, which no plan shows as attributes. */
const META = ["//", "depends_on", "lifecycle", "provider"];

/** What the provider adds to whatever it has made. */
const COMPUTED = [
  ...["id", "arn", "key_id", "contact_flow_id", "hours_of_operation_id", "queue_id"],
  ...["quick_connect_id", "routing_profile_id", "security_profile_id", "user_id"],
];

/**
 * The plan from one synthesized configuration to another, as far as that can be told without
 * Terraform: what refers to something that is made is not known yet, what refers to something that
 * is there stands as the reference itself. Real plans are judged in real-plans.e2e.test.ts.
 *
 * @param before - What has been applied; undefined for nothing.
 */
export function planBetween(before: Synthesized | undefined, after: Synthesized): Plan {
  return planFrom(planJsonBetween(before, after));
}

/** The same, as Terraform's JSON. */
export function planJsonBetween(before: Synthesized | undefined, after: Synthesized): Json {
  const [old, next] = [resourcesOf(before), resourcesOf(after)];
  const [oldValues, nextValues] = [allValuesOf(before), allValuesOf(after)];
  const addresses = [...new Set([...old.keys(), ...next.keys()])].sort();
  const made = (address: string) => next.has(address) && !old.has(address);
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes: addresses.map((address) =>
      changeOf(address, oldValues.get(address), nextValues.get(address), made),
    ),
    prior_state: { values: { root_module: { resources: dataOf(after) } } },
    configuration: {
      provider_config: { aws: providerOf(after) },
      root_module: {
        resources: [
          ...[...next].map(([address, block]) => configured(address, block)),
          ...asked(after),
        ],
      },
    },
    complete: true,
    errored: false,
  };
}

function changeOf(
  address: string,
  before: Json | undefined,
  after: Json | undefined,
  made: (address: string) => boolean,
) {
  const [type, name] = address.split(".");
  const [known, unknown] = after ? split(after, made) : [null, false];
  const settled =
    before !== undefined && known !== null ? { ...computedOf(address), ...known } : known;
  const old = before === undefined ? null : { ...computedOf(address), ...before };
  const isSame = isDeepStrictEqual(old, settled);
  const action = !old ? "create" : !settled ? "delete" : isSame ? "no-op" : "update";
  return {
    ...{ address, mode: "managed", type, name },
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: [action],
      before: old,
      after: settled,
      after_unknown: unknown ?? {},
      before_sensitive: {},
      after_sensitive: {},
    },
  };
}

function computedOf(address: string): Json {
  return Object.fromEntries(COMPUTED.map((name) => [name, `\${${address}.${name}}`]));
}

/** Takes out of a value what refers to something that is made, and masks it. */
function split(
  value: unknown,
  made: (address: string) => boolean,
): [known: unknown, mask: unknown] {
  if (typeof value === "string") {
    const refers = [...value.matchAll(/\$\{([\w-]+\.[\w-]+)\./g)].some(([, to = ""]) => made(to));
    return refers ? [undefined, true] : [value, undefined];
  }
  if (typeof value !== "object" || value === null) return [value, undefined];
  const parts = Object.entries(value).map(([key, each]) => [key, ...split(each, made)] as const);
  const known = parts.filter(([, each]) => each !== undefined).map(([key, each]) => [key, each]);
  const masks = parts
    .filter(([, , mask]) => mask !== undefined)
    .map(([key, , mask]) => [key, mask]);
  const ofKnown: unknown = Object.fromEntries(known);
  const ofMask: unknown = Object.fromEntries(masks);
  return Array.isArray(value)
    ? [parts.map(([, each]) => each), parts.map(([, , mask]) => mask ?? false)]
    : [ofKnown, masks.length > 0 ? ofMask : undefined];
}

/** Kept: many tests change one center. */
const known = new WeakMap<Synthesized, ReadonlyMap<string, Json>>();

/** The attributes of all resources, by address. */
function allValuesOf(stack: Synthesized | undefined): ReadonlyMap<string, Json> {
  if (!stack) return new Map();
  const all = resourcesOf(stack);
  const values =
    known.get(stack) ??
    new Map([...all].map(([address, block]) => [address, valuesOf(stack, all, address, block)]));
  known.set(stack, values);
  return values;
}

/** A resource's attributes as a plan gives them: blocks are lists, references are followed. */
function valuesOf(
  stack: Synthesized,
  all: ReadonlyMap<string, Json>,
  address: string,
  block: Json,
): Json {
  const values = blocksAsLists(followed(block, all)) as Json;
  if (!address.startsWith("aws_lambda_invocation.")) return values;
  const [, local = ""] = /local\.(\w+)/.exec(String(values.input)) ?? [];
  const desired = followed((stack.json.locals as Json)[local], all);
  // Text in text: what it refers to is still seen.
  return { ...values, input: JSON.stringify({ desired, run: "none" }) };
}

/** Puts what is configured in the place of what refers to it. */
function followed(value: unknown, all: ReadonlyMap<string, Json>): unknown {
  if (typeof value === "string") {
    return value.replaceAll(
      /\$\{([\w-]+\.[\w-]+)\.([\w-]+)\}/g,
      (text, address: string, name: string) => {
        const at = all.get(address)?.[name];
        return typeof at === "string" ? String(followed(at, all)) : text;
      },
    );
  }
  if (Array.isArray(value)) return value.map((each) => followed(each, all));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, followed(each, all)]));
}

function blocksAsLists(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => blocksAsLists(each));
  if (typeof value !== "object" || value === null || MAPS.includes(key)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      const inner = blocksAsLists(each, name);
      const isBlock = typeof inner === "object" && inner !== null && !Array.isArray(inner);
      return [name, isBlock && !MAPS.includes(name) ? [inner] : inner];
    }),
  );
}

function configured(address: string, block: Json) {
  const [type, name] = address.split(".");
  return {
    ...{ address, mode: "managed", type, name, provider_config_key: "aws", schema_version: 0 },
    expressions: expressionsOf(blocksAsLists(block) as Json),
  };
}

function expressionsOf(values: Json): Json {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isBlocks =
        Array.isArray(value) && value.some((each) => typeof each === "object" && each !== null);
      return [
        name,
        isBlocks ? value.map((each) => expressionsOf(each as Json)) : { constant_value: value },
      ];
    }),
  );
}

function providerOf({ json }: Synthesized): Json {
  const { aws } = json.provider as { aws: readonly Json[] };
  const { allowed_account_ids: ids } = aws[0] ?? {};
  return {
    ...{ name: "aws", full_name: "registry.terraform.io/hashicorp/aws" },
    version_constraint: "5.100.0",
    expressions: { allowed_account_ids: { constant_value: ids } },
  };
}

function dataOf(stack: Synthesized): Json[] {
  return dataSources(stack).map(({ address, block }) => ({
    ...{ address, mode: "data", values: { ...computedOf(address), ...block } },
  }));
}

/** Data sources as the configuration writes them. */
function asked(stack: Synthesized): Json[] {
  return dataSources(stack).map(({ address, type, name, block }) => ({
    ...{ address, mode: "data", type, name, provider_config_key: "aws", schema_version: 0 },
    expressions: expressionsOf(withoutMeta(block)),
  }));
}

function dataSources(stack: Synthesized) {
  const data = (stack.json.data ?? {}) as Record<string, Record<string, Json>>;
  return Object.entries(data).flatMap(([type, all]) =>
    Object.entries(all).map(([name, block]) => ({
      ...{ address: `data.${type}.${name}`, type, name, block },
    })),
  );
}

const withoutMeta = (block: Json): Json =>
  Object.fromEntries(Object.entries(block).filter(([key]) => !META.includes(key)));

function resourcesOf(stack: Synthesized | undefined): ReadonlyMap<string, Json> {
  const all = (stack?.json.resource ?? {}) as Record<string, Record<string, Json>>;
  return new Map(
    Object.entries(all).flatMap(([type, named]) =>
      Object.entries(named).map(([name, block]): [string, Json] => [
        `${type}.${name}`,
        withoutMeta(block),
      ]),
    ),
  );
}
