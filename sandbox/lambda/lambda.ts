import { isObject } from "../../contact-flow/json";
import { createHash, randomUUID } from "node:crypto";
import { OperatorError } from "../machine/errors";
import type { Service, ServiceRequest, ServiceResponse } from "../gateway/http";
import {
  functionReference,
  lambdaFunction,
  loggingConfig,
  withLogging,
} from "./lambda-configuration";
import type { Json } from "./lambda-configuration";
import { LambdaRunner, TooManyInvocations } from "./lambda-runner";
import { jsonInput } from "../gateway/json-input";
import { problem } from "../gateway/problem";
import { objectUrl } from "../gateway/service-request";
import { signatureOf } from "../gateway/signature";

/** The largest payloads, in bytes, of a synchronous and of an asynchronous invocation. */
const PAYLOAD_LIMIT = { RequestResponse: 6_291_456, Event: 1_048_576 } as const;

/** Bytes of log that `LogType: Tail` returns. */
const LOG_TAIL = 4096;

const FUNCTIONS = "/2015-03-31/functions";

/** What the sandbox keeps of a function. */
export interface HeldFunction {
  /** Zips by their SHA-256 in base64: a published version keeps its own. */
  readonly zips: Map<string, Uint8Array>;
  /** moto forgets it, which would be a permanent difference in every plan. */
  logging?: Json;
}

/** AWS Lambda: moto keeps the functions, and their code runs here. */
export interface Lambda {
  readonly handle: Service;
  readonly runner: LambdaRunner;
}

/**
 * Makes the Lambda service.
 *
 * @param forward - moto, which holds the control plane.
 * @param endpoint - Where the functions' AWS clients go.
 * @param held - What is kept of each function, by Region and name.
 */
export function createLambda(
  forward: Service,
  endpoint: () => string,
  held: Map<string, HeldFunction>,
): Lambda {
  const runner = new LambdaRunner(endpoint);
  const holdingOf = (region: string, name: string) => {
    const key = `${region}/${name}`;
    const holding = held.get(key) ?? { zips: new Map<string, Uint8Array>() };
    held.set(key, holding);
    return holding;
  };

  const handle: Service = async (request) => {
    const region = signatureOf(request.url, request.headers)?.region ?? "us-east-1";
    const [path = "", query] = request.url.split("?", 2);
    const [segment = "", action] = path.replace(/^\/[\d-]+\/functions\/?/, "").split("/");
    const target = functionReference(segment);
    if (request.method === "POST" && action === "invocations") {
      const qualifier = new URLSearchParams(query).get("Qualifier") ?? target.qualifier;
      const zipOf = (sha: string) => holdingOf(region, target.name).zips.get(sha);
      return invoke(request, target.name, qualifier, zipOf);
    }
    const answer = await forward(request);
    if (answer.status >= 300) return answer;
    if (request.method === "DELETE" && path.startsWith(FUNCTIONS) && action === undefined) {
      held.delete(`${region}/${target.name}`);
      return answer;
    }
    if (request.method === "POST" || request.method === "PUT") {
      await remember(request, region, target.name, action);
    }
    return withLogging(answer, (name) => held.get(`${region}/${name}`)?.logging);
  };

  async function remember(
    request: ServiceRequest,
    region: string,
    segmentName: string,
    action: string | undefined,
  ): Promise<void> {
    const creates = segmentName === "" && request.method === "POST";
    if (!creates && action !== "code" && action !== "configuration") return;
    const body = jsonInput<Json>(request);
    const holding = holdingOf(region, creates ? String(body.FunctionName) : segmentName);
    if (isObject(body.LoggingConfig)) holding.logging = body.LoggingConfig;
    const zip = await zipOfRequest(creates && isObject(body.Code) ? body.Code : body, request);
    if (zip) holding.zips.set(createHash("sha256").update(zip).digest("base64"), zip);
  }

  /** The code that a request brings along, or names in S3. */
  async function zipOfRequest(code: Json, request: ServiceRequest): Promise<Buffer | undefined> {
    if (typeof code.ZipFile === "string") return Buffer.from(code.ZipFile, "base64");
    if (typeof code.S3Bucket !== "string" || typeof code.S3Key !== "string") return undefined;
    const version =
      typeof code.S3ObjectVersion === "string" ? `?versionId=${code.S3ObjectVersion}` : "";
    const object = await forward({
      method: "GET",
      url: `${objectUrl(code.S3Bucket, code.S3Key)}${version}`,
      headers: {
        host: request.headers.host,
        authorization: request.headers.authorization?.replace("/lambda/", "/s3/"),
      },
      body: Buffer.alloc(0),
    });
    return object.status === 200 ? Buffer.from(object.body) : undefined;
  }

  async function invoke(
    request: ServiceRequest,
    name: string,
    qualifier: string | undefined,
    zipOf: (sha: string) => Uint8Array | undefined,
  ): Promise<ServiceResponse> {
    const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
    if (type !== "RequestResponse" && type !== "Event" && type !== "DryRun") {
      return problem(
        400,
        "InvalidParameterValueException",
        `InvocationType must be RequestResponse, Event or DryRun, got ${String(type)}`,
      );
    }
    const limit = PAYLOAD_LIMIT[type === "Event" ? "Event" : "RequestResponse"];
    if (request.body.length > limit) {
      return problem(
        413,
        "RequestTooLargeException",
        `Request must be smaller than ${limit} bytes for the InvokeFunction operation`,
      );
    }
    const payload = request.body.length === 0 ? "{}" : request.body.toString("utf8");
    if (!parses(payload)) {
      return problem(
        400,
        "InvalidRequestContentException",
        "Could not parse request body into json: the payload must be JSON",
      );
    }
    const described = await forward({
      method: "GET",
      url: `${FUNCTIONS}/${encodeURIComponent(name)}/configuration${qualifier === undefined ? "" : `?Qualifier=${encodeURIComponent(qualifier)}`}`,
      headers: { host: request.headers.host, authorization: request.headers.authorization },
      body: Buffer.alloc(0),
    });
    if (described.status !== 200) return described;
    const region = signatureOf(request.url, request.headers)?.region ?? "us-east-1";
    const lambda = lambdaFunction(
      JSON.parse(described.body.toString()) as Json,
      region,
      loggingConfig(name, held.get(`${region}/${name}`)?.logging),
    );
    const zip = zipOf(lambda.codeSha256);
    if (!lambda.runtime.startsWith("nodejs") || !zip) {
      return problem(
        502,
        "InvalidRuntimeException",
        zip
          ? `the sandbox runs nodejs functions only, and ${name} has the runtime ${lambda.runtime || "of a container image"}`
          : `the sandbox has no code of ${name}: create the function through the sandbox, with a zip file`,
      );
    }
    const requestId = randomUUID();
    const executed = { "x-amz-executed-version": lambda.version, "x-amzn-requestid": requestId };
    if (type === "DryRun") return { status: 204, headers: executed, body: "" };
    const running = runner.invoke(lambda, zip, {
      payload,
      requestId,
      invokedArn: qualifier ? `${functionReference(lambda.arn).arn}:${qualifier}` : lambda.arn,
      clientContext: clientContext(request.headers["x-amz-client-context"]),
    });
    if (type === "Event") {
      // Nobody waits for it: what went wrong stands in the function's log.
      running.catch(() => undefined);
      return { status: 202, headers: executed, body: "" };
    }
    try {
      const outcome = await running;
      return {
        status: 200,
        headers: {
          ...executed,
          "content-type": "application/json",
          ...(outcome.failed && { "x-amz-function-error": "Unhandled" }),
          ...(request.headers["x-amz-log-type"] === "Tail" && {
            "x-amz-log-result": Buffer.from(outcome.log).subarray(-LOG_TAIL).toString("base64"),
          }),
        },
        body: outcome.payload,
      };
    } catch (error) {
      if (error instanceof TooManyInvocations) {
        return problem(429, "TooManyRequestsException", "Rate Exceeded.");
      }
      if (error instanceof OperatorError) {
        return problem(502, "InvalidZipFileException", error.message);
      }
      throw error;
    }
  }

  return { handle, runner };
}

function clientContext(header: string | string[] | undefined): unknown {
  if (typeof header !== "string") return undefined;
  const text = Buffer.from(header, "base64").toString("utf8");
  return parses(text) ? JSON.parse(text) : undefined;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
