import { expect } from "chai";

import { judge } from "../../plan-review/gate/judge";
import { verdictText } from "../../plan-review/verdict-text";
import { type ChangeJson, planOf } from "../support/plans";

const TABLE = "aws_dynamodb_table.numbers";
const replaced: ChangeJson = {
  address: TABLE,
  actions: ["delete", "create"],
  replacePaths: [["hash_key"]],
};

describe("the text of a verdict", () => {
  it("is empty where there is nothing to say", () => {
    expect(verdictText(judge(planOf([])))).to.equal("");
  });

  it("says where, what, why not, what instead, and how to name it", () => {
    expect(verdictText(judge(planOf([replaced]))).split("\n")).to.deep.equal([
      "Refused:",
      "",
      `- ${TABLE}`,
      "    deletes the table with everything in it, and makes another one",
      "    why not: only a backup brings its items back, and point-in-time recovery ends 35 days later",
      "             https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html",
      "    instead: take back the change of hash_key, which forces the replacement",
      "",
      "If this is meant, say so: a line in a commit message of the change for each",
      "(on the command line: --allow 'ADDRESS: WHAT')",
      "",
      `    Allows: ${TABLE}: destroy`,
      "",
    ]);
  });

  it("says what is allowed, and what is allowed in vain", () => {
    const allow = [
      { address: TABLE, effect: "destroy" as const },
      { address: "aws_s3_bucket.bucket", effect: "unprotect" as const },
    ];
    const text = verdictText(judge(planOf([replaced]), { allow }));
    expect(text).to.match(/^Allowed, since the change says so:/);
    expect(text).to.contain("Allowed, but nothing of the kind happens there:");
    expect(text).to.contain("- aws_s3_bucket.bucket: unprotect: take it out, or mend it");
    expect(text).not.to.contain("Refused");
  });

  it("offers no allowance where none would help", () => {
    const text = verdictText(judge(planOf([], { errored: true })));
    expect(text).to.match(/^Refused:\n\n- the plan\n {4}stops where the planning has failed\n/);
    expect(text).not.to.contain("Allows:");
  });

  it("counts what would be too long a list", () => {
    const users = Array.from({ length: 40 }, (_, index) => ({
      address: `aws_connect_user.u${index}`,
      actions: ["delete"],
    }));
    expect(verdictText(judge(planOf(users)))).to.contain("aws_connect_user.u11, and 28 more");
  });

  it("as markdown, lets nothing of the plan become markup", () => {
    const evil = {
      address: 'aws_iam_user.x["`</details>@everyone`"]',
      actions: ["create"],
      provider: "[click](https://evil.example)",
    };
    const text = verdictText(judge(planOf([evil])), "markdown");
    expect(text).to.contain('- ``aws_iam_user.x["`</details>@everyone`"]`` **uses');
    expect(text).to.contain("`[click](https://evil.example`)");
    expect(text).not.to.contain("Allows:");
  });

  it("as markdown, fences what is to be pasted", () => {
    const text = verdictText(judge(planOf([replaced])), "markdown");
    expect(text).to.contain(`\n\`\`\`\nAllows: ${TABLE}: destroy\n\`\`\`\n`);
  });
});
