import { randomUUID } from "node:crypto";
import type { Service, ServiceResponse } from "../gateway/http";
import { jsonInput } from "../gateway/json-input";
import { problem } from "../gateway/problem";
import { signatureOf } from "../gateway/signature";

/** A stored query, with the members of CloudWatch Logs' API that are kept. */
interface QueryDefinition {
  readonly queryDefinitionId: string;
  readonly name: string;
  readonly queryString: string;
  readonly logGroupNames: readonly string[];
  readonly lastModified: number;
  /** Of the request that made it: the same request again, its answer lost, makes no second one. */
  readonly clientToken?: string | undefined;
}

/** By region and id. */
export type QueryDefinitions = Map<string, Map<string, QueryDefinition>>;

type Input = Partial<Omit<QueryDefinition, "lastModified">> & {
  readonly queryDefinitionNamePrefix?: string;
};

/** The longest name and query that the API takes, in characters. */
const LIMITS = { name: 255, queryString: 10_000 } as const;

/**
 * CloudWatch Logs: the emulator's, and the three operations on stored queries that moto lacks.
 * Queries are kept and told again, never run.
 * @param forward - Sends a request on to the emulator.
 * @param regions - The stored queries.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutQueryDefinition.html
 */
export function createLogs(forward: Service, regions: QueryDefinitions = new Map()): Service {
  return async (request) => {
    const operation = String(request.headers["x-amz-target"]).replace("Logs_20140328.", "");
    if (!operation.includes("QueryDefinition")) return forward(request);
    const region = signatureOf(request.url, request.headers)?.region ?? "us-east-1";
    const definitions = regions.get(region) ?? new Map<string, QueryDefinition>();
    regions.set(region, definitions);
    const input = jsonInput<Input>(request);
    switch (operation) {
      case "PutQueryDefinition":
        return put(definitions, input);
      case "DescribeQueryDefinitions":
        return describe(definitions, input);
      case "DeleteQueryDefinition":
        return remove(definitions, input);
      default:
        return forward(request);
    }
  };
}

function put(definitions: Map<string, QueryDefinition>, input: Input): ServiceResponse {
  const { queryDefinitionId: id, logGroupNames = [] } = input;
  for (const [member, longest] of Object.entries(LIMITS)) {
    const length = input[member as keyof typeof LIMITS]?.length ?? 0;
    if (length < 1 || length > longest) {
      return problem(
        400,
        "InvalidParameterException",
        `${member} must have 1 to ${longest} characters, got ${length}`,
      );
    }
  }
  if (id !== undefined && !definitions.has(id)) return unknown(id);
  const { name = "", queryString = "" } = input;
  const { clientToken } = input;
  const repeated = [...definitions.values()].find(
    (made) => clientToken !== undefined && made.clientToken === clientToken,
  );
  const queryDefinitionId = id ?? repeated?.queryDefinitionId ?? randomUUID();
  const lastModified = Date.now();
  definitions.set(queryDefinitionId, {
    queryDefinitionId,
    name,
    queryString,
    logGroupNames,
    lastModified,
    clientToken,
  });
  return answer({ queryDefinitionId });
}

function describe(definitions: Map<string, QueryDefinition>, input: Input): ServiceResponse {
  const { queryDefinitionNamePrefix: prefix = "" } = input;
  return answer({
    queryDefinitions: [...definitions.values()]
      .filter(({ name }) => name.startsWith(prefix))
      .map(({ clientToken, ...told }) => told),
  });
}

function remove(definitions: Map<string, QueryDefinition>, input: Input): ServiceResponse {
  const { queryDefinitionId: id = "" } = input;
  return definitions.delete(id) ? answer({ success: true }) : unknown(id);
}

function unknown(id: string): ServiceResponse {
  return problem(400, "ResourceNotFoundException", `there is no query definition ${id}`);
}

function answer(body: object): ServiceResponse {
  return {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify(body),
  };
}
