import { expect } from "chai";

import type { Action, Flow } from "../../../contact-flow/flow";
import { connectProblems, lintFlow } from "../../../contact-flow/lint";
import { action, equals, errors, flowOf, goodbye } from "../flows";

const problems = (...actions: readonly Action[]): string[] =>
  connectProblems(JSON.stringify(flowOf(...actions)), "CONTACT_FLOW");

const say = (id: string, next: string, error = next): Action =>
  action(
    id,
    "MessageParticipant",
    { Text: "x" },
    { NextAction: next, Errors: errors({ NoMatchingError: error }) },
  );

describe("connectProblems", () => {
  it("finds none in a flow that Connect takes", () => {
    expect(problems(...goodbye)).to.deep.equal([]);
  });

  it("leaves out what only we look for", () => {
    expect(
      problems(action("Play", "MessageParticipant", { Text: "x" }, { NextAction: "Play" })),
    ).to.deep.equal([]);
  });

  it("says what CreateContactFlow says, word for word", () => {
    expect(problems(action("Play", "PlayPrompt"))).to.deep.equal([
      "Invalid Action type. Type: PlayPrompt, Path: Actions[0].Type",
    ]);
    expect(
      problems(
        action(
          "Play",
          "MessageParticipant",
          { Text: "x", SSML: "<speak/>" },
          { NextAction: "Play" },
        ),
      ),
    ).to.deep.equal(["Only one of these properties may be defined. Properties: [Text, SSML]"]);
    expect(
      problems(
        action(
          "Set",
          "UpdateContactTargetQueue",
          {},
          {
            NextAction: "Goodbye",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ).to.deep.equal([
      "At least one of the following properties must be set. Properties: [Parameters.QueueId, Parameters.AgentId]",
    ]);
    expect(
      problems(
        action(
          "Set",
          "UpdateContactTargetQueue",
          { QueueId: "{{QUEUE_ARN}}" },
          {
            NextAction: "Goodbye",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ).to.deep.equal(["Failed to convert id: {{QUEUE_ARN}}"]);
    expect(
      problems(
        action(
          "Transfer",
          "TransferContactToQueue",
          { QueueId: "x" },
          {
            NextAction: "",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ).to.have.members([
      "Invalid Action property name. Path: Actions[0].Parameters.QueueId",
      "Invalid Action property value. Path: Actions[0].Transitions.NextAction",
      "Action is missing required error. Error: QueueAtCapacity, Path: Actions[0]",
    ]);
    expect(
      problems(action("Hang up", "DisconnectParticipant", {}, { NextAction: "Hang up" })),
    ).to.deep.equal(["Action does not support transitions. Path: Actions[0]"]);
    expect(
      problems(
        action(
          "Compare",
          "Compare",
          { ComparisonValue: "$.Attributes.a" },
          {
            NextAction: "Goodbye",
            Conditions: equals({ "": "Goodbye" }),
            Errors: errors({ NoMatchingCondition: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    ).to.deep.equal(["Invalid branch. Path: 0.Evaluate"]);
  });

  it("refuses what Terraform has left unfilled, which the lint of a rendered flow lets pass", () => {
    const content = JSON.stringify(
      flowOf(
        action(
          "To flow",
          "TransferToFlow",
          { ContactFlowId: "${aws_connect_contact_flow.b.arn}" },
          {
            NextAction: "Goodbye",
            Errors: errors({ NoMatchingError: "Goodbye" }),
          },
        ),
        ...goodbye,
      ),
    );
    expect(connectProblems(content, "CONTACT_FLOW")).to.have.lengthOf(1);
    expect(lintFlow(content, { type: "CONTACT_FLOW", origin: "rendered" })).to.deep.equal([]);
  });

  it("gives at most 50 problems", () => {
    const many = Array.from({ length: 60 }, (_, at) => action(`Play ${at}`, "PlayPrompt"));
    expect(problems(...many)).to.have.lengthOf(50);
  });
});

describe("lintFlow", () => {
  const context = { type: "CONTACT_FLOW", origin: "rendered" } as const;

  it("names the rule, the action, the place and the cure", () => {
    const content = JSON.stringify(
      flowOf(
        action(
          "Hello",
          "MessageParticipant",
          { Text: "x" },
          { NextAction: "Bye", Errors: errors({ NoMatchingError: "Bye" }) },
        ),
      ),
    );
    expect(lintFlow(content, context)[0]).to.deep.equal({
      rule: "next-action-target",
      level: "error",
      action: "Hello",
      path: "Actions[0].Transitions.NextAction",
      message: "Invalid Action property value. Path: Actions[0].Transitions.NextAction",
      fix: 'name an action of this flow; there is none called "Bye"',
    });
  });

  it("is milder with a flow that already runs in an instance", () => {
    const content = JSON.stringify(
      flowOf(...goodbye, action("Left over", "DisconnectParticipant")),
    );
    const levels = (origin: "rendered" | "exported") =>
      lintFlow(content, { ...context, origin }).map(({ level }) => level);
    expect(levels("rendered")).to.deep.equal(["error"]);
    expect(levels("exported")).to.deep.equal(["warning"]);
  });

  it("says where content is no flow at all", () => {
    const messages = [
      "{",
      "[]",
      '{"Actions":{}}',
      '{"modules":[]}',
      '{"Actions":[{"Identifier":"a","Type":"b"}]}',
    ].map((content) =>
      lintFlow(content, context).map(({ rule, message }) => `${rule}: ${message}`),
    );
    expect(messages[0]?.[0]).to.match(/^syntax: content must be JSON: /);
    expect(messages.slice(1)).to.deep.equal([
      ["syntax: content must be an object, got []"],
      ["syntax: Actions must be a list, got {}"],
      [
        "syntax: content is an export of the console's old format (modules, branches), which the API never accepts; export it with describe-contact-flow",
      ],
      ["syntax: Actions[0].Transitions must be an object ({} for a terminal action), got nothing"],
    ]);
  });

  describe("finds one wrong transition once", () => {
    /** A greeting, two more prompts, and the end. */
    const line = (first: string, last = "Disconnect") =>
      flowOf(
        say("Hello", first, first === "Secnd" ? "Third" : first),
        say("Second", "Third"),
        say("Third", last),
        action("Disconnect", "DisconnectParticipant"),
      );
    const found = (flow: Flow) =>
      lintFlow(JSON.stringify(flow), { type: "CONTACT_FLOW", origin: "rendered" }).map(
        ({ rule, action: at }) => `${rule} at ${at ?? "-"}`,
      );

    it("that leads nowhere", () => {
      expect(found(line("Secnd"))).to.deep.equal(["next-action-target at Hello"]);
    });

    it("that skips some blocks", () => {
      expect(found(line("Disconnect"))).to.deep.equal(["unreachable-action at Second"]);
    });

    it("that skips a circle of blocks", () => {
      expect(found(line("Disconnect", "Second"))).to.deep.equal(["unreachable-action at Second"]);
    });

    it("that leads back", () => {
      expect(found(line("Second", "Second"))).to.deep.equal(["endless-loop at Second"]);
    });
  });
});
