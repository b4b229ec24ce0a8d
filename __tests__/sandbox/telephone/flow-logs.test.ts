import { expect } from "chai";

import { recognizedPrompts } from "../../../constructs/reporting/flow-blocks";
import { logQueries } from "../../../constructs/reporting/queries";
import type { Json } from "../../../contact-flow/json";
import { momentOf } from "../../../contact-flow/hours";
import { Exchange } from "../../../sandbox/telephone/exchange";
import type { FlowLogEntry } from "../../../sandbox/telephone/flow-log-entry";
import { connectUnderTest } from "../../support/connect-under-test";
import { type Center, deployKwglobal } from "./kwglobal-instance";

const TUESDAY = momentOf("2026-11-24T10:00", "America/Los_Angeles");
const FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:recordVanityNumber";
const ERROR = [{ NextAction: "Sorry", ErrorType: "NoMatchingError" }];

const action = (Identifier: string, Type: string, Parameters: object, NextAction?: string) => ({
  Identifier,
  Type,
  Parameters,
  Transitions: NextAction === undefined ? {} : { NextAction, Errors: ERROR, Conditions: [] },
});
const logging = (Identifier: string, FlowLoggingBehavior: string, NextAction: string) => ({
  ...action(Identifier, "UpdateFlowLoggingBehavior", { FlowLoggingBehavior }),
  Transitions: { NextAction },
});

/** Logging is on, but for one block that takes a key. */
const FLOW = {
  Version: "2019-10-30",
  StartAction: "Unseen",
  Metadata: {},
  Actions: [
    action("Unseen", "MessageParticipant", { Text: "Hello" }, "On"),
    logging("On", "Enabled", "Colors"),
    action(
      "Colors",
      "UpdateContactAttributes",
      { Attributes: { a: "1", b: "$.ContactId" } },
      "Look",
    ),
    action(
      "Look",
      "InvokeLambdaFunction",
      { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: "5" },
      "Menu",
    ),
    {
      Identifier: "Menu",
      Type: "GetParticipantInput",
      Parameters: { Text: "Press 1", InputTimeLimitSeconds: "5", StoreInput: "False" },
      Transitions: {
        NextAction: "Off",
        Conditions: [{ NextAction: "Off", Condition: { Operator: "Equals", Operands: ["1"] } }],
        Errors: [
          { NextAction: "Off", ErrorType: "InputTimeLimitExceeded" },
          { NextAction: "Off", ErrorType: "NoMatchingCondition" },
          { NextAction: "Sorry", ErrorType: "NoMatchingError" },
        ],
      },
    },
    logging("Off", "Disabled", "Secret"),
    {
      Identifier: "Secret",
      Type: "GetParticipantInput",
      Parameters: { Text: "Your PIN", InputTimeLimitSeconds: "5", StoreInput: "False" },
      Transitions: {
        NextAction: "Again",
        Conditions: [{ NextAction: "Again", Condition: { Operator: "Equals", Operands: ["7"] } }],
        Errors: [
          { NextAction: "Again", ErrorType: "InputTimeLimitExceeded" },
          { NextAction: "Again", ErrorType: "NoMatchingCondition" },
          { NextAction: "Sorry", ErrorType: "NoMatchingError" },
        ],
      },
    },
    logging("Again", "Enabled", "Bye"),
    action("Sorry", "MessageParticipant", { Text: "Sorry" }, "Bye"),
    action("Bye", "DisconnectParticipant", {}),
  ],
};

describe("The log of a flow", () => {
  if (process.env.CONNECT_INSTANCE_ID !== undefined) return;

  const under = connectUnderTest();
  let center: Center;
  let exchange: Exchange;
  let entries: FlowLogEntry[];
  let lambda: () => Promise<Json>;
  const caller = () => exchange.telephone("+13025550123");
  const pass = (seconds: number) => {
    exchange.timeline.pass(seconds * 1000);
  };
  const answered = () => new Promise((resolve) => setImmediate(resolve));
  const entry = (Identifier: string) => entries.filter((each) => each.Identifier === Identifier);

  before(async () => {
    center = await deployKwglobal(under);
    center.store.instances.get(center.instanceId)?.lambdaFunctions.push(FUNCTION);
  });

  beforeEach(() => {
    entries = [];
    lambda = () => Promise.resolve({ vanity: "FLOWERS" });
    exchange = new Exchange({
      stores: () => [center.store],
      invoke: () => lambda(),
      now: TUESDAY,
      onFlowLog: (_, each) => entries.push(each),
    });
  });

  describe("of a flow that switches it on, off and on", () => {
    before(async () => {
      await center.answerWith(await center.flow("Logs", FLOW));
    });

    const call = async () => {
      caller().dial(center.number);
      pass(3);
      await answered();
      pass(3);
    };

    it("has an entry a block, from the one that switches it on, as AWS writes it", async () => {
      await call();
      expect(entry("Unseen")).to.deep.equal([]);
      const [first] = entries;
      expect(first?.ContactId).to.equal(caller().called?.options.id);
      expect(first?.ContactFlowId).to.match(/^arn:aws:connect:.*\/contact-flow\/[\da-f-]{36}$/);
      expect(first).to.deep.include({
        ContactFlowName: "Logs",
        ContactFlowModuleType: "SetLoggingBehavior",
        Identifier: "On",
        Parameters: { LoggingBehavior: "Enable" },
      });
      expect(first?.Timestamp).to.match(/^2026-11-24T18:00:0\d\.\d{3}Z$/);
    });

    it("has an entry for each attribute that is set, filled in", async () => {
      await call();
      expect(
        entry("Colors").map((each) => [each.ContactFlowModuleType, each.Parameters]),
      ).to.deep.equal([
        ["SetAttributes", { Key: "a", Value: "1" }],
        ["SetAttributes", { Key: "b", Value: caller().called?.options.id }],
      ]);
    });

    it("tells which function answered what", async () => {
      await call();
      expect(entry("Look")[0]).to.deep.include({
        ContactFlowModuleType: "InvokeExternalResource",
        Parameters: { FunctionArn: FUNCTION, TimeLimit: "5000" },
        ExternalResults: { vanity: "FLOWERS" },
      });
    });

    it("tells that a function failed", async () => {
      lambda = () => Promise.reject(new Error("no"));
      await call();
      expect(entry("Look")[0]?.Results).to.equal("The Lambda Function Returned An Error.");
      expect(entry("Look")[0]).not.to.have.property("ExternalResults");
    });

    it("tells the key that was pressed, that none was, and that another one was", async () => {
      for (const [key, results] of [
        ["1", "1"],
        [undefined, "Timeout"],
        ["5", "Default"],
      ] as const) {
        entries = [];
        await call();
        if (key === undefined) pass(10);
        else caller().press(key);
        expect(entry("Menu")[0]?.Results).to.equal(results);
        if (!caller().isIdle) caller().hangUp();
      }
    });

    it("keeps a key that is pressed while it is off to itself, also where it is on again at once", async () => {
      await call();
      caller().press("1");
      caller().press("7");
      expect(entry("Secret")).to.deep.equal([]);
      expect(entry("Off")).to.deep.equal([]);
      expect(entry("Again")).to.have.length(1);
      expect(JSON.stringify(entries)).not.to.include("PIN");
      expect(entries.at(-1)?.Identifier).to.equal("Bye");
    });

    it("has the block in which the caller hung up", async () => {
      await call();
      caller().hangUp();
      expect(entries.at(-1)?.Identifier).to.equal("Menu");
      expect(entries.at(-1)).not.to.have.property("Results");
    });
  });

  describe("for the saved queries", () => {
    /** What Logs Insights would find: the fields of entries that a query names, which are there. */
    const has = (field: string) =>
      entries.some(
        (each) =>
          field
            .split(".")
            .reduce<unknown>(
              (value, name) => (value as Record<string, unknown> | undefined)?.[name],
              each,
            ) !== undefined,
      );

    it("has every field that a saved query asks for", async () => {
      await center.answerWith(await center.flow("Fields", FLOW));
      caller().dial(center.number);
      pass(3);
      await answered();
      pass(3);
      caller().press("1");
      const queries = logQueries(recognizedPrompts([JSON.stringify(FLOW)]));
      const fields = new Set(
        queries
          .filter(({ logs }) => logs === "flows")
          .flatMap(({ commands }) =>
            commands
              .join(" ")
              .replace(/"[^"]*"/g, "")
              .match(/\b[A-Z]\w+(\.\w+)?/g),
          )
          .filter((field) => field !== null),
      );
      expect([...fields]).to.include.members([
        "ContactId",
        "ContactFlowName",
        "ContactFlowModuleType",
        "Identifier",
        "Results",
        "Parameters.FunctionArn",
      ]);
      for (const field of fields) expect(has(field), field).to.equal(true);
    });
  });
});
