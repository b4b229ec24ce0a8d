import { expect } from "chai";
import * as fc from "fast-check";

import { fenced, folded } from "../../../plan-review/report/markdown";
import { untrusted } from "../../../plan-review/report/untrusted";

/** What commands/flow-changes writes of a flow. */
const PICTURE = [
  "#### Main Menu (changed; dev, prod)",
  fenced("diff", "@@ changed @@\n- Text: # Hi\n+ Text: <b>Hello</b> @all"),
  folded("Before", fenced("mermaid", "graph TD\n  a --> b")),
].join("\n\n");

describe("Markdown that a pull request's own code has made", () => {
  it("stays as it is where it is what flow-changes writes", () => {
    expect(untrusted(PICTURE)).to.equal(PICTURE);
  });

  const forgeries: readonly (readonly [what: string, text: string, shown: string])[] = [
    ["a heading", "### prod: no changes", "\\#\\#\\# prod: no changes"],
    ["a heading in a list", "- ## prod", "- \\#\\# prod"],
    ["an underlined heading", "prod\n---", "prod\n\\---"],
    ["another one", "prod\n ===", "prod\n \\==="],
    ["an alert", "> [!NOTE]", "\\> \\[\\!NOTE\\]"],
    ["HTML", "<h3>prod</h3>", "\\<h3\\>prod\\</h3\\>"],
    ["the end of the fold around it", "</details>", "\\</details\\>"],
    ["a mark of the comment", "<!-- kwglobal -->", "\\<\\!-- kwglobal --\\>"],
    ["a mention", "@kwglobal/all", "\\@kwglobal/all"],
    ["a line after a lone carriage return", "a\r### prod", "a\n\\#\\#\\# prod"],
    ["a fence in a list, which ends with the list", "- ```\n# prod", "- \\`\\`\\`\n\\# prod"],
    ["a fence of another kind", "~~~\n# prod", "\\~\\~\\~\n\\# prod"],
  ];
  for (const [what, text, shown] of forgeries) {
    it(`can't hold ${what}`, () => {
      expect(untrusted(text)).to.equal(shown);
    });
  }

  it("leaves no fence and no fold open, in which the rest of the comment would vanish", () => {
    expect(untrusted("````\n```\na")).to.equal("````\n```\na\n````");
    expect(untrusted("<details><summary>a</summary>\nb")).to.equal(
      "<details><summary>a</summary>\n\nb\n\n</details>",
    );
  });

  it("takes no fence right below HTML for one", () => {
    const text = untrusted("<details><summary>a</summary>\n```\n# in code\n```\n</details>");
    expect(text).to.include("</summary>\n\n```\n# in code\n```\n\n</details>");
  });

  it("shows a line that isn't code without headings and HTML, whatever it is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[#`<>=\- a\n\r]*$/), (text) => {
        let fence = "";
        for (const line of untrusted(text).split("\n")) {
          const [, run = ""] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? [];
          if (fence === "" && run === "") expect(line).not.to.match(/^\s*#{1,3}(\s|$)|(?<!\\)[<>]/);
          if (fence === "") fence = run;
          else if (run.length >= fence.length && /^[ `\t]*$/.test(line)) fence = "";
        }
        expect(fence).to.equal("");
      }),
    );
  });
});
