import { expect } from "chai";

import { commentText } from "../../../plan-review/report/comment-text";
import { costSection, parseCostChanges } from "../../../plan-review/report/cost-changes";

const CHEAPER = { environment: "prod", call: [0.1612, 0.101], idleMonth: [8.3, 8.3] } as const;

describe("What a pull request says of costs", () => {
  it("is a line for each environment whose prices change", () => {
    expect(
      costSection([CHEAPER, { ...CHEAPER, environment: "dev", idleMonth: [1, 4.5] }]),
    ).to.equal(
      [
        "### Costs, estimated by the change's own code",
        "",
        "- prod: a call $0.161 → $0.101, an idle month $8.30 as before",
        "- dev: a call $0.161 → $0.101, an idle month $1.00 → $4.50",
      ].join("\n"),
    );
  });

  it("is nothing where none does", () => {
    expect(costSection([])).to.equal("");
    const parts = {
      reviews: [],
      flows: [],
      service: [],
      commit: "0".repeat(40),
      run: "https://run",
    };
    expect(commentText({ ...parts, costs: [] })).not.to.include("Costs");
    expect(commentText({ ...parts, costs: [CHEAPER] })).to.include("- prod: a call $0.161");
  });

  it("is read from what a pull request's own code wrote, and nothing else is taken", () => {
    expect(parseCostChanges(JSON.stringify([CHEAPER]))).to.deep.equal([CHEAPER]);
    const wrong: readonly unknown[] = [
      {},
      [null],
      [{ ...CHEAPER, environment: "@everybody" }],
      [{ ...CHEAPER, environment: "prod\n# more" }],
      [{ ...CHEAPER, call: [1] }],
      [{ ...CHEAPER, call: ["1", "2"] }],
      [{ ...CHEAPER, idleMonth: [1, null] }],
      [{ environment: "prod" }],
    ];
    for (const each of wrong) {
      expect(() => parseCostChanges(JSON.stringify(each))).to.throw("must be a list of prices");
    }
    expect(() => parseCostChanges("{")).to.throw();
  });
});
