import { readFileSync } from "node:fs";
import { type Oddity, odditiesIn } from "./plan-shape.ts";
import { isObject, type JsonObject, listOf, objectOf } from "./values.ts";

/** What Terraform would do with a resource or a data source, its pairs of actions named. */
export type ChangeKind =
  "no-op" | "read" | "create" | "update" | "replace" | "delete" | "forget" | "unknown";

/**
 * One resource or data source of a plan.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation
 */
export interface PlannedChange {
  /** `aws_connect_queue.customer_service`; of a data source it begins with `data.` */
  readonly address: string;
  /** Where it stood until now, if a `moved` block has brought it here. */
  readonly previousAddress?: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** `registry.terraform.io/hashicorp/aws` */
  readonly provider: string;
  /** Set on what an earlier replacement left behind and this apply would delete. */
  readonly deposed?: string;
  readonly kind: ChangeKind;
  /** As Terraform wrote them: `["delete", "create"]`. */
  readonly actions: readonly string[];
  /** Why, in Terraform's terms: `delete_because_no_resource_config`, `replace_because_tainted`. */
  readonly reason?: string;
  /** The id of the thing in AWS that this address takes over. */
  readonly importId?: string;
  /** Null where nothing is there yet. */
  readonly before: JsonObject | null;
  /** Null where nothing stays. What is known after the apply only is left out. */
  readonly after: JsonObject | null;
  /** `true` at each place of `after` whose value Terraform doesn't know yet. */
  readonly afterUnknown: unknown;
  /** `true` at each place of `before` that must not be shown. */
  readonly beforeSensitive: unknown;
  /** `true` at each place of `after` that must not be shown. */
  readonly afterSensitive: unknown;
  /** Paths of the attributes that force a replacement: `[["instance_alias"]]`. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
}

/** A plan, as `terraform show -json <plan file>` prints it. */
export interface Plan {
  /** Resources and data sources, those included with which nothing happens. */
  readonly changes: readonly PlannedChange[];
  /** What was changed outside Terraform since the last apply. */
  readonly drift: readonly PlannedChange[];
  /** Version constraint of each provider by its full name, as the configuration gives it. */
  readonly providers: Readonly<Record<string, string>>;
  /** Names of the outputs whose values would change. */
  readonly outputs: readonly string[];
  /** The planning stopped at an error, so that something is missing. */
  readonly errored: boolean;
  /** An apply of it leaves nothing to do; false for a `-target`. */
  readonly complete: boolean;
  /** Whether Terraform would apply it: not where nothing changes. */
  readonly applyable: boolean;
  /** The account that it is for; undefined where the provider isn't bound to one. */
  readonly account?: string;
  /** When it was made, in milliseconds since 1970; undefined where it doesn't say so. */
  readonly madeAt?: number;
  /** What isn't as Terraform writes it for this project: what of it can't be judged. */
  readonly oddities: readonly Oddity[];
  /** What the configuration says of each resource and data source, by address. */
  readonly configured: ReadonlyMap<string, JsonObject>;
  /** What data sources have read during the planning, by address. */
  readonly data: ReadonlyMap<string, JsonObject>;
}

/** A file that is not a plan, or one that can't be judged. */
export class PlanError extends Error {
  public override readonly name = "PlanError";
}

const CURE = "write it with `terraform show -json <plan file>`";

/**
 * Reads the JSON of a plan.
 *
 * @param file - What `terraform show -json <plan file>` has written.
 * @throws PlanError when it isn't there or is no plan.
 */
export function readPlan(file: string): Plan {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new PlanError(`${file} can't be read: ${messageOf(error)}`);
  }
  return parsePlan(text, file);
}

/**
 * Parses the JSON of a plan.
 *
 * @param text - What `terraform show -json <plan file>` printed.
 * @param source - What to call it in errors.
 * @throws PlanError when it is no plan.
 */
export function parsePlan(text: string, source = "the plan"): Plan {
  try {
    return planFrom(JSON.parse(text), source);
  } catch (error) {
    if (error instanceof PlanError) throw error;
    throw new PlanError(`${source} must be JSON (${messageOf(error)}): ${CURE}`);
  }
}

/**
 * Takes a plan from its JSON.
 *
 * @param json - What `terraform show -json <plan file>` printed, parsed.
 * @param source - What to call it in errors.
 * @throws PlanError when it is no plan.
 */
export function planFrom(json: unknown, source = "the plan"): Plan {
  if (!isObject(json) || typeof json.format_version !== "string") {
    throw new PlanError(`${source} must be a plan of Terraform: ${CURE}`);
  }
  if (!json.format_version.startsWith("1.")) {
    throw new PlanError(
      `${source} must have format version 1, got ${json.format_version}: this check doesn't know it`,
    );
  }
  // A state has format_version, too.
  if (!("planned_values" in json) || !("configuration" in json)) {
    throw new PlanError(`${source} must be a plan, and it looks like a state: ${CURE}`);
  }
  const providers = configuredProviders(json.configuration);
  const state = objectOf(objectOf(objectOf(json.prior_state).values).root_module);
  const { resources } = objectOf(objectOf(json.configuration).root_module);
  const account = accountOf(json.configuration);
  const madeAt = Date.parse(textOf(json.timestamp));
  return {
    changes: listOf(json.resource_changes).map(parseChange),
    drift: listOf(json.resource_drift).map(parseChange),
    providers,
    outputs: Object.entries(objectOf(json.output_changes))
      .filter(([, change]) => !sameActions(objectOf(change).actions, ["no-op"]))
      .map(([name]) => name),
    errored: json.errored !== false,
    complete: json.complete === true,
    applyable: json.applyable !== false,
    ...(account !== undefined && { account }),
    ...(!Number.isNaN(madeAt) && { madeAt }),
    oddities: odditiesIn(json),
    configured: byAddress(resources, "expressions"),
    data: byAddress(state.resources, "values", "data"),
  };
}

/** The one account that the provider may work in: in another one, Terraform would have stopped. */
function accountOf(configuration: unknown): string | undefined {
  const { aws } = objectOf(objectOf(configuration).provider_config);
  const { allowed_account_ids: allowed } = objectOf(objectOf(aws).expressions);
  const [account, ...more] = listOf(objectOf(allowed).constant_value);
  return typeof account === "string" && more.length === 0 ? account : undefined;
}

function byAddress(resources: unknown, part: string, mode?: string): Map<string, JsonObject> {
  const wanted = listOf(resources)
    .map(objectOf)
    .filter((each) => mode === undefined || each.mode === mode);
  return new Map(wanted.map((each) => [textOf(each.address), objectOf(each[part])]));
}

/** Reads what can be read: what is wrong with the rest stands among the oddities. */
function parseChange(json: unknown): PlannedChange {
  const raw = objectOf(json);
  const change = objectOf(raw.change);
  const actions = listOf(change.actions).map(textOf);
  const importId = isObject(change.importing) ? textOf(change.importing.id) : undefined;
  return {
    address: textOf(raw.address),
    ...(typeof raw.previous_address === "string" && { previousAddress: raw.previous_address }),
    mode: raw.mode === "data" ? "data" : "managed",
    type: textOf(raw.type),
    provider: textOf(raw.provider_name),
    ...(typeof raw.deposed === "string" && { deposed: raw.deposed }),
    kind: kindOf(actions),
    actions,
    ...(typeof raw.action_reason === "string" && { reason: raw.action_reason }),
    ...(importId !== undefined && { importId }),
    before: isObject(change.before) ? change.before : null,
    after: isObject(change.after) ? change.after : null,
    afterUnknown: change.after_unknown ?? false,
    beforeSensitive: change.before_sensitive ?? false,
    afterSensitive: change.after_sensitive ?? false,
    replacePaths: listOf(change.replace_paths) as (string | number)[][],
  };
}

const KINDS: Readonly<Record<string, ChangeKind>> = {
  '["no-op"]': "no-op",
  '["read"]': "read",
  '["create"]': "create",
  '["update"]': "update",
  '["delete"]': "delete",
  '["forget"]': "forget",
  '["delete","create"]': "replace",
  '["create","delete"]': "replace",
  // Terraform 1.7 on: the new one is made, the old one stays and is no longer managed.
  '["create","forget"]': "forget",
};

function kindOf(actions: readonly string[]): ChangeKind {
  return KINDS[JSON.stringify(actions)] ?? "unknown";
}

function configuredProviders(configuration: unknown): Record<string, string> {
  const configs = Object.values(objectOf(objectOf(configuration).provider_config));
  return Object.fromEntries(
    configs
      .map(objectOf)
      .map((each) => [textOf(each.full_name), textOf(each.version_constraint)] as const),
  );
}

function sameActions(actions: unknown, expected: readonly string[]): boolean {
  return JSON.stringify(actions) === JSON.stringify(expected);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
