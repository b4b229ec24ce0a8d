import { expect } from "chai";

import { changesOf, changesText } from "../../../commands/start/changes";
import type { Stack } from "../../../sandbox/terraform/stack";

const stackWith = (text: string): Stack => ({
  resource: {
    aws_connect_contact_flow: {
      menu: {
        content: JSON.stringify({
          Version: "2019-10-30",
          StartAction: "Welcome",
          Actions: [
            {
              Identifier: "Welcome",
              Type: "MessageParticipant",
              Parameters: { Text: text },
              Transitions: {
                NextAction: "End",
                Errors: [{ NextAction: "End", ErrorType: "NoMatchingError" }],
              },
            },
            { Identifier: "End", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
          ],
        }),
      },
    },
  },
});

const MENU = "aws_connect_contact_flow.menu";

describe("What an apply has changed", () => {
  it("is told of a flow block by block, as its callers hear it", () => {
    const changes = changesOf(
      [{ address: MENU, action: "update" }],
      stackWith("Hello"),
      stackWith("Welcome"),
    );
    expect(changes).to.deep.equal([
      {
        address: MENU,
        action: "update",
        lines: ['"Welcome" (Play prompt)', "- Text: Hello", "+ Text: Welcome"],
      },
    ]);
  });

  it("is told of anything else, and of a flow that is new, by its address", () => {
    const queue = { address: "aws_connect_queue.sales", action: "update" };
    const flow = { address: MENU, action: "create" };
    expect(changesOf([queue, flow], {}, stackWith("Hello"))).to.deep.equal([
      { ...queue, lines: [] },
      { ...flow, lines: [] },
    ]);
  });

  it("reads in the terminal as Terraform's plans do", () => {
    const view = (action: string, address: string, ...lines: string[]) => ({
      action,
      address,
      lines,
    });
    expect(
      changesText([
        view("create", "a.new"),
        view("update", MENU, '"Welcome"', "- Text: Hello", "+ Text: Hi"),
        view("delete", "a.old"),
        view("replace", "a.other"),
        view("forget", "a.last"),
      ]),
    ).to.equal(
      [
        "+ a.new",
        "~ aws_connect_contact_flow.menu",
        '    "Welcome"',
        "    - Text: Hello",
        "    + Text: Hi",
        "- a.old",
        "-/+ a.other",
        "forget a.last",
      ].join("\n"),
    );
  });
});
