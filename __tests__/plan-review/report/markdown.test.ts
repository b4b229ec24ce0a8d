import { expect } from "chai";
import * as fc from "fast-check";

import {
  closed,
  code,
  count,
  cut,
  fenced,
  folded,
  prose,
} from "../../../plan-review/report/markdown";

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
    expect(code("a `b` c")).to.equal("``a `b` c``");
    expect(code("`b`")).to.equal("`` `b` ``");
    expect(code("")).to.equal("`  `");
  });

  it("shortens code that would fill a page", () => {
    expect(code("x".repeat(501))).to.equal(`\`${"x".repeat(500)}… (501 characters)\``);
  });

  it("writes what is no word as code within a sentence", () => {
    for (const [text, shown] of [
      ["releases the phone number, for 180 days!", "releases the phone number, for 180 days!"],
      ["can't be had back (at 45 %)", "can't be had back (at 45 `%`)"],
      ["because of attribute.0.type, name", "because of `attribute.0.type`, name"],
      ["tell @kwglobal/all or @mary.", "tell `@kwglobal/all` or `@mary`."],
      ["by @mary #1 GH-1", "by `@mary #1 GH-1`"],
      ["in 0123abc, deadbeef", "in `0123abc`, `deadbeef`"],
      ["a\n## b", "`a\\u{a}##` b"],
    ] as const) {
      expect(prose(text)).to.equal(shown);
    }
  });

  it("folds a section below a title, which is plain text", () => {
    expect(folded("a <b> & c", "body")).to.equal(
      "<details><summary>a <code>&#60;b&#62; &#38;</code> c</summary>\n\nbody\n\n</details>",
    );
  });

  it("closes the block of code in which it was cut", () => {
    expect(closed("a\n````diff\n```\n+ b")).to.equal("a\n````diff\n```\n+ b\n````");
    expect(closed("```\na\n```\nb")).to.equal("```\na\n```\nb");
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
