import { parsePlan, type Plan } from "../../plan-review/plan";

/** A change as Terraform writes it, as far as a test says otherwise. */
export interface ChangeJson {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly afterUnknown?: object;
  readonly beforeSensitive?: object;
  readonly afterSensitive?: object;
  readonly replacePaths?: readonly (readonly (string | number)[])[];
  readonly reason?: string;
  readonly importId?: string;
  readonly previousAddress?: string;
  readonly deposed?: string;
  readonly provider?: string;
}

/** The JSON that `terraform show -json` prints for these changes, in the fields that are read. */
export function planJson(changes: readonly ChangeJson[], more: object = {}) {
  return {
    format_version: "1.2",
    planned_values: { root_module: {} },
    resource_changes: changes.map(changeJson),
    output_changes: {},
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          version_constraint: "5.100.0",
        },
      },
      root_module: {},
    },
    complete: true,
    errored: false,
    ...more,
  };
}

/** A plan of these changes. */
export function planOf(changes: readonly ChangeJson[], more: object = {}): Plan {
  return parsePlan(JSON.stringify(planJson(changes, more)));
}

/** Whether something is there before and after an action. */
const THERE: Readonly<Record<string, readonly [before: boolean, after: boolean]>> = {
  "no-op": [true, true],
  create: [false, true],
  read: [false, true],
  update: [true, true],
  delete: [true, false],
  forget: [true, false],
  "delete create": [true, true],
  "create delete": [true, true],
  "create forget": [true, true],
};

function changeJson(change: ChangeJson) {
  const { address, actions, importId } = change;
  const [hasBefore, hasAfter] = THERE[actions.join(" ")] ?? [false, false];
  const { before = hasBefore ? {} : null, after = hasAfter ? {} : null } = change;
  const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
  return {
    address,
    mode: address.startsWith("data.") ? "data" : "managed",
    type,
    name,
    provider_name: change.provider ?? "registry.terraform.io/hashicorp/aws",
    ...(change.previousAddress !== undefined && { previous_address: change.previousAddress }),
    ...(change.deposed !== undefined && { deposed: change.deposed }),
    ...(change.reason !== undefined && { action_reason: change.reason }),
    change: {
      actions,
      before,
      after,
      after_unknown: change.afterUnknown ?? {},
      before_sensitive: change.beforeSensitive ?? {},
      after_sensitive: change.afterSensitive ?? {},
      ...(change.replacePaths && { replace_paths: change.replacePaths }),
      ...(importId !== undefined && { importing: { id: importId } }),
    },
  };
}
