import { expect } from "chai";

import { diffFlows, diffText } from "../../../contact-flow/diff";
import { action, errors, flowOf, goodbye } from "../flows";

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

removed "Disconnect"

added "Hello" (Play prompt)
  + “Hello”
  + Success → Goodbye

changed "Goodbye" (Play prompt)
  - Text: Goodbye
  + Text: See you
  - Success → Disconnect
  + Success → End
  - Error → Disconnect
  + Error → End

added "End" (Disconnect)`,
    );
  });
});
