import { expect } from "chai";

import { Context } from "../../../../plan-review/gate/context";
import { ownAddress } from "../../../../plan-review/gate/judgements/own";
import { planOf } from "../../../support/plans";
import { there } from "./judging";

/** What data sources have read. */
const READ = {
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            ...{ address: "data.aws_connect_prompt.beep", mode: "data" },
            values: { name: "Beep", prompt_id: "beep-id", arn: "arn:beep" },
          },
        ],
      },
    },
  },
};
const address = (value: unknown, type: string, values: object = {}) =>
  ownAddress(
    value,
    [type],
    new Context(planOf([there(`${type}.it`, values)], READ), { firstApply: false }),
  );

describe("the address of a thing of the stack", () => {
  for (const [type, name] of [
    ["aws_connect_queue", "id"],
    ["aws_connect_queue", "arn"],
    ["aws_connect_queue", "queue_id"],
    ["aws_connect_lambda_function_association", "function_arn"],
    ["aws_connect_contact_flow", "contact_flow_id"],
    ["aws_connect_contact_flow_module", "contact_flow_module_id"],
    ["aws_connect_hours_of_operation", "hours_of_operation_id"],
    ["aws_connect_user", "user_id"],
  ] as const) {
    it(`is found by its ${name}`, () => {
      expect(address("it-id", type, { [name]: "it-id" })).to.equal(`${type}.it`);
      expect(address("it-id", type, { name: "it-id" })).to.equal(undefined);
      expect(address("it-id", "aws_iam_role", {})).to.equal(undefined);
    });
  }

  it("is that of what a data source has read, if it is of the type", () => {
    expect(address("beep-id", "aws_connect_prompt")).to.equal("data.aws_connect_prompt.beep");
    expect(address("arn:beep", "aws_connect_prompt")).to.equal("data.aws_connect_prompt.beep");
    expect(address("Beep", "aws_connect_prompt")).to.equal(undefined);
    expect(address("beep-id", "aws_connect_queue")).to.equal(undefined);
  });

  it("is what the configuration refers to, and nothing around it", () => {
    const queue = "aws_connect_queue";
    expect(address(`\${${queue}.it.arn}`, queue)).to.equal(`${queue}.it`);
    expect(address(`\${${queue}.other.arn}`, queue)).to.equal(undefined);
    expect(address(`\${${queue}.it.arn}`, "aws_connect_user")).to.equal(undefined);
    expect(address(`\${data.${queue}.read.arn}`, queue)).to.equal(`data.${queue}.read`);
    expect(address(`x\${${queue}.it.arn}`, queue)).to.equal(undefined);
    expect(address(`\${${queue}.it.arn}x`, queue)).to.equal(undefined);
    expect(address(undefined, queue)).to.equal(undefined);
  });
});
