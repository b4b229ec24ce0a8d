import type { ServiceResponse } from "../gateway/http";
import { problem } from "../gateway/problem";

/** What an operation of Step Functions answers. */
export const answer = (body: object): ServiceResponse => ({
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify(body),
});

/** An error of Step Functions, all of which are the client's. */
export const refused = (type: string, message: string): ServiceResponse =>
  problem(400, type, message);

/** An error that only the sandbox makes. */
export const notPlayed = (why: string): ServiceResponse =>
  refused("ValidationException", `this is the sandbox's Step Functions: ${why}`);
