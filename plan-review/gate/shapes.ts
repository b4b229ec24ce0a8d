import { isDeepStrictEqual } from "node:util";
import type { PlannedChange } from "../plan.ts";
import { isObject } from "../values.ts";
import type { Context } from "./context.ts";
import type { Finding } from "./finding.ts";

/** Blocks of which there may be several: each of them is judged, or all are free. */
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  aws_budgets_budget: ["cost_filter", "notification"],
  aws_cloudwatch_metric_alarm: ["metric_query"],
  aws_connect_hours_of_operation: ["config"],
  aws_connect_routing_profile: ["media_concurrencies", "queue_configs"],
  aws_dynamodb_table: ["attribute"],
  aws_s3_bucket_lifecycle_configuration: [
    ...["rule", "rule.noncurrent_version_transition", "rule.transition"],
  ],
};

/** What the provider writes as an object: maps, whose keys are anybody's, and time limits. */
const MAPS = [
  ...["dimensions", "input_paths", "tags", "tags_all", "timeouts", "triggers", "variables"],
];

/**
 * Finds values that aren't shaped as the rules read them: an object where the provider writes a list of
 * blocks, or a second block where they look at the first one.
 */
export function findShapes({ resources }: Context): Finding[] {
  return resources
    .filter(({ kind }) => ["create", "update", "replace"].includes(kind))
    .flatMap((change) =>
      [...new Set(shapesOf(change))].map((happens) => ({
        addresses: [change.address],
        tolerated: 0,
        happens,
        because: "nobody has said how to judge it",
        source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs",
        cure: "write it as the constructs do; if one must write more, teach plan-review/gate/shapes.ts",
      })),
    );
}

function shapesOf({ type, before, after }: PlannedChange): readonly string[] {
  const several = SEVERAL[type] ?? [];
  return Object.entries(after ?? {})
    .filter(([name, value]) => !isDeepStrictEqual(before?.[name], value))
    .flatMap(([name, value]) => shapes(value, name, several));
}

function shapes(value: unknown, path: string, several: readonly string[]): readonly string[] {
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (isObject(value)) {
    return MAPS.includes(name) ? [] : [`has an object for ${path}, where blocks are a list`];
  }
  if (!Array.isArray(value)) return [];
  const blocks = value.filter(isObject);
  const tooMany = blocks.length > 1 && !several.includes(path);
  return [
    ...(tooMany ? [`has ${blocks.length} blocks ${path}, of which one is judged`] : []),
    ...(blocks.length > 0 && blocks.length < value.length
      ? [`mixes blocks and values in ${path}`]
      : []),
    ...blocks.flatMap((block) =>
      Object.entries(block).flatMap(([inner, each]) => shapes(each, `${path}.${inner}`, several)),
    ),
  ];
}
