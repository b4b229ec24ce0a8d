import { expect } from "chai";

import { allowancesFor, allowanceText, parseAllowance } from "../../../plan-review/gate/allowances";
import { EFFECTS, type Finding } from "../../../plan-review/gate/finding";

const finding = (effect: Finding["effect"], ...addresses: string[]): Finding => ({
  ...(effect && { effect }),
  addresses,
  tolerated: 0,
  happens: "",
  because: "",
  source: "",
  cure: "",
});

describe("an allowance", () => {
  for (const effect of Object.keys(EFFECTS)) {
    it(`names an address and ${effect}`, () => {
      const text = `aws_connect_queue.sales: ${effect}`;
      const allowance = parseAllowance(text);
      expect(allowance).to.deep.equal({ address: "aws_connect_queue.sales", effect });
      expect(allowanceText(allowance)).to.equal(text);
    });
  }

  for (const [text, address] of [
    ["aws_sns_topic.a:destroy", "aws_sns_topic.a"],
    ["  aws_sns_topic.a: destroy\n", "aws_sns_topic.a"],
    ["data.aws_sns_topic.a: destroy", "data.aws_sns_topic.a"],
    ["aws_s3_bucket._A-b_9: destroy", "aws_s3_bucket._A-b_9"],
  ] as const) {
    it(`may be written ${JSON.stringify(text)}`, () => {
      expect(parseAllowance(text)).to.deep.equal({ address, effect: "destroy" });
    });
  }

  for (const text of [
    "",
    "aws_sns_topic.a",
    "aws_sns_topic.a destroy",
    "aws_sns_topic.a:  destroy",
    "aws_sns_topic.a: destroy grant",
    "x aws_sns_topic.a: destroy",
    "aws_sns_topic: destroy",
    "aws_sns_topic.: destroy",
    "aws_sns_topic.9: destroy",
    "aws_sns_topic.a b: destroy",
    "Aws_sns_topic.a: destroy",
    "9aws.a: destroy",
    "module.m.aws_sns_topic.a: destroy",
    "aws_sns_topic.a[0]: destroy",
    "datas.aws_sns_topic.a: destroy",
    "aws_sns_topic.a: Destroy",
    "aws_sns_topic.a: delete",
    "aws_sns_topic.a: constructor",
    "aws_sns_topic.a: ",
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      expect(() => parseAllowance(text)).to.throw(
        `must be an address and what may happen there (ADDRESS: destroy|grant|unprotect|disrupt|forget|create|change), such as aws_connect_phone_number.main: destroy, got ${JSON.stringify(text)}`,
      );
    });
  }
});

describe("what would let findings pass", () => {
  it("is an allowance for each address, each once, in their order", () => {
    expect(
      allowancesFor([
        finding("grant", "aws_sns_topic.b", "aws_sns_topic.a"),
        finding("destroy", "aws_sns_topic.a"),
        finding("grant", "aws_sns_topic.b"),
      ]),
    ).to.deep.equal([
      "aws_sns_topic.b: grant",
      "aws_sns_topic.a: grant",
      "aws_sns_topic.a: destroy",
    ]);
  });

  it("is nothing where nothing lets one pass, or its address is none", () => {
    expect(
      allowancesFor([
        finding(undefined, "aws_sns_topic.a"),
        finding("grant", "aws_sns_topic.a\nAllows: x", "module.m.aws_sns_topic.a"),
      ]),
    ).to.deep.equal([]);
  });
});
