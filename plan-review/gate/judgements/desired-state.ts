import { isObject, type JsonObject } from "../../values.ts";

/**
 * The state in which an invocation wants the instance to be: `desired` of its input, as
 * constructs/associations/association.ts writes it.
 *
 * @param values - Of an `aws_lambda_invocation`, resource or data source.
 * @returns undefined if it isn't known, or the input is of another kind.
 */
export function desiredIn(values: JsonObject | null): JsonObject | undefined {
  if (typeof values?.input !== "string") return undefined;
  try {
    const input: unknown = JSON.parse(values.input);
    return isObject(input) && isObject(input.desired) ? input.desired : undefined;
  } catch {
    return undefined;
  }
}
