import type { Service, ServiceRequest, ServiceResponse } from "../gateway/http";
import { jsonInput } from "../gateway/json-input";
import { signatureOf } from "../gateway/signature";

interface LogGroup {
  readonly logGroupName: string;
  readonly kmsKeyId?: string;
}

/** By region and group; null where the key was taken away. */
export type LogGroupKeys = Map<string, string | null>;

/**
 * CloudWatch Logs: the emulator's, and the keys that log groups get after they were made, which moto
 * refuses: what the console made has no key at first.
 *
 * @param forward - Sends a request on to the emulator.
 * @param keys - The keys that groups got later.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html
 */
export function createLogGroupKeys(forward: Service, keys: LogGroupKeys = new Map()): Service {
  return async (request) => {
    const operation = operationOf(request);
    const { region = "" } = signatureOf(request.url, request.headers) ?? {};
    const placeOf = (name: string) => `${region} ${name}`;
    if (!/KmsKey$|LogGroups?$/.test(operation)) return forward(request);
    const { logGroupName = "", kmsKeyId } = jsonInput<{
      logGroupName?: string;
      kmsKeyId?: string;
    }>(request);
    switch (operation) {
      case "AssociateKmsKey":
      case "DisassociateKmsKey": {
        // What moto answers where there is no such group, it answers here.
        const known = await forward(as("ListTagsLogGroup", request, { logGroupName }));
        if (known.status !== 200) return known;
        keys.set(placeOf(logGroupName), kmsKeyId ?? null);
        return { ...known, headers: withoutLength(known), body: "{}" };
      }
      case "CreateLogGroup":
      case "DeleteLogGroup":
        keys.delete(placeOf(logGroupName));
        return forward(request);
      case "DescribeLogGroups":
        return withKeys(await forward(request), (name) => keys.get(placeOf(name)));
      default:
        return forward(request);
    }
  };
}

function operationOf({ headers }: ServiceRequest): string {
  return String(headers["x-amz-target"]).replace("Logs_20140328.", "");
}

/** The same caller's request for something else. */
function as(operation: string, request: ServiceRequest, input: object): ServiceRequest {
  return {
    ...request,
    headers: { ...request.headers, "x-amz-target": `Logs_20140328.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
  };
}

function withKeys(
  answer: ServiceResponse,
  keyOf: (name: string) => string | null | undefined,
): ServiceResponse {
  if (answer.status !== 200) return answer;
  const page = JSON.parse(String(answer.body)) as { logGroups?: readonly LogGroup[] };
  const logGroups = page.logGroups?.map(({ kmsKeyId, ...group }) => {
    const key = keyOf(group.logGroupName);
    const current = key === undefined ? kmsKeyId : key;
    return { ...group, ...(current !== null && current !== undefined && { kmsKeyId: current }) };
  });
  return {
    ...answer,
    headers: withoutLength(answer),
    body: JSON.stringify({ ...page, logGroups }),
  };
}

function withoutLength({ headers }: ServiceResponse): Record<string, string> {
  const { "content-length": _length, ...kept } = headers;
  return kept;
}
