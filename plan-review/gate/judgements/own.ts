import type { JsonObject } from "../../values.ts";
import type { Context } from "../context.ts";

/** The attributes by which things of Amazon Connect and functions are named. */
const NAMES = [
  ...["id", "arn", "function_arn", "queue_id", "contact_flow_id", "contact_flow_module_id"],
  ...["hours_of_operation_id", "prompt_id", "user_id"],
];

const REFERENCE = /^\$\{((?:data\.)?(\w+)\.[\w-]+)\.\w+\}$/;

/**
 * The address of a thing of this plan, be it made here or read from the instance.
 *
 * @param value - Its id or ARN, or, before that is known, what the configuration refers to.
 * @param types - Of which it must be.
 */
export function ownAddress(
  value: unknown,
  types: readonly string[],
  { resources, plan }: Context,
): string | undefined {
  if (typeof value !== "string") return undefined;
  const [, referred, type = ""] = REFERENCE.exec(value) ?? [];
  if (referred !== undefined) {
    const isThere =
      referred.startsWith("data.") || resources.some(({ address }) => address === referred);
    return types.includes(type) && isThere ? referred : undefined;
  }
  const isIt = (values: JsonObject | null) => NAMES.some((name) => values?.[name] === value);
  const made = resources.find(
    (each) => types.includes(each.type) && (isIt(each.after) || isIt(each.before)),
  );
  if (made) return made.address;
  const read = [...plan.data].find(
    ([address, values]) => types.includes(address.split(".")[1] ?? "") && isIt(values),
  );
  return read?.[0];
}
