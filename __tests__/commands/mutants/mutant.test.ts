import { expect } from "chai";

import { mutantOf } from "../../../commands/mutants/mutant";

const TEXT = [
  "const limit = 5;",
  "export const isOver = (n: number) => {",
  "  return n > limit;",
  "};",
].join("\n");

type Result = Parameters<typeof mutantOf>[0];

const result = (
  [startLine, startColumn]: [number, number],
  [endLine, endColumn]: [number, number],
  replacement: string,
  status: Result["status"] = "Survived",
): Result => ({
  id: "1",
  fileName: "/somewhere/limit.ts",
  mutatorName: "Any",
  location: {
    start: { line: startLine, column: startColumn },
    end: { line: endLine, column: endColumn },
  },
  replacement,
  status,
});

describe("A mutant", () => {
  it("is shown as the line that it changes, before and after", () => {
    expect(mutantOf(result([3, 10], [3, 19], "n >= limit"), "limit.ts", TEXT)).to.deep.equal({
      file: "limit.ts",
      line: 3,
      was: "return n > limit;",
      is: "return n >= limit;",
      changed: TEXT.replace("n > limit", "n >= limit"),
      fate: "alive",
    });
  });

  it("is shown on one line where it changes several", () => {
    const { was, is } = mutantOf(result([2, 38], [4, 2], "{}"), "limit.ts", TEXT);
    expect([was, is]).to.deep.equal([
      "export const isOver = (n: number) => { return n > limit; };",
      "export const isOver = (n: number) => {};",
    ]);
  });

  it("is shortened in the middle where it is long", () => {
    const long = `const words = [${'"word", '.repeat(60)}];`;
    const { was } = mutantOf(result([1, 15], [1, long.length], "[]"), "limit.ts", long);
    expect(was)
      .to.match(/^const words = \["word".+ … .+"word", \];$/)
      .and.have.lengthOf.below(170);
  });

  it("counts as killed when a test fails or cannot be loaded, and as endless when none ends", () => {
    const fate = (status: Result["status"]) =>
      mutantOf(result([1, 15], [1, 16], "6", status), "limit.ts", TEXT).fate;
    expect(fate("Killed")).to.equal("killed");
    expect(fate("Timeout")).to.equal("endless");
    expect(fate("RuntimeError")).to.equal("killed");
    expect(fate("NoCoverage")).to.equal("alive");
  });
});
