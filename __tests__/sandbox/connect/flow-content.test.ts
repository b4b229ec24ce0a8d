import { expect } from "chai";
import { validateContent } from "../../../sandbox/connect/flow-content";
import { HELLO } from "../../support/connect-fixtures";

interface Flow {
  Version: string;
  StartAction: string;
  Actions: { Identifier: string; Type: string; Transitions: object }[];
}

describe("the content of a flow", () => {
  const changed = (change: (flow: Flow) => unknown): string[] => {
    const flow = JSON.parse(HELLO) as Flow;
    change(flow);
    return validateContent(JSON.stringify(flow), "CONTACT_FLOW");
  };
  const first = ({ Actions: [action] }: Flow): Partial<Flow["Actions"][number]> => action ?? {};

  it("has no problems if every action leads to an action", () => {
    expect(validateContent(HELLO, "CONTACT_FLOW")).to.deep.equal([]);
  });

  it("is JSON", () => {
    expect(validateContent("{", "CONTACT_FLOW")[0]).to.contain("Content must be JSON");
    expect(validateContent("[]", "CONTACT_FLOW")[0]).to.contain("a JSON object");
  });

  it("is of version 2019-10-30", () => {
    expect(changed((flow) => (flow.Version = "2012-10-17"))[0]).to.contain("Version");
  });

  it("has actions, 250 at most", () => {
    expect(changed((flow) => (flow.Actions = []))[0]).to.contain("Path: Actions");
    const many = Array.from({ length: 251 }, (_, i) => ({
      Identifier: `action ${i}`,
      Type: "DisconnectParticipant",
      Transitions: {},
    }));
    expect(changed((flow) => (flow.Actions = many))[0]).to.contain("at most 250 actions");
  });

  it("starts at one of its actions", () => {
    expect(changed((flow) => (flow.StartAction = "nowhere"))).to.deep.equal([
      "Invalid Action property value. Path: StartAction",
    ]);
  });

  it("has actions with a type and an identifier of their own", () => {
    expect(changed((flow) => (first(flow).Identifier = "end"))).to.include(
      "Invalid Action property value. Path: Actions[1].Identifier",
    );
    expect(changed((flow) => delete first(flow).Type)).to.include(
      "Action is missing required property. Path: Actions[0].Type",
    );
  });

  it("leads nowhere outside", () => {
    const Transitions = {
      NextAction: "a",
      Errors: [
        { NextAction: "end", ErrorType: "X" },
        { NextAction: "b", ErrorType: "Y" },
      ],
      Conditions: [{ NextAction: "c", Condition: { Operator: "Equals", Operands: ["1"] } }],
    };
    expect(changed((flow) => (first(flow).Transitions = Transitions))).to.deep.equal([
      "Invalid Action property value. Path: Actions[0].Transitions.NextAction",
      "Invalid Action property value. Path: Actions[0].Transitions.Errors[1].NextAction",
      "Invalid Action property value. Path: Actions[0].Transitions.Conditions[0].NextAction",
    ]);
  });

  it("has settings if it is a module's, and only then", () => {
    const withSettings = JSON.stringify({ ...(JSON.parse(HELLO) as Flow), Settings: {} });
    expect(validateContent(withSettings, "MODULE")).to.deep.equal([]);
    expect(validateContent(HELLO, "MODULE")[0]).to.contain("settings");
    expect(validateContent(withSettings, "CONTACT_FLOW")[0]).to.contain("Settings");
  });
});
