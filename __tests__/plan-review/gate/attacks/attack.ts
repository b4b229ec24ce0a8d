import type { Effect } from "../../../../plan-review/gate/finding";
import type { Edit } from "../../../support/synthesized-edits";

/** An edit of the whole center that must not pass unnoticed, and what is said of it. */
export type Attack = readonly [
  what: string,
  edit: Edit,
  address: string,
  /** By which word it can be allowed; undefined for what nothing allows. */
  effect: Effect | undefined,
  says: RegExp,
];

/** Things that more than one attack is at. */
export const TABLE = "aws_dynamodb_table.vanity_numbers_table";
export const LAMBDA = "aws_lambda_function.vanity_numbers_function";
export const ROLE = "aws_iam_role.vanity_numbers_function_role";
export const RIGHTS = "aws_iam_role_policy.vanity_numbers_function_permissions";
export const KEY = "aws_kms_key.encryption_key";
export const ALARM = "aws_cloudwatch_metric_alarm.missed_calls";
export const HOURS = "aws_connect_hours_of_operation.kwglobal_business_hours";

/** Sets arguments of a resource. */
export const set =
  (address: string, values: object): Edit =>
  ({ resource }) => {
    Object.assign(resource(address), values);
  };
/** Adds a resource. */
export const add =
  (address: string, block: Record<string, unknown>): Edit =>
  (editor) => {
    editor.add(address, block);
  };
/** Takes resources away. */
export const remove =
  (...addresses: string[]): Edit =>
  (editor) => {
    editor.remove(...addresses);
  };
/** Changes a part of a text, which must be there. */
export const replace =
  (address: string, name: string, from: string, to: string): Edit =>
  ({ resource }) => {
    const text = String(resource(address)[name]);
    if (!text.includes(from)) throw new Error(`${address} has no ${from} in ${name}`);
    resource(address)[name] = text.replace(from, to);
  };
/** Changes what the reconciler is told. */
export const tell =
  (local: string, change: (desired: Record<string, unknown>) => void): Edit =>
  ({ json }) => {
    change((json.locals as Record<string, Record<string, unknown>>)[local] ?? {});
  };

export const policy = (...statements: object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const ANYBODY = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
export const STAR = { Effect: "Allow", Action: "*", Resource: "*" };
