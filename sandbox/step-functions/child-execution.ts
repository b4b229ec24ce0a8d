import { randomUUID } from "node:crypto";

import type { Json } from "../../contact-flow/json";
import type { CsvItem } from "./csv-items";
import type { DistributedMap } from "./distributed-map";
import { STATE_DATA_LIMIT } from "./state-failure";

/** An execution that a Distributed Map starts for a batch of its items. */
export interface ChildExecution {
  readonly name: string;
  /** JSON. */
  readonly input: string;
  /** How many items it has. */
  readonly items: number;
  status: ChildStatus;
  /** JSON, of one that succeeded. */
  output?: string;
  error?: string;
  cause?: string;
  started?: Date;
  stopped?: Date;
  redrives: number;
}

/** How it stands; nothing here times out. */
export type ChildStatus = "PENDING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "ABORTED";

/**
 * Makes the executions for a list. A batch is full when it has the items that the map says, or would exceed 256 KiB.
 *
 * @param input - The map state's.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
export function childrenOf(
  items: readonly CsvItem[],
  { batcher }: DistributedMap,
  input: Json,
): ChildExecution[] {
  if (batcher === undefined) return items.map((item) => child(JSON.stringify(item), 1));
  const batchInput = batcher.input && { BatchInput: batcher.input(input) };
  const inputOf = (batch: readonly string[]) =>
    JSON.stringify({ ...batchInput, Items: [] }).replace(/\[\]\}$/, () => `[${batch.join()}]}`);
  const frame = Buffer.byteLength(inputOf([]));
  const children: ChildExecution[] = [];
  let batch: string[] = [];
  let bytes = frame;
  const end = (): void => {
    if (batch.length > 0) children.push(child(inputOf(batch), batch.length));
    batch = [];
    bytes = frame;
  };
  for (const item of items) {
    const text = JSON.stringify(item);
    const size = Buffer.byteLength(text) + 1;
    if (batch.length === batcher.items || bytes + size > STATE_DATA_LIMIT) end();
    batch.push(text);
    bytes += size;
  }
  end();
  return children;
}

const child = (input: string, items: number): ChildExecution => ({
  name: randomUUID(),
  input,
  items,
  status: "PENDING",
  redrives: 0,
});
