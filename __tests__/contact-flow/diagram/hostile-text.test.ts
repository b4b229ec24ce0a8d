import { expect } from "chai";
import * as fc from "fast-check";
import { SaxesParser } from "saxes";

import { drawFlow, mermaidOf } from "../../../contact-flow/diagram";
import { diffFlows } from "../../../contact-flow/diff";
import type { Flow } from "../../../contact-flow/flow";
import { hostileText } from "../../support/hostile-text";
import { action, flowOf } from "../flows";

/** A flow in which everything that an author can write is one of these texts. */
const hostileFlow: fc.Arbitrary<Flow> = fc
  .array(hostileText, { minLength: 6, maxLength: 6 })
  .map(([id = "", type = "", text = "", key = "", operand = "", error = ""]) =>
    flowOf(
      action(
        `A${id}`,
        type,
        { Text: text, SSML: text, Attributes: { [key]: text }, QueueId: operand },
        {
          NextAction: "End",
          Conditions: [{ NextAction: "End", Condition: { Operator: type, Operands: [operand] } }],
          Errors: [{ ErrorType: error, NextAction: `A${id}` }],
        },
      ),
      action("End", type),
    ),
  );

interface Xml {
  readonly elements: readonly string[];
  readonly texts: readonly string[];
  readonly attributes: readonly string[];
}

/** Reads XML as strictly as its specification does. */
function parseXml(text: string): Xml {
  const elements: string[] = [];
  const texts: string[] = [];
  const attributes: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes: own }) => {
    elements.push(name);
    for (const { name: key, value } of Object.values(own)) attributes.push(`${key}=${value}`);
  });
  parser.on("text", (value) => texts.push(value));
  parser.write(text).close();
  return { elements, texts, attributes };
}

const ELEMENTS = "svg title desc style defs marker path rect text g circle".split(" ");

describe("A flow with texts of any kind", () => {
  it("is drawn as SVG that is XML, with text as text", async () => {
    await fc.assert(
      fc.asyncProperty(hostileFlow, hostileText, async (flow, title) => {
        const svg = await drawFlow(flow, { title, subtitle: title, nameOf: () => title });
        const { elements, texts, attributes } = parseXml(svg);
        expect(ELEMENTS).to.include.members(elements);
        expect(attributes.filter((each) => /^(on|href|xlink)/.test(each))).to.deep.equal([]);
        // eslint-disable-next-line no-control-regex -- that is what must not be there
        expect(texts.join("")).not.to.match(/[\u0000-\u0008\u000b-\u001f\u0085\u2028\u202e]/);
      }),
      // A layout takes its time.
      { numRuns: 15 },
    );
  });

  it("is drawn with the very Identifier at its block, by which the telephone finds it", async () => {
    for (const id of ["a\nb", 'a"b', "a&#10;b", "a\tb", "a\u202eb", "<a>"]) {
      const svg = await drawFlow(flowOf(action(id, "DisconnectParticipant")), { title: "x" });
      expect(parseXml(svg).attributes).to.include(`data-action=${id}`);
    }
  });

  it("is Mermaid of the same lines, whose labels hold nothing that Mermaid reads", () => {
    fc.assert(
      fc.property(hostileFlow, (flow) => {
        const label = "(?:[\\p{L}\\p{M}\\p{N} '(),-]|[^\\x00-\\x7f]|#\\d+;)*";
        const lines = [
          /^flowchart LR$/u,
          /^ {2}start\(\(" "\)\) --> b0$/u,
          new RegExp(`^  b0\\["<b>${label}</b>(<br/>${label})+"\\]$`, "u"),
          new RegExp(`^  b1\\["<b>${label}</b>(<br/>${label})*"\\]$`, "u"),
          new RegExp(`^  b0 -->\\|"${label}"\\| b1$`, "u"),
          new RegExp(`^  b0 -\\.->\\|"${label}"\\| b0$`, "u"),
          /^$/u,
        ];
        const mermaid = mermaidOf(flow);
        mermaid.split("\n").forEach((line, index) => {
          expect(line).to.match(lines[index] ?? /^nothing$/);
        });
        expect(mermaid).not.to.match(/ﬂ|#58;fa-/);
      }),
    );
  });

  it("differs in lines, each of which is one", () => {
    fc.assert(
      fc.property(hostileFlow, hostileFlow, (before, after) => {
        for (const { lines } of diffFlows(before, after)) {
          for (const line of lines) {
            // eslint-disable-next-line no-control-regex -- that is what must not be there
            expect(line).not.to.match(/[\u0000-\u001f\u0085\u2028\u2029\u202e]/);
          }
        }
      }),
    );
  });
});
