import { expect } from "chai";
import * as fc from "fast-check";

import { mermaidOf } from "../../../contact-flow/diagram";
import {
  type FlowDifference,
  flowSection,
  parseFlowChanges,
} from "../../../plan-review/report/flow-changes";
import { action, flowOf } from "../../contact-flow/flows";
import { rendered } from "../../support/github/rendered";
import { hostileText } from "../../support/hostile-text";

const FLOW: FlowDifference = {
  name: "Main Menu",
  kind: "changed",
  environments: ["dev", "prod"],
  differences: "@@ changed @@\n- Text: a\n+ Text: b",
  before: 'flowchart LR\n  b0["<b>Play prompt</b>"]\n',
  after: 'flowchart LR\n  b0["<b>Play prompt</b><br/>“b”"]\n  b0 -.->|"Error"| b0\n',
};

describe("The flows that a pull request's own code says to differ", () => {
  it("are shown with what differs, before and after", () => {
    const section = flowSection([FLOW], 10_000);
    expect(section).to.include("#### Main Menu (changed; dev, prod)");
    expect(section).to.include(`\`\`\`diff\n${FLOW.differences}\n\`\`\``);
    expect(section.match(/```mermaid\n/g)).to.have.length(2);
  });

  it("are refused where they are anything but that", () => {
    for (const json of [
      {},
      [1],
      [{ ...FLOW, name: 1 }],
      [{ ...FLOW, kind: "evil" }],
      [{ ...FLOW, environments: "dev" }],
      [{ ...FLOW, environments: [1] }],
      [{ ...FLOW, before: {} }],
      [FLOW, { ...FLOW, differences: undefined }],
    ]) {
      expect(() => parseFlowChanges(JSON.stringify(json))).to.throw("flows.json must be a list");
    }
    expect(() => parseFlowChanges("{")).to.throw("JSON");
    expect(parseFlowChanges(JSON.stringify([FLOW]))).to.deep.equal([FLOW]);
  });

  const forgeries: Readonly<Record<string, string>> = {
    "a link of a block": '  click b0 "https://evil.example"',
    "a call of a block": "  click b0 call evil()",
    "a directive": '%%{init: {"securityLevel": "loose"}}%%',
    "a directive in a label": '  b0["<b>%%{init: {}}%%</b>"]',
    "a front matter": "---",
    "a picture": '  b0@{ img: "https://evil.example/p.png" }',
    "a picture in a label": '  b0["<b>x</b><img src=x>"]',
    "an icon": '  b0["<b>fa:fa-car</b>"]',
    "Markdown in a label": '  b0["`**x**`"]',
    "a formula": '  b0["<b>$$x$$</b>"]',
    "a style of its own": "  style b0 fill:url(https://evil.example)",
    "a class": "  classDef b0 fill:#fff",
    "two statements in a line": '  b0["<b>x</b>"]; click b0 "x"',
    "another end of a line": '  b0["<b>x</b>"]\r  click b0 "x"',
    "another diagram": "sequenceDiagram",
  };
  for (const [what, line] of Object.entries(forgeries)) {
    it(`are drawn without ${what}`, () => {
      const section = flowSection([{ ...FLOW, after: `flowchart LR\n${line}\n` }], 10_000);
      expect(section).to.include("After: no picture");
      expect(section).not.to.include(line);
    });
  }

  it("are drawn, whatever text stands in them", () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (id, type, text) => {
        const flow = flowOf(
          action(
            `A${id}`,
            type,
            { Text: text, Attributes: { [`k${id}`]: text } },
            {
              NextAction: "End",
              Conditions: [{ NextAction: "End", Condition: { Operator: type, Operands: [text] } }],
              Errors: [{ ErrorType: text, NextAction: "End" }],
            },
          ),
          action("End", "DisconnectParticipant"),
        );
        const before = mermaidOf(flow, () => text, new Map([["End", "changed"]]));
        const section = flowSection([{ ...FLOW, before }], 100_000);
        expect(section).not.to.include("no picture");
        expect(rendered(section).shape.match(/\bcode\b/g)).to.have.length(3);
      }),
    );
  });
});
