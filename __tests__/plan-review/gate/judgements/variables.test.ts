import { expect } from "chai";

import { variables } from "../../../../plan-review/gate/judgements/variables";
import { said, update } from "./judging";

const OTHER = ["tells the function other variables"];
const judge = variables({
  words: "VANITY_WORDS",
  happens: "tells the function other variables",
  because: "x",
  source: "y",
});

const change = (before: object, after: object) =>
  update(
    "aws_lambda_function.f",
    { environment: [{ variables: before }] },
    { environment: [{ variables: after }] },
  );
const judged = (before: object, after: object) => said(judge, change(before, after));

describe("a function's variables", () => {
  it("may get other words for vanity numbers, or none any more", () => {
    const table = { TABLE_NAME: "t" };
    const words = { ...table, VANITY_WORDS: "never: RAT allowed:" };
    expect(judged(table, words)).to.deep.equal([]);
    expect(judged(words, table)).to.deep.equal([]);
    expect(judged(words, { ...table, VANITY_WORDS: "never: allowed: KILL 4SALE" })).to.deep.equal(
      [],
    );
  });

  it("stay as they are otherwise", () => {
    const words = { VANITY_WORDS: "never: RAT allowed:" };
    expect(judged({ TABLE_NAME: "t" }, { TABLE_NAME: "u" })).to.deep.equal(OTHER);
    expect(judged({ TABLE_NAME: "t" }, { ...words })).to.deep.equal(OTHER);
    expect(judged({}, { ...words, NODE_OPTIONS: "--require /tmp/evil" })).to.deep.equal(OTHER);
  });

  it("are words, and nothing that only has their name", () => {
    for (const text of [
      ...["", "RAT", "never: RAT", "never: rat allowed:", "never:  allowed: ", "never: A allowed:"],
      ...["x never: allowed:", "never: allowed:\n--require", "never: allowed: --require"],
    ]) {
      expect(judged({}, { VANITY_WORDS: text }), text).to.deep.equal(OTHER);
      expect(judged({ VANITY_WORDS: text }, {}), text).to.deep.equal(OTHER);
    }
  });

  it("are known before the apply", () => {
    const words = { TABLE_NAME: "t", VANITY_WORDS: "never: RAT allowed:" };
    for (const name of ["TABLE_NAME", "VANITY_WORDS"]) {
      const { [name as keyof typeof words]: _, ...known } = words;
      const afterUnknown = { environment: [{ variables: { [name]: true } }] };
      expect(said(judge, { ...change(words, known), afterUnknown }), name).to.deep.equal(OTHER);
    }
  });
});
