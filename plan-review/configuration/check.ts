import { isObject, valueAt } from "../values.ts";
import { BOOTSTRAP, BOOTSTRAP_STATE, CENTER } from "./allowed.ts";
import { relationFaults } from "./relations.ts";
import { type Fault, faultsOf, type Shape } from "./shape.ts";

/** Says what to do about faults of a configuration. */
export const WHERE_TO_ALLOW =
  "What may be there stands in plan-review/configuration/. Does a construct write something new? Then add it there first (docs/pull-requests.md).";

/**
 * Finds what a configuration must not contain when Terraform runs it with credentials. Allowed is what cdktf
 * writes for the constructs, in the form in which cdktf writes it. Anything else could run code, read the
 * runner's disk, send credentials and state elsewhere, or hide from the plan what an apply would do.
 *
 * @param configuration - The content of a `cdk.tf.json`.
 * @returns A line for each fault: where it is, what is wrong, and what would be right.
 */
export function faultsIn(configuration: unknown): string[] {
  const state = valueAt(configuration, ["terraform", "backend", "s3", "key"]);
  return linesOf(
    configuration,
    state === BOOTSTRAP_STATE ? BOOTSTRAP : CENTER,
    isObject(configuration) ? relationFaults(configuration) : [],
  );
}

/**
 * The faults of a file's content, a line for each.
 *
 * @param content - What JSON.parse makes of it.
 * @param shape - What it must be.
 * @param relations - Finds faults between its parts; they are reported if the parts have their shapes.
 */
export function linesOf(content: unknown, shape: Shape, relations: readonly Fault[]): string[] {
  const faults = faultsOf(content, shape);
  const places = new Set(faults.map(({ place }) => place));
  return [...faults, ...relations.filter(({ place }) => !places.has(place))].map(
    ({ place, problem }) => `${place === "" ? "the configuration" : place} ${problem}`,
  );
}
