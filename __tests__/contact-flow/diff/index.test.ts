import { expect } from "chai";

import { diffFlows, diffText, isRenamed } from "../../../contact-flow/diff";
import type { Action } from "../../../contact-flow/flow";
import type { Json } from "../../../contact-flow/json";
import { action, errors, flowOf, goodbye, renamed } from "../flows";

const before = flowOf(...goodbye);

describe("The difference between two versions of a flow", () => {
  it("is nothing for the same flow, wherever the designer has put its blocks", () => {
    expect(
      diffFlows(before, {
        ...before,
        Metadata: { ActionMetadata: { Goodbye: { position: { x: 1, y: 2 } } } },
      }),
    ).to.deep.equal([]);
  });

  it("tells prompts, branches, and blocks that came and went", () => {
    const after = flowOf(
      action("Hello", "MessageParticipant", { Text: "Hello" }, { NextAction: "Goodbye" }),
      action(
        "Goodbye",
        "MessageParticipant",
        { Text: "See you" },
        {
          NextAction: "End",
          Errors: errors({ NoMatchingError: "End" }),
        },
      ),
      action("End", "DisconnectParticipant"),
    );
    expect(diffText(diffFlows(before, after))).to.equal(
      `changed the beginning
  - Goodbye
  + Hello

added "Hello" (Play prompt)
  + “Hello”
  + Success → Goodbye

changed "Goodbye" (Play prompt)
  - Text: Goodbye
  + Text: See you`,
    );
  });

  const compared = (first: readonly Action[], second: readonly Action[]): string =>
    diffText(diffFlows(flowOf(...first), flowOf(...second)));

  const asks = (...operands: readonly (readonly [string, string, string])[]): Action =>
    action(
      "Asks",
      "Compare",
      { ComparisonValue: "$.Attributes.size" },
      {
        NextAction: "Goodbye",
        Conditions: operands.map(([Operator, operand, NextAction]) => ({
          NextAction,
          Condition: { Operator, Operands: [operand] },
        })),
        Errors: errors({ NoMatchingCondition: "Goodbye" }),
      },
    );
  const few = ["NumberLessThan", "5", "Goodbye"] as const;
  const many = ["NumberLessThan", "50", "Disconnect"] as const;

  it("is the order of conditions that may hold together", () => {
    expect(compared([asks(few, many), ...goodbye], [asks(many, few), ...goodbye])).to.equal(
      `changed "Asks" (Check contact attributes)
  - asked in this order: < 5, < 50, Default
  + asked in this order: < 50, < 5, Default`,
    );
  });

  it("is not the order of conditions of which only one can hold", () => {
    for (const [one, other] of [
      [
        ["Equals", "1", "Goodbye"],
        ["Equals", "2", "Disconnect"],
      ],
      [few, ["NumberGreaterOrEqualTo", "5", "Disconnect"]],
      [["Equals", "7", "Disconnect"], few],
    ] as const) {
      expect(compared([asks(one, other), ...goodbye], [asks(other, one), ...goodbye])).to.equal("");
    }
  });

  it("is a module's settings", () => {
    const module = { ...before, Settings: { Transitions: [] } };
    const vip = { ...before, Settings: { Transitions: [{ ReferenceName: "VIP" }] } };
    expect(diffText(diffFlows(module, vip))).to.equal(
      `changed the settings
  - Settings.Transitions: (none)
  + Settings.Transitions[0].ReferenceName: VIP`,
    );
  });

  it("is not an identifier, wherever it was made anew", () => {
    const anew = renamed(before, (id) => (id === "Goodbye" ? "1" : "2"));
    expect(diffFlows(before, { ...anew, Actions: [...anew.Actions].reverse() })).to.deep.equal([]);
    expect(isRenamed(before, anew)).to.equal(true);
    expect(isRenamed(before, before)).to.equal(false);
    const changed = {
      ...anew,
      Actions: anew.Actions.map((each) =>
        each.Identifier === "1" ? { ...each, Parameters: { Text: "See you" } } : each,
      ),
    };
    expect(diffText(diffFlows(before, changed))).to.equal(
      `changed "1" (Play prompt), was "Goodbye"
  - Text: Goodbye
  + Text: See you`,
    );
  });

  it("is a list that is empty in place of none", () => {
    const records = (RecordingBehavior: Json): Action =>
      action(
        "Record",
        "UpdateContactRecordingBehavior",
        { RecordingBehavior },
        { NextAction: "Goodbye" },
      );
    expect(
      compared(
        [records({ RecordedParticipants: [] }), ...goodbye],
        [records({ RecordedParticipants: ["Agent"] }), ...goodbye],
      ),
    ).to.include("+ RecordingBehavior.RecordedParticipants[0]: Agent");
    expect(
      compared([records({}), ...goodbye], [records({ RecordedParticipants: [] }), ...goodbye]),
    ).to.include("+ RecordingBehavior.RecordedParticipants: (none)");
  });
});
