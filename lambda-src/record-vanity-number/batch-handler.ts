import { readEnvironment } from "./environment";
import { serve, type VanityAnswer } from "./serve";
import { createDynamoDBClient, VanityTable } from "./table";
import { flushMetrics, report, reportFault } from "./telemetry";

const { TABLE_NAME } = readEnvironment(process.env);
const table = new VanityTable(createDynamoDBClient(), TABLE_NAME);

/** Requests under way at once: enough to hide DynamoDB's few milliseconds, few enough not to be throttled in a fresh table. */
const AT_ONCE = 10;

/** What a Distributed Map's ItemBatcher sends: rows of the CSV, each with its headers as names. */
export interface VanityBatch {
  readonly Items: readonly unknown[];
}

/** A row of the list and its answer. */
export interface BatchResult {
  readonly item: unknown;
  readonly answer: VanityAnswer;
}

/** The answers of a batch, those that were skipped apart. */
export interface BatchAnswer {
  readonly results: readonly BatchResult[];
  readonly rejects: readonly BatchResult[];
}

/**
 * Serves a batch of a Step Functions Distributed Map.
 * @param batch as the ItemBatcher sends it
 * @throws the first fault of the table once all items have been tried; the whole batch may then be retried, since repeats change nothing
 */
export async function handler(batch: VanityBatch): Promise<BatchAnswer> {
  if (!Array.isArray(batch.Items))
    throw new TypeError(
      "event must be {Items: [...]}, as a Distributed Map's ItemBatcher sends it",
    );
  const answered: BatchResult[] = [];
  const faults: unknown[] = [];
  const waiting = batch.Items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting)
      try {
        const served = await serve(item, table);
        report(served);
        answered[index] = { item, answer: served.answer };
      } catch (error) {
        reportFault(error);
        faults.push(error);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  flushMetrics();
  if (faults.length > 0) throw faults[0];
  return {
    results: answered.filter(({ answer }) => answer.status !== "skipped"),
    rejects: answered.filter(({ answer }) => answer.status === "skipped"),
  };
}
