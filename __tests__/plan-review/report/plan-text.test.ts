import { expect } from "chai";

import { asDiff } from "../../../plan-review/report/plan-text";

describe("Terraform's text of a plan, coloured", () => {
  it("has the sign of each line that changes at its beginning", () => {
    const text = [
      "Terraform will perform the following actions:",
      "  # aws_connect_queue.sales will be updated in-place",
      '  ~ resource "aws_connect_queue" "sales" {',
      '      ~ name = "Sales" -> "Selling"',
      '      + description = "new"',
      "        # (3 unchanged attributes hidden)",
      "    }",
      '-/+ resource "aws_dynamodb_table" "numbers" {',
      '  - resource "aws_connect_user" "mary" {',
      ' <= data "aws_lambda_invocation" "observe" {',
    ].join("\n");
    expect(asDiff(text).split("\n")).to.deep.equal([
      "Terraform will perform the following actions:",
      "  # aws_connect_queue.sales will be updated in-place",
      '!   resource "aws_connect_queue" "sales" {',
      '!       name = "Sales" -> "Selling"',
      '+       description = "new"',
      "        # (3 unchanged attributes hidden)",
      "    }",
      '-/+ resource "aws_dynamodb_table" "numbers" {',
      '-   resource "aws_connect_user" "mary" {',
      ' <= data "aws_lambda_invocation" "observe" {',
    ]);
  });

  it("writes out what would end a line, or hide a part of it", () => {
    expect(asDiff('      ~ name = "a\u2028- b\r- c\u202ed"')).to.equal(
      '!       name = "a\\u{2028}- b\\u{d}- c\\u{202e}d"',
    );
  });
});
