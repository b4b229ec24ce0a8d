import type { Json, JsonObject } from "../../contact-flow/json";
import type { Service } from "../gateway/http";
import { serviceRequest } from "../gateway/service-request";
import type { DefinitionReader } from "./definition-reader";
import type { Template } from "./payload";
import { delayOf, readRetriers, type Retrier, retries } from "./retrier";
import { requireSmall, StateFailure } from "./state-failure";

/** A state that invokes a function. */
export interface LambdaTask {
  /** Its name or ARN. */
  readonly functionName: string;
  readonly payload: Template;
  /** What of the function's answer is the state's output. */
  readonly output: Template;
  readonly retriers: readonly Retrier[];
}

/** What a task is run with. */
export interface TaskServices {
  readonly lambda: Service;
  readonly region: string;
  /** Waits so many seconds; rejects when the signal ends it. */
  readonly wait: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** Reads a Task state. @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html */
export function readLambdaTask(
  reader: DefinitionReader,
  json: Json | undefined,
  place: string,
): LambdaTask {
  const needed = ["Type", "Resource", "Parameters", "OutputPath", "End"];
  const task = reader.fields(json, place, needed, ["Comment", "Retry"]);
  reader.oneOf(task.Type, `${place}/Type`, ["Task"]);
  reader.oneOf(task.Resource, `${place}/Resource`, ["arn:aws:states:::lambda:invoke"]);
  reader.oneOf(task.End, `${place}/End`, [true]);
  // Only what the function answers: the metadata beside it is not played.
  reader.oneOf(task.OutputPath, `${place}/OutputPath`, ["$.Payload"]);
  const at = `${place}/Parameters`;
  const parameters = reader.fields(task.Parameters, at, ["FunctionName", "Payload.$"]);
  return {
    functionName: reader.text(parameters.FunctionName, `${at}/FunctionName`),
    payload: reader.expression(parameters["Payload.$"], `${at}/Payload.$`),
    output: reader.expression(task.OutputPath, `${place}/OutputPath`),
    retriers: readRetriers(reader, task.Retry, `${place}/Retry`),
  };
}

/**
 * Runs a task until it succeeds or no retrier takes its error.
 *
 * @param input - The state's input, JSON.
 * @returns the state's output, JSON
 * @throws StateFailure with the last error.
 */
export async function runTask(
  task: LambdaTask,
  input: string,
  services: TaskServices,
  signal: AbortSignal,
): Promise<string> {
  const tries = new Map<Retrier, number>();
  for (;;)
    try {
      return await attempt(task, input, services);
    } catch (error) {
      const retrier =
        error instanceof StateFailure && task.retriers.find((each) => retries(each, error.error));
      if (!retrier) throw error;
      const tried = tries.get(retrier) ?? 0;
      if (tried >= retrier.maxAttempts) throw error;
      tries.set(retrier, tried + 1);
      await services.wait(delayOf(retrier, tried), signal);
    }
}

async function attempt(task: LambdaTask, input: string, services: TaskServices): Promise<string> {
  requireSmall(input, "the input of the execution");
  const payload = JSON.stringify(task.payload(JSON.parse(input) as Json));
  const answer = await services.lambda(
    serviceRequest({
      service: "lambda",
      region: services.region,
      url: `/2015-03-31/functions/${encodeURIComponent(task.functionName)}/invocations`,
      body: payload,
    }),
  );
  const text = String(answer.body);
  const body = JSON.parse(text || "null") as Json;
  if (answer.status >= 300) {
    const code = answer.headers["x-amzn-errortype"] ?? "Unknown";
    throw new StateFailure(`Lambda.${code}`, textAt(body, "message") ?? text);
  }
  if ("x-amz-function-error" in answer.headers)
    throw new StateFailure(textAt(body, "errorType") ?? "Lambda.Unknown", text);
  const output = JSON.stringify(task.output({ Payload: body }));
  requireSmall(output, "the output of the function");
  return output;
}

function textAt(json: Json, name: string): string | undefined {
  const value = (json as JsonObject | null)?.[name];
  return typeof value === "string" ? value : undefined;
}
