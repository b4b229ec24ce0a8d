import { DescribeContactFlowCommand } from "@aws-sdk/client-connect";
import { expect } from "chai";

import type { Flow } from "../../../contact-flow/flow";
import { Directory } from "../../../sandbox/telephone/directory";
import { Fields } from "../../../sandbox/telephone/fields";
import { editableFlow, editFlow } from "../../../sandbox/telephone/flow-edits";
import { publishFlowAt } from "../../../sandbox/telephone/publish-flow";
import { action, equals, errors, flowOf } from "../../contact-flow/flows";
import { connectUnderTest } from "../../support/connect-under-test";
import { type Center, deployKwglobal } from "./kwglobal-instance";

const FLOW = {
  ...flowOf(
    action(
      "Say",
      "MessageParticipant",
      { Text: "Hello" },
      { NextAction: "Ask", Errors: errors({ NoMatchingError: "Ask" }) },
    ),
    action(
      "Ask",
      "GetParticipantInput",
      { Text: "Press 1", StoreInput: "False", InputTimeLimitSeconds: "5" },
      {
        NextAction: "End",
        Errors: errors({
          InputTimeLimitExceeded: "End",
          NoMatchingCondition: "End",
          NoMatchingError: "End",
        }),
        Conditions: equals({ "1": "End" }),
      },
    ),
    action("End", "DisconnectParticipant"),
  ),
  Metadata: {},
};

describe("A flow that is edited on the telephone's page", () => {
  const under = connectUnderTest();
  let center: Center;
  let directory: Directory;
  let id: string;

  before(async () => {
    center = await deployKwglobal(under);
    directory = new Directory(() => [center.store]);
  });

  beforeEach(async () => {
    id = await center.flow(under.unique("Greeting"), FLOW);
  });

  const edit = (fields: object) =>
    editFlow(
      directory,
      id,
      new Fields(JSON.stringify(fields)),
      publishFlowAt(() => under.endpoint),
    );
  const refusal = (fields: object) =>
    edit(fields).then(
      () => "",
      (error: unknown) => (error as Error).message,
    );
  const live = async () => {
    const { ContactFlow } = await under.client.send(
      new DescribeContactFlowCommand({ InstanceId: under.instanceId, ContactFlowId: id }),
    );
    return JSON.parse(ContactFlow?.Content ?? "") as Flow;
  };

  it("offers the blocks that say a text, or wait for a key", () => {
    expect(editableFlow(directory, id).blocks).to.deep.equal([
      { block: "Say", text: "Hello" },
      { block: "Ask", text: "Press 1", seconds: 5 },
    ]);
  });

  it("is published with that change and no other", async () => {
    await edit({ block: "Ask", text: "Press 1, please", seconds: 8 });
    const [say, ask, end] = FLOW.Actions;
    const Parameters = {
      Text: "Press 1, please",
      StoreInput: "False",
      InputTimeLimitSeconds: "8",
    };
    expect(await live()).to.deep.equal({ ...FLOW, Actions: [say, { ...ask, Parameters }, end] });
  });

  for (const [fields, message] of [
    [{ block: "Sing", text: "La" }, "block must be one of the flow's, got Sing"],
    [{ block: "Say", seconds: 5 }, "seconds must be left out, since Say has none"],
    [{ block: "End", text: "Bye" }, "text must be left out, since End has none"],
    [{ block: "Ask", seconds: 0 }, "seconds must be a number from 1 to 180, got 0"],
    [{ block: "Say", text: "x".repeat(3001) }, "text must be at most 3000 characters long"],
    [{ block: "Say", text: "" }, 'text must be a text, got ""'],
  ] as const) {
    it(`refuses ${JSON.stringify(fields).slice(0, 60)}`, async () => {
      expect(await refusal(fields)).to.equal(message);
      expect(await live()).to.deep.equal(FLOW);
    });
  }

  it("must be a published flow of an instance", () => {
    expect(() => editableFlow(directory, "nothing")).to.throw(
      "flow must be the id of a published flow, got nothing",
    );
  });
});
