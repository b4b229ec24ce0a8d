import { writeFileSync } from "node:fs";

import { expect } from "chai";

import { FAILED_FILES, withSecondTry } from "../../../commands/test/second-try";
import type { Outcome } from "../../../commands/test/second-try";

describe("withSecondTry", () => {
  /** Plays runs of tests. @param runs - what each run says has failed; nothing where it says nothing */
  async function play(
    ...runs: readonly (readonly string[] | undefined)[]
  ): Promise<Outcome & { readonly ran: readonly (readonly string[])[]; readonly told: unknown }> {
    const ran: (readonly string[])[] = [];
    let told: readonly string[] | undefined;
    const outcome = await withSecondTry(
      (files, { [FAILED_FILES]: list }) => {
        const failed = runs[ran.length];
        ran.push(files);
        if (list !== undefined && failed) writeFileSync(list, JSON.stringify(failed));
        return Promise.resolve(failed?.length ?? 1);
      },
      (files) => (told = files),
    );
    return { ...outcome, ran, told };
  }

  it("runs all once where all pass", async () => {
    expect(await play([])).to.deep.equal({ passed: true, again: [], ran: [[]], told: undefined });
  });

  it("runs the files that failed once more, and says so", async () => {
    expect(await play(["a", "b"], [])).to.deep.equal({
      passed: true,
      again: ["a", "b"],
      ran: [[], ["a", "b"]],
      told: ["a", "b"],
    });
  });

  it("fails where one fails again", async () => {
    expect(await play(["a", "b"], ["b"])).to.include({ passed: false });
  });

  for (const [what, failed] of [
    ["many files fail", ["a", "b", "c", "d", "e", "f"]],
    ["something fails outside of the files", ["a", ""]],
    ["the tests end without a report", undefined],
  ] as const) {
    it(`runs nothing again where ${what}`, async () => {
      const { passed, ran } = await play(failed);
      expect(passed).to.equal(false);
      expect(ran).to.have.length(1);
    });
  }
});
