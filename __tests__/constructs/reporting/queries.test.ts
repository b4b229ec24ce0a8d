import { expect } from "chai";

import { recognizedPrompts } from "../../../constructs/reporting/flow-blocks";
import { logQueries } from "../../../constructs/reporting/queries";
import { action, equals, errors, flowOf } from "../../contact-flow/flows";
import { synthesize } from "../../support/synthesized";

/**
 * Fields of a flow's log (admin guide, contact-flow-log-data, and entries of live instances), of
 * Lambda's platform events and of our logger, and those that Logs Insights adds.
 */
const FIELDS = {
  every: ["@timestamp", "@log", "@message"],
  flows: [
    "ContactId",
    "ContactFlowName",
    "ContactFlowModuleType",
    "Identifier",
    "Results",
    "Parameters.FunctionArn",
  ],
  functions: ["level", "message", "type", "record.status", "record.metrics.durationMs"],
} as const;
/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html */
const COMMANDS = ["fields", "filter", "stats", "sort", "limit"];
const WORDS = ["and", "or", "not", "in", "like", "by", "as", "asc", "desc"];
const FUNCTIONS = ["count", "count_distinct", "max", "pct", "bin", "ispresent"];

const queries = logQueries({ errors: ["System error"], closed: ["Closed"] });

/** The words of a command that stand for something: names of fields and functions. */
function wordsOf(command: string): { called: string[]; named: string[] } {
  const bare = command
    .replace(/"[^"]*"/g, '""')
    .replace(/\/(?:[^/\\]|\\.)*\//g, "//")
    .replace(/\b\d+[smhd]?\b/g, "");
  const called = [...bare.matchAll(/([a-z_]+)\(/g)].map(([, name = ""]) => name);
  const named = bare
    .replace(/[a-z_]+\(/g, "(")
    .split(/[^\w.@]+/)
    .filter((word) => word !== "" && word !== "." && !WORDS.includes(word));
  return { called, named: named.slice(1) };
}

describe("The log queries", () => {
  for (const { name, logs, commands } of queries) {
    it(`"${name}" uses commands, functions and fields that are there`, () => {
      const aliases = commands.flatMap((each) =>
        [...each.matchAll(/ as (\w+)/g)].map(([, alias = ""]) => alias),
      );
      let fields: readonly string[] = [...FIELDS.every, ...FIELDS[logs], ...aliases];
      for (const command of commands) {
        const isStats = command.startsWith("stats ");
        expect(COMMANDS).to.include(command.split(" ", 1)[0]);
        const { called, named } = wordsOf(command);
        expect(FUNCTIONS).to.include.members(called);
        expect(fields, command).to.include.members(named);
        // What stats doesn't group by is gone for the commands after it.
        fields = isStats
          ? [...aliases, ...wordsOf(`fields ${command.split(" by ")[1] ?? ""}`).named]
          : fields;
        for (const [open, close] of ["()", "[]"]) {
          expect(command.split(open ?? "").length).to.equal(command.split(close ?? "").length);
        }
      }
    });
  }

  it("would be found out if they named a field that is not there", () => {
    expect(wordsOf('filter ContactID = "x" and ispresent(Result)').named).to.deep.equal([
      "ContactID",
      "Result",
    ]);
  });

  it("have a folder of their own in each environment, and read its log groups", () => {
    const all = Object.values(synthesize().resources("aws_cloudwatch_query_definition"));
    expect(all.map(({ name }) => name)).to.have.members(
      queries.map(({ name }) => `kwglobal/${name}`),
    );
    const groups = new Set(all.flatMap(({ log_group_names: names }) => names as string[]));
    expect([...groups]).to.have.members([
      "${aws_cloudwatch_log_group.instance_flow_logs.name}",
      "${aws_cloudwatch_log_group.vanity_numbers_function_logs.name}",
      "${aws_cloudwatch_log_group.connect_associations_reconciler_logs.name}",
      "${aws_cloudwatch_log_group.connect_associations_observer_logs.name}",
    ]);
  });

  it("find KWGlobal's calls by the blocks that its flows have today", () => {
    const all = synthesize().resources("aws_cloudwatch_query_definition");
    expect(all.queries_calls_that_heard_of_an_error?.query_string).to.include(
      'filter Identifier in ["System error"]',
    );
    expect(all.queries_calls_while_closed?.query_string).to.include(
      'filter Identifier in ["Closed"]',
    );
  });
});

describe("The blocks that tell how a call went", () => {
  const flow = JSON.stringify(
    flowOf(
      action(
        "Open?",
        "CheckHoursOfOperation",
        {},
        {
          NextAction: "Oh no",
          Conditions: equals({ True: "Queue", False: "Shut" }),
          Errors: errors({ NoMatchingError: "Oh no" }),
        },
      ),
      action(
        "Queue",
        "TransferContactToQueue",
        {},
        { NextAction: "End", Errors: errors({ NoMatchingError: "End", QueueAtCapacity: "Full" }) },
      ),
      action("Shut", "MessageParticipant", { Text: "Closed" }, { NextAction: "End" }),
      action("Oh no", "MessageParticipant", { Text: "Sorry" }, { NextAction: "End" }),
      action("Full", "MessageParticipant", { Text: "Full" }, { NextAction: "End" }),
      action("End", "DisconnectParticipant"),
    ),
  );

  it("are the prompts to which failures lead, and what comes first when it is closed", () => {
    expect(recognizedPrompts([flow, flow])).to.deep.equal({ errors: ["Oh no"], closed: ["Shut"] });
  });
});
