import { DynamoDBClient, DynamoDBServiceException } from "@aws-sdk/client-dynamodb";
import { VanityTable } from "../../lambda-src/record-vanity-number/table";
import { errorMessage, OperatorError } from "../../sandbox/machine/errors";
import type { VanityResult } from "./result";

/** Writes under way at once. */
const AT_ONCE = 25;

/** A list may wait for a throttled table much longer than a caller may. */
const PATIENCE_MS = 120_000;
const MOST_ATTEMPTS = 12;

/** Writes results to the table. */
export type Recorder = (results: readonly VanityResult[]) => Promise<void>;

/**
 * Makes a recorder. It writes row by row, several at once, with the function's own conditional write: BatchWriteItem takes no condition,
 * so it would overwrite (and bill) rows that are there already. The SDK's adaptive retries slow all of them down when the table
 * throttles.
 * @param tableName the DynamoDB table; region, credentials and endpoint come from the environment
 */
export function recorderOf(tableName: string): Recorder {
  const client = new DynamoDBClient({
    maxAttempts: MOST_ATTEMPTS,
    retryMode: "adaptive",
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
  const table = new VanityTable(client, tableName, PATIENCE_MS);
  return async (results) => {
    const waiting = results.values();
    const work = async (): Promise<void> => {
      for (const { phone, companyName, numbers, requestedAt } of waiting)
        await table.record({
          phone,
          companyName,
          vanityNumber: numbers[0] ?? "",
          vanityNumbers: numbers,
          ...(requestedAt !== undefined && { requestedAt }),
        });
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, work));
    } catch (error) {
      throw new OperatorError(
        `the table ${tableName} did not take the rows (${reasonOf(error)}): run the same command again, it goes on where it stopped`,
      );
    }
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof DynamoDBServiceException) return `${error.name}: ${error.message}`;
  return errorMessage(error);
}
