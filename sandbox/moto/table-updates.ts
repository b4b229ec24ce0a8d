import type { Service, ServiceResponse } from "../gateway/http";
import { jsonInput } from "../gateway/json-input";
import { signatureOf } from "../gateway/signature";

interface UpdateTable {
  readonly TableName?: string;
  readonly BillingMode?: string;
  readonly SSESpecification?: { readonly Enabled?: boolean; readonly KMSMasterKeyId?: string };
}

/** What DescribeTable tells of the encryption, by region and table. */
export type TableEncryption = Map<string, object>;

/**
 * DynamoDB: the emulator's, with what moto forgets when a table is updated. One that becomes
 * on-demand has no capacity units any more, and one may get a key of its own: else each plan of a
 * table that was made by hand would differ, or fail.
 *
 * @param forward - Sends a request on to the emulator.
 * @param encryption - Of the tables that got a key later.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateTable.html
 */
export function createTableUpdates(
  forward: Service,
  encryption: TableEncryption = new Map(),
): Service {
  return async (request) => {
    const operation = String(request.headers["x-amz-target"]).replace("DynamoDB_20120810.", "");
    if (!/^(Create|Update|Delete|Describe)Table$/.test(operation)) return forward(request);
    const { region = "" } = signatureOf(request.url, request.headers) ?? {};
    const input = jsonInput<UpdateTable>(request);
    const table = `${region} ${input.TableName ?? ""}`;
    if (operation === "CreateTable" || operation === "DeleteTable") encryption.delete(table);
    if (operation !== "UpdateTable") {
      return withEncryption(await forward(request), encryption.get(table));
    }
    const onDemand = input.BillingMode === "PAY_PER_REQUEST";
    const answer = await forward({
      ...request,
      body: Buffer.from(JSON.stringify({ ...input, ...(onDemand && NO_CAPACITY) })),
    });
    const { SSESpecification: key } = input;
    if (answer.status === 200 && key?.Enabled === true) {
      encryption.set(table, {
        Status: "ENABLED",
        SSEType: "KMS",
        KMSMasterKeyArn: key.KMSMasterKeyId,
      });
    }
    return withEncryption(answer, encryption.get(table));
  };
}

const NO_CAPACITY = { ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 } };

function withEncryption(answer: ServiceResponse, SSEDescription?: object): ServiceResponse {
  if (SSEDescription === undefined || answer.status !== 200) return answer;
  const body = JSON.parse(String(answer.body)) as Record<string, object>;
  const described = Object.entries(body).map(([member, table]) => [
    member,
    { ...table, SSEDescription },
  ]);
  // The checksum is of moto's own answer.
  const { "content-length": _length, "x-amz-crc32": _checksum, ...headers } = answer.headers;
  return { ...answer, headers, body: JSON.stringify(Object.fromEntries(described)) };
}
