import { NormalizedSchema } from "@smithy/core/schema";
import type { ServiceResponse } from "../../gateway/http";
import type { OperationModel } from "./model";

/** Writes an operation's output as Amazon Connect does: the members of its model, as JSON. */
export function writeOutput(operation: OperationModel, output: object): ServiceResponse {
  return {
    status: operation.status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(operation.output.isStructSchema() ? write(output, operation.output) : {}),
  };
}

function write(value: unknown, schema: NormalizedSchema): unknown {
  if (value === undefined || value === null) return undefined;
  if (schema.isStructSchema())
    return Object.fromEntries(
      [...schema.structIterator()].map(([member, memberSchema]) => [
        member,
        write((value as Record<string, unknown>)[member], memberSchema),
      ]),
    );
  if (schema.isListSchema())
    return (value as unknown[]).map((item) => write(item, schema.getValueSchema()));
  if (schema.isMapSchema())
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, write(item, schema.getValueSchema())]),
    );
  // A number of seconds and never a text: the AWS provider refuses any other form of a time.
  if (value instanceof Date) return value.getTime() / 1000;
  return value;
}
