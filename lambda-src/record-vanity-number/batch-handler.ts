import { readEnvironment } from "./environment";
import { serve, type Served, type Status } from "./serve";
import { createDynamoDBClient, VanityTable } from "./table";
import { flushMetrics, report, reportFault } from "./telemetry";

const { tableName, ownWords } = readEnvironment(process.env);
const table = new VanityTable(createDynamoDBClient(), tableName);

/** Requests under way at once: enough to hide DynamoDB's few milliseconds, few enough not to be throttled in a fresh table. */
const AT_ONCE = 10;

/** What of a bad row is answered: enough to know it by. */
const LONGEST_ECHO = 200;

/** What a Distributed Map's ItemBatcher sends: rows of the CSV, each with its headers as names. */
export interface VanityBatch {
  readonly Items: readonly unknown[];
}

/** A row that was served. */
export interface BatchResult {
  /** E.164. */
  readonly phone: string;
  readonly companyName: string;
  readonly status: Status;
  /** The five best, best first. */
  readonly vanityNumbers: readonly string[];
}

/** A row that was skipped, as far as it can be read. */
export interface BatchReject {
  readonly phone: string;
  readonly companyName: string;
  readonly reason: string;
}

/** The answers of a batch, with columns of its own: a list's other columns could make it longer than Step Functions takes (256 KiB). */
export interface BatchAnswer {
  readonly results: readonly BatchResult[];
  readonly rejects: readonly BatchReject[];
}

/** A row without the byte-order mark that a list's first column's name begins with. */
function withoutMark(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name.replace(/^\uFEFF|\s+$/g, ""), value]),
  );
}

function echo(item: unknown, name: string): string {
  const fields = typeof item === "object" && item !== null ? item : {};
  const value = Object.hasOwn(fields, name) ? (fields as Record<string, unknown>)[name] : "";
  return typeof value === "string" ? value.slice(0, LONGEST_ECHO) : "";
}

function resultOf({ answer, phone }: Served): BatchResult {
  const five = [1, 2, 3, 4, 5].map((rank) => answer[`vanityNumber${rank}`] ?? "");
  return {
    phone: phone?.e164 ?? "",
    companyName: answer.companyName ?? "",
    status: answer.status,
    vanityNumbers: five.filter((number) => number !== ""),
  };
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
  const items = (batch.Items as unknown[]).map(withoutMark);
  const answered: Served[] = [];
  const faults: unknown[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting)
      try {
        const served = await serve(item, table, ownWords);
        report(served);
        answered[index] = served;
      } catch (error) {
        reportFault(error);
        faults.push(error);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  flushMetrics();
  if (faults.length > 0) throw faults[0];
  const isReject = ({ answer }: Served): boolean => answer.status === "skipped";
  return {
    results: answered.filter((served) => !isReject(served)).map(resultOf),
    rejects: answered.flatMap((served, index) => {
      if (!isReject(served)) return [];
      const item = items[index];
      const reason = served.answer.reason ?? "";
      return [{ phone: echo(item, "phone"), companyName: echo(item, "companyName"), reason }];
    }),
  };
}
