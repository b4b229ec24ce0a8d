import { isDeepStrictEqual } from "node:util";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type AttributeValue,
} from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

/** A row of the table. */
export interface VanityRow {
  /** E.164; the key. */
  readonly phone: string;
  readonly companyName: string;
  /** The best vanity number. */
  readonly vanityNumber: string;
  /** The five best, best first. */
  readonly vanityNumbers: readonly string[];
  /** When the company's name was given, as `Date.toISOString` writes it; absent where no request has told. */
  readonly requestedAt?: string;
}

/** What a write changed; `superseded`: nothing, since the row holds a name that was given later. */
export type Recorded = "recorded" | "updated" | "unchanged" | "superseded";

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

const IS_OTHER = "companyName <> :name OR vanityNumbers <> :all";

/** The row that a refused condition was about, which the document client leaves as DynamoDB sent it. */
function standingRow(item: Readonly<Record<string, AttributeValue>>): Partial<VanityRow> {
  const texts = item.vanityNumbers?.L?.map(({ S = "" }) => S);
  return {
    ...(item.companyName?.S === undefined ? {} : { companyName: item.companyName.S }),
    ...(item.vanityNumber?.S === undefined ? {} : { vanityNumber: item.vanityNumber.S }),
    ...(texts === undefined ? {} : { vanityNumbers: texts }),
    ...(item.requestedAt?.S === undefined ? {} : { requestedAt: item.requestedAt.S }),
  };
}

/** What a write would change of a row; undefined where it would have to be made. */
function changeOf(row: VanityRow, standing: Partial<VanityRow>): Recorded | undefined {
  const { requestedAt: at } = row;
  const { requestedAt: since } = standing;
  const isSame =
    standing.companyName === row.companyName &&
    standing.vanityNumber === row.vanityNumber &&
    isDeepStrictEqual(standing.vanityNumbers, row.vanityNumbers);
  const isOlder = at !== undefined && since !== undefined && since > at;
  if (isSame && (at === undefined || since === at || isOlder)) return "unchanged";
  return isOlder ? "superseded" : undefined;
}

/** The table of vanity numbers. Needs `dynamodb:GetItem`, `dynamodb:PutItem` and `dynamodb:UpdateItem` on it. */
export class VanityTable {
  private readonly documents: DynamoDBDocumentClient;

  /**
   * @param client from `createDynamoDBClient`
   * @param tableName its name
   * @param patienceMs the longest that all attempts of one request may take together
   */
  public constructor(
    client: DynamoDBClient,
    private readonly tableName: string,
    private readonly patienceMs = ALL_ATTEMPTS_MS,
  ) {
    this.documents = DynamoDBDocumentClient.from(client);
  }

  /**
   * Writes a row. A new phone is put; for one that is there, only another company name or other numbers update it, so a repeat changes
   * nothing. Both writes are conditional and DynamoDB orders those for one phone: of several at once none is lost, and the last stays.
   *
   * The last to arrive, that is, unless the row says when it was asked for: then a name never overwrites one that was given later, and
   * an event that is retried late changes nothing. A row without a time overwrites whatever is there, and the time stays.
   * @param row of which no attribute may be empty
   * @throws what the SDK throws after its last attempt or when patience ends
   */
  public async record(row: VanityRow): Promise<Recorded> {
    const abortSignal = AbortSignal.timeout(this.patienceMs);
    const put = new PutCommand({
      TableName: this.tableName,
      Item: row,
      ConditionExpression: "attribute_not_exists(phone)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    const standing = await standingAfter(this.documents.send(put, { abortSignal }));
    if (standing === undefined) return "recorded";
    return changeOf(row, standing) ?? (await this.update(row, abortSignal));
  }

  /**
   * Reads the row of a phone.
   * @param phone E.164
   * @returns the row as last written, or undefined
   * @throws what the SDK throws after its last attempt or when patience ends
   */
  public async find(phone: string): Promise<VanityRow | undefined> {
    const { Item } = await this.documents.send(
      new GetCommand({ TableName: this.tableName, Key: { phone }, ConsistentRead: true }),
      { abortSignal: AbortSignal.timeout(this.patienceMs) },
    );
    if (Item === undefined) return undefined;
    const { companyName = "", vanityNumber = "", vanityNumbers = [] } = Item as Partial<VanityRow>;
    return { phone, companyName, vanityNumber, vanityNumbers };
  }

  private async update(row: VanityRow, abortSignal: AbortSignal): Promise<Recorded> {
    const { phone, companyName, vanityNumber, vanityNumbers, requestedAt } = row;
    const isTimed = requestedAt !== undefined;
    const update = new UpdateCommand({
      TableName: this.tableName,
      Key: { phone },
      UpdateExpression: `SET companyName = :name, vanityNumber = :best, vanityNumbers = :all${isTimed ? ", requestedAt = :at" : ""}`,
      ConditionExpression: isTimed
        ? `attribute_not_exists(requestedAt) OR requestedAt < :at OR (requestedAt = :at AND (${IS_OTHER}))`
        : IS_OTHER,
      ExpressionAttributeValues: {
        ":name": companyName,
        ":best": vanityNumber,
        ":all": vanityNumbers,
        ...(isTimed ? { ":at": requestedAt } : {}),
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    const standing = await standingAfter(this.documents.send(update, { abortSignal }));
    return standing === undefined ? "updated" : (changeOf(row, standing) ?? "unchanged");
  }
}

/** The row that kept a conditional write from being made; undefined if it was made. */
async function standingAfter(write: Promise<unknown>): Promise<Partial<VanityRow> | undefined> {
  try {
    await write;
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return standingRow(error.Item ?? {});
  }
}
