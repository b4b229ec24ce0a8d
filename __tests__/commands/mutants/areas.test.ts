import { expect } from "chai";

import { AREAS } from "../../../commands/mutants/areas";
import { EXCUSES } from "../../../commands/mutants/excuses";
import { filesOf, isCode, isFastTest } from "../../../commands/mutants/files";
import { OperatorError } from "../../../sandbox/machine/errors";

describe("The areas whose code is changed to try the tests", () => {
  for (const [name, { code, tests }] of Object.entries(AREAS)) {
    it(`${name} names code and tests that are there`, () => {
      expect(filesOf(code, isCode)).not.to.deep.equal([]);
      expect(filesOf(tests, isFastTest)).not.to.deep.equal([]);
    });
  }

  it("are all that excuses are made for", () => {
    const files = Object.values(AREAS).flatMap(({ code }) => filesOf(code, isCode));
    expect(EXCUSES.map(({ file }) => file).filter((file) => !files.includes(file))).to.deep.equal(
      [],
    );
  });

  it("tell which name is of nothing", () => {
    expect(() => filesOf(["plan-review/nowhere"], isCode)).to.throw(
      OperatorError,
      "commands/mutants/areas.ts names plan-review/nowhere, which isn't there",
    );
  });

  it("leave out the tests that start processes or wait", () => {
    expect(["a.test.ts", "a.e2e.test.ts", "a.ts"].filter(isFastTest)).to.deep.equal(["a.test.ts"]);
  });
});
