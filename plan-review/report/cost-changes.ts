import { isObject } from "../values.ts";

/** What an environment costs before and after, in dollars: what `commands/cost-changes` writes. */
export interface CostChange {
  readonly environment: string;
  readonly call: readonly [before: number, after: number];
  readonly idleMonth: readonly [before: number, after: number];
}

/** The file with all of them, a JSON list. */
export const COST_CHANGES = "costs.json";

/** Bytes of that file. */
export const COST_CHANGES_LIMIT = 100_000;

/**
 * Reads what costs another price. The pull request's own code has written it, so nothing is taken for
 * granted.
 *
 * @param text - The file's.
 * @throws Error that says what is wrong.
 */
export function parseCostChanges(text: string): readonly CostChange[] {
  const json: unknown = JSON.parse(text);
  if (!Array.isArray(json) || !json.every(isCostChange)) {
    throw new Error(
      `${COST_CHANGES} must be a list of prices, as commands/cost-changes.ts writes it`,
    );
  }
  return json;
}

function isCostChange(json: unknown): json is CostChange {
  if (!isObject(json)) return false;
  const { environment, call, idleMonth } = json;
  return (
    typeof environment === "string" &&
    /^[a-z][a-z0-9-]{0,40}$/.test(environment) &&
    [call, idleMonth].every(isPair)
  );
}

function isPair(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((each) => typeof each === "number" && Number.isFinite(each))
  );
}

/** A line for each environment whose prices change; empty where none does. */
export function costSection(changes: readonly CostChange[]): string {
  if (changes.length === 0) return "";
  const lines = changes.map(
    ({ environment, call, idleMonth }) =>
      `- ${environment}: a call ${fromTo(call, 3)}, an idle month ${fromTo(idleMonth, 2)}`,
  );
  return ["### Costs, estimated by the change's own code", "", ...lines].join("\n");
}

function fromTo([before, after]: readonly [number, number], digits: number): string {
  const [from, to] = [before, after].map((dollars) => `$${dollars.toFixed(digits)}`);
  return from === to ? `${from ?? ""} as before` : `${from ?? ""} → ${to ?? ""}`;
}
