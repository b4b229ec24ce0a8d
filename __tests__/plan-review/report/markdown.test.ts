import { expect } from "chai";
import * as fc from "fast-check";

import { code, count, cut, fenced, folded } from "../../../plan-review/report/markdown";

describe("Markdown of a review", () => {
  it("fences a text so that the text can't end the fence", () => {
    expect(fenced("diff", "+ a\n")).to.equal("```diff\n+ a\n```");
    expect(fenced("", "```\n@everybody\n```")).to.equal("````\n```\n@everybody\n```\n````");
    fc.assert(
      fc.property(fc.stringMatching(/^[`a \n]*$/), (text) => {
        const lines = fenced("", text).split("\n");
        const end = lines.at(-1) ?? "";
        expect(lines.slice(1, -1).filter((line) => line.includes(end))).to.deep.equal([]);
      }),
    );
  });

  it("writes code that holds the sign of code", () => {
    expect(code("aws_connect_queue.sales")).to.equal("`aws_connect_queue.sales`");
    expect(code("a `b` c")).to.equal("`` a `b` c ``");
  });

  it("folds a section below a title, which is plain text", () => {
    expect(folded("<b> & c", "body")).to.equal(
      "<details><summary>&lt;b> &amp; c</summary>\n\nbody\n\n</details>",
    );
  });

  it("cuts between lines, and counts what is missing", () => {
    expect(cut("one\ntwo\nthree", 100)).to.deep.equal({ text: "one\ntwo\nthree", missing: 0 });
    expect(cut("one\ntwo\nthree", 7)).to.deep.equal({ text: "one\ntwo", missing: 1 });
    expect(cut("one\ntwo\nthree", 6)).to.deep.equal({ text: "one", missing: 2 });
    expect(cut("one\ntwo", 0)).to.deep.equal({ text: "", missing: 2 });
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (text, room) => {
        const { text: kept, missing } = cut(text, room);
        expect(kept.length).to.be.at.most(room);
        expect(text.startsWith(kept)).to.equal(true);
        const lines = kept === "" && missing > 0 ? 0 : kept.split("\n").length;
        if (lines > 0) expect(lines + missing).to.equal(text.split("\n").length);
      }),
    );
  });

  it("counts in words", () => {
    expect(count(1, "queue")).to.equal("1 queue");
    expect(count(2, "queue")).to.equal("2 queues");
  });
});
