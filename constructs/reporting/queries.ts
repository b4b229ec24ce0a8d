import type { RecognizedPrompts } from "./flow-blocks";

/** A saved query in CloudWatch Logs Insights. */
export interface LogQuery {
  /** Its folder and name in Logs Insights. */
  readonly name: string;
  /** Whose log groups it reads. */
  readonly logs: "flows" | "functions";
  /** The commands of the query, in order. */
  readonly commands: readonly string[];
}

/** A placeholder that the person who runs the query replaces by a contact's id. */
const SOME_CONTACT = "PUT-THE-CONTACT-ID-HERE";

/**
 * The queries for everyday questions. A flow's log has an entry for each block that a contact passed:
 * `ContactId`, `ContactFlowName`, `ContactFlowModuleType`, `Identifier` (the block's name in the flow),
 * `Timestamp`, `Parameters`, and, where the block has them, `Results` and `ExternalResults`. A function's log
 * has our own entries with `level` and `message`, and Lambda's entries with `type` and `record`.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-log-data.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html
 */
export function logQueries(blocks: RecognizedPrompts): LogQuery[] {
  return [
    {
      name: "calls that heard of an error",
      logs: "flows",
      commands: [
        "fields @timestamp, ContactId, ContactFlowName, Identifier",
        `filter Identifier in ${list(blocks.errors)}`,
        "sort @timestamp desc",
        "limit 200",
      ],
    },
    {
      name: "errors by block",
      logs: "flows",
      commands: [
        "filter Results like /(?i)error|fail|invalid|not found|timed out/",
        "stats count(*) as errors, count_distinct(ContactId) as calls by ContactFlowName, Identifier, Results",
        "sort errors desc",
        "limit 50",
      ],
    },
    {
      name: "way of a call through the flows",
      logs: "flows",
      commands: [
        "fields @timestamp, ContactFlowName, Identifier, ContactFlowModuleType, Results",
        `filter ContactId = "${SOME_CONTACT}"`,
        "sort @timestamp asc",
        "limit 1000",
      ],
    },
    {
      name: "keys pressed",
      logs: "flows",
      commands: [
        'filter ContactFlowModuleType = "GetUserInput" and ispresent(Results)',
        "stats count(*) as times by ContactFlowName, Identifier, Results",
        "sort ContactFlowName asc, Identifier asc, times desc",
      ],
    },
    {
      name: "calls while closed",
      logs: "flows",
      commands: [
        `filter Identifier in ${list(blocks.closed)}`,
        "stats count_distinct(ContactId) as calls by bin(1h)",
      ],
    },
    {
      name: "functions that failed in a call",
      logs: "flows",
      commands: [
        "fields @timestamp, ContactId, ContactFlowName, Identifier, Parameters.FunctionArn, Results",
        'filter ContactFlowModuleType = "InvokeExternalResource"',
        "filter Results like /(?i)error|fail|timed out/",
        "sort @timestamp desc",
        "limit 200",
      ],
    },
    {
      name: "function errors",
      logs: "functions",
      commands: [
        "fields @timestamp, @log, level, message, type, record.status",
        'filter level = "ERROR" or record.status in ["error", "failure", "timeout"]',
        "sort @timestamp desc",
        "limit 200",
      ],
    },
    {
      name: "function durations",
      logs: "functions",
      commands: [
        'filter type = "platform.report"',
        "stats count(*) as runs, pct(record.metrics.durationMs, 99) as p99, max(record.metrics.durationMs) as longest by @log, bin(1h)",
        "sort longest desc",
      ],
    },
  ];
}

function list(names: readonly string[]): string {
  return JSON.stringify(names);
}
