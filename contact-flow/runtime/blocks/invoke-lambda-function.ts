import type { Json } from "../../json";
import { type Block, done, failed, ignore } from "../block";
import { lambdaEvent } from "../lambda-event";

/** @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html */
const MAX_ANSWER_BYTES = 32 * 1024;

type Answer = Readonly<Record<string, Json>>;

/** The answer that the flow can read; undefined if Connect would not understand it. */
function understand(answer: Json, nested: boolean): Answer | undefined {
  if (typeof answer !== "object" || answer === null || Array.isArray(answer)) {
    return undefined;
  }
  const values = Object.values(answer as Answer);
  const flat = values.every((value) => typeof value !== "object");
  const small = Buffer.byteLength(JSON.stringify(answer)) < MAX_ANSWER_BYTES;
  return small && (nested || flat) ? answer : undefined;
}

/**
 * Invoke AWS Lambda function: silence until it answers; an error, an answer that is not
 * understood, or none within the time limit take the error branch.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/interactions-invokelambdafunction.html
 */
export const invokeLambdaFunction: Block = {
  enter: (view) => {
    const functionArn = view.value("LambdaFunctionARN");
    if (functionArn === undefined) {
      return failed();
    }
    const timer = view.call.lastId + 1;
    const id = timer + 1;
    const asynchronous = view.parameters.InvocationType === "ASYNCHRONOUS";
    const invoke = {
      type: "invokeLambda",
      id,
      functionArn,
      asynchronous,
      payload: lambdaEvent(view),
    } as const;
    if (asynchronous) {
      return done({ lastId: id }, [invoke]);
    }
    const seconds = Number(view.value("InvocationTimeLimitSeconds") ?? 3);
    return {
      kind: "wait",
      waiting: { for: "answer", id, timer },
      changes: { lastId: id },
      effects: [{ type: "startTimer", id: timer, seconds, for: "lambda" }, invoke],
    };
  },
  resume: ({ parameters }, event, waiting) => {
    if (event.type === "timer" && event.id === waiting.timer) {
      return failed();
    }
    if (event.type === "lambdaFailed" && event.id === waiting.id) {
      return failed();
    }
    if (event.type !== "lambdaAnswered" || event.id !== waiting.id) {
      return ignore;
    }
    const validation = parameters.ResponseValidation;
    const nested =
      typeof validation === "object" &&
      validation !== null &&
      "ResponseType" in validation &&
      validation.ResponseType === "JSON";
    const external = understand(event.answer, nested);
    return external === undefined ? failed() : done({ external });
  },
};
