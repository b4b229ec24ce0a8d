import { expect } from "chai";

import { judge } from "../../plan-review/gate/judge";
import { verdictText } from "../../plan-review/verdict-text";
import { type ChangeJson, planOf } from "../support/plans";

const NUMBER = "aws_connect_phone_number.phone_number";
const replaced: ChangeJson = {
  address: NUMBER,
  actions: ["delete", "create"],
  replacePaths: [["description"]],
};

describe("the text of a verdict", () => {
  it("is empty where there is nothing to say", () => {
    expect(verdictText(judge(planOf([])))).to.equal("");
  });

  it("says where, what, why not, what instead, and how to name it", () => {
    expect(verdictText(judge(planOf([replaced]))).split("\n")).to.deep.equal([
      "Refused:",
      "",
      `- ${NUMBER}`,
      "    releases the phone number, and makes another one",
      "    why not: a released number can't be claimed again for up to 180 days, by anybody",
      "             https://docs.aws.amazon.com/connect/latest/adminguide/release-phone-number.html",
      "    instead: take back the change of description, which forces the replacement",
      "",
      "If this is meant, name it: a line in a commit message of the change for each address",
      "(on the command line: --allow ADDRESS)",
      "",
      `    Allows: ${NUMBER}`,
      "",
    ]);
  });

  it("says what is allowed, and which names are of no use", () => {
    const text = verdictText(judge(planOf([replaced]), [NUMBER, "aws_s3_bucket.bucket"]));
    expect(text).to.match(/^Allowed, since the change names it:/);
    expect(text).to.contain("Named, but nothing of the kind happens there:");
    expect(text).to.contain("- aws_s3_bucket.bucket: take the name out, or mend it");
    expect(text).not.to.contain("Refused");
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
    expect(text).to.contain(`\`\`\`\nAllows: ${evil.address}\n\`\`\``);
  });

  it("as markdown, fences addresses so that none ends its fence", () => {
    const address = 'aws_iam_user.x["````"]';
    const text = verdictText(judge(planOf([{ address, actions: ["create"] }])), "markdown");
    expect(text).to.contain(`\n\`\`\`\`\`\nAllows: ${address}\n\`\`\`\`\`\n`);
  });
});
