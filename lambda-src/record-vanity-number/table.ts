import { isDeepStrictEqual } from "node:util";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type AttributeValue,
} from "@aws-sdk/client-dynamodb";

/** A row of the table. */
export interface VanityRow {
  /** E.164; the key. */
  readonly phone: string;
  readonly companyName: string;
  /** The best vanity number. */
  readonly vanityNumber: string;
  /** The five best, best first. */
  readonly vanityNumbers: readonly string[];
}

/** What a write changed. */
export type Recorded = "recorded" | "updated" | "unchanged";

/** Connect hears silence while we wait and gives up after eight seconds, so all attempts together must end well before. */
const ALL_ATTEMPTS_MS = 4_000;

/**
 * A client that never waits longer than the budget: the SDK's defaults hang beyond Connect's eight seconds, and without
 * `throwOnRequestTimeout` its request timeout is only a warning in the log.
 */
export function createDynamoDBClient(): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
  });
}

function itemOf(row: VanityRow) {
  return {
    phone: { S: row.phone },
    companyName: { S: row.companyName },
    vanityNumber: { S: row.vanityNumber },
    vanityNumbers: { L: row.vanityNumbers.map((number) => ({ S: number })) },
  };
}

function textsOf(value: AttributeValue | undefined): string[] {
  return (value?.L ?? []).flatMap(({ S }) => (S === undefined ? [] : [S]));
}

/** The table of vanity numbers. Needs `dynamodb:GetItem`, `dynamodb:PutItem` and `dynamodb:UpdateItem` on it. */
export class VanityTable {
  /**
   * @param client from `createDynamoDBClient`
   * @param tableName its name
   * @param patienceMs the longest that all attempts of one request may take together
   */
  public constructor(
    private readonly client: DynamoDBClient,
    private readonly tableName: string,
    private readonly patienceMs = ALL_ATTEMPTS_MS,
  ) {}

  /**
   * Writes a row. A new phone is put; for one that is there, only another company name or other numbers update it, so a repeat changes
   * nothing. Both writes are conditional and DynamoDB orders those for one phone: of several at once none is lost, and the last stays.
   *
   * The last to arrive, that is. The specification's four attributes don't tell when a company name was given, so when an event is
   * retried after a newer name for the same phone was recorded, the older name comes back. Who sends names that change, sends the next
   * one when the last is answered.
   * @param row of which no attribute may be empty
   * @throws what the SDK throws after its last attempt or when patience ends
   */
  public async record(row: VanityRow): Promise<Recorded> {
    const abortSignal = AbortSignal.timeout(this.patienceMs);
    try {
      await this.client.send(
        new PutItemCommand({
          TableName: this.tableName,
          Item: itemOf(row),
          ConditionExpression: "attribute_not_exists(phone)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
        { abortSignal },
      );
      return "recorded";
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      if (error.Item !== undefined && isDeepStrictEqual(error.Item, itemOf(row)))
        return "unchanged";
    }
    return this.update(row, abortSignal);
  }

  /**
   * Reads the row of a phone.
   * @param phone E.164
   * @returns the row as last written, or undefined
   * @throws what the SDK throws after its last attempt or when patience ends
   */
  public async find(phone: string): Promise<VanityRow | undefined> {
    const { Item } = await this.client.send(
      new GetItemCommand({
        TableName: this.tableName,
        Key: { phone: { S: phone } },
        ConsistentRead: true,
      }),
      { abortSignal: AbortSignal.timeout(this.patienceMs) },
    );
    if (Item === undefined) return undefined;
    return {
      phone,
      companyName: Item.companyName?.S ?? "",
      vanityNumber: Item.vanityNumber?.S ?? "",
      vanityNumbers: textsOf(Item.vanityNumbers),
    };
  }

  private async update(row: VanityRow, abortSignal: AbortSignal): Promise<Recorded> {
    const { phone, companyName, vanityNumber, vanityNumbers } = itemOf(row);
    try {
      await this.client.send(
        new UpdateItemCommand({
          TableName: this.tableName,
          Key: { phone },
          UpdateExpression: "SET companyName = :name, vanityNumber = :best, vanityNumbers = :all",
          ConditionExpression: "companyName <> :name OR vanityNumbers <> :all",
          ExpressionAttributeValues: {
            ":name": companyName,
            ":best": vanityNumber,
            ":all": vanityNumbers,
          },
        }),
        { abortSignal },
      );
      return "updated";
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return "unchanged";
      throw error;
    }
  }
}
