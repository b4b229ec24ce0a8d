import { isObject } from "../../contact-flow/json";
import type { ServiceResponse } from "../gateway/http";
import type { LambdaFunction } from "./lambda-function";

/** A JSON object. */
export type Json = Record<string, unknown>;

/** The parts of a function's name, as a request gives it. */
export interface FunctionReference {
  /** The reference without its qualifier. */
  readonly arn: string;
  readonly name: string;
  readonly qualifier: string | undefined;
}

/** A function is named by its name, a partial or a full ARN, each with or without a qualifier. */
export function functionReference(segment: string): FunctionReference {
  const reference = decodeURIComponent(segment);
  const [, prefix = "", name = "", qualifier] =
    /^(.*:?function:)?([^:]*)(?::([^:]+))?$/.exec(reference) ?? [];
  return { arn: prefix + name, name, qualifier };
}

/**
 * What the runner needs to know of a function.
 *
 * @param configuration - What GetFunctionConfiguration answered.
 * @param region - Where the function is.
 * @param logging - Its complete LoggingConfig.
 */
export function lambdaFunction(configuration: Json, region: string, logging: Json): LambdaFunction {
  const text = (key: string) => (typeof configuration[key] === "string" ? configuration[key] : "");
  const { Environment: environment } = configuration;
  return {
    name: text("FunctionName"),
    arn: text("FunctionArn"),
    version: text("Version") || "$LATEST",
    region,
    runtime: text("Runtime"),
    handler: text("Handler"),
    timeout: Number(configuration.Timeout ?? 3),
    memorySize: Number(configuration.MemorySize ?? 128),
    environment:
      isObject(environment) && isObject(environment.Variables)
        ? (environment.Variables as Record<string, string>)
        : {},
    logGroup: String(logging.LogGroup),
    logFormat: String(logging.LogFormat),
    codeSha256: text("CodeSha256"),
  };
}

/** Puts LoggingConfig, which moto forgets, into every function configuration of an answer. */
export function withLogging(
  answer: ServiceResponse,
  loggingOf: (name: string) => Json | undefined,
): ServiceResponse {
  if (answer.body.length === 0) return answer;
  const body: unknown = JSON.parse(answer.body.toString());
  if (!isObject(body)) return answer;
  const { Configuration: one, Functions: functions, Versions: versions } = body;
  const configurations = [body, one, ...listOf(functions), ...listOf(versions)];
  for (const configuration of configurations) {
    if (!isObject(configuration)) continue;
    const { FunctionName: name, Runtime: runtime } = configuration;
    if (typeof name === "string" && runtime !== undefined) {
      configuration.LoggingConfig = loggingConfig(name, loggingOf(name));
    }
  }
  const text = JSON.stringify(body);
  return {
    ...answer,
    headers: { ...answer.headers, "content-length": String(Buffer.byteLength(text)) },
    body: text,
  };
}

/**
 * A function's LoggingConfig, with what Lambda fills in.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
 */
export function loggingConfig(functionName: string, given: Json = {}): Json {
  const levels =
    given.LogFormat === "JSON" ? { ApplicationLogLevel: "INFO", SystemLogLevel: "INFO" } : {};
  return { LogFormat: "Text", LogGroup: `/aws/lambda/${functionName}`, ...levels, ...given };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
