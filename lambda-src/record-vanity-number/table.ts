import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  GetItemCommand,
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

function textsOf(value: AttributeValue | undefined): string[] {
  return (value?.L ?? []).flatMap(({ S }) => (S === undefined ? [] : [S]));
}

/** The table of vanity numbers. Needs `dynamodb:GetItem` and `dynamodb:UpdateItem` on it. */
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
   * Writes a row in one conditional request. The condition fails for what is recorded already, so a repeat changes nothing; DynamoDB
   * orders requests for one phone, so none of several at once is lost and the last is what stays.
   * @param row of which no attribute may be empty
   * @throws what the SDK throws after its last attempt or when patience ends
   */
  public async record(row: VanityRow): Promise<Recorded> {
    try {
      const { Attributes } = await this.client.send(
        new UpdateItemCommand({
          TableName: this.tableName,
          Key: { phone: { S: row.phone } },
          UpdateExpression: "SET companyName = :name, vanityNumber = :best, vanityNumbers = :all",
          ConditionExpression:
            "attribute_not_exists(phone) OR companyName <> :name OR vanityNumbers <> :all",
          ExpressionAttributeValues: {
            ":name": { S: row.companyName },
            ":best": { S: row.vanityNumber },
            ":all": { L: row.vanityNumbers.map((number) => ({ S: number })) },
          },
          ReturnValues: "UPDATED_OLD",
        }),
        { abortSignal: AbortSignal.timeout(this.patienceMs) },
      );
      return Attributes === undefined ? "recorded" : "updated";
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return "unchanged";
      throw error;
    }
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
}
