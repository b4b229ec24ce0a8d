import { expect } from "chai";

import { Context } from "../../../../../plan-review/gate/context";
import type { Block } from "../../../../../plan-review/gate/judgements/flow/graph";
import { referencesIn } from "../../../../../plan-review/gate/judgements/flow/references";
import { planOf } from "../../../../support/plans";
import { STACK, there } from "./written";

const ASSOCIATION = "aws_connect_lambda_function_association";

const named = (parameters: Block["parameters"]) =>
  referencesIn(
    [{ id: "block", type: "any", parameters, exits: [] }],
    new Context(
      planOf([
        ...STACK,
        there("aws_lambda_function.g", { arn: "g" }),
        there(`${ASSOCIATION}.f`, { id: "lets f", function_arn: "f" }),
        there(`${ASSOCIATION}.x`, { id: "lets x", function_arn: "elsewhere" }),
      ]),
    ),
  ).map(({ parameter, thing, isOwn }) => [parameter, thing, isOwn]);

describe("what a block names", () => {
  it("is a thing of the stack, by its parameter", () => {
    expect(named({ QueueId: "a" })).to.deep.equal([["QueueId", "aws_connect_queue.a", true]]);
    expect(named({ QueueId: "f" })).to.deep.equal([["QueueId", "f", false]]);
    expect(named({ EventHooks: { CustomerQueue: "next" } })).to.deep.equal([
      ["CustomerQueue", "aws_connect_contact_flow.next", true],
    ]);
  });

  it("is a function, be it named by what lets flows invoke it", () => {
    const f = [["LambdaFunctionARN", "aws_lambda_function.f", true]];
    expect(named({ LambdaFunctionARN: "f" })).to.deep.equal(f);
    expect(named({ LambdaFunctionARN: "lets f" })).to.deep.equal(f);
    expect(named({ LambdaFunctionARN: "g" })).to.deep.equal([
      ["LambdaFunctionARN", "aws_lambda_function.g", true],
    ]);
    expect(named({ LambdaFunctionARN: "lets x" })).to.deep.equal([
      ["LambdaFunctionARN", `${ASSOCIATION}.x`, true],
    ]);
  });

  it("is whatever looks like an address, to its end", () => {
    const found = (value: string) => named({ SSML: value }).map(([, thing]) => thing);
    expect(found('<audio src="http://evil.example/a"/> s3://b/c and https://d')).to.deep.equal([
      "http://evil.example/a",
      "s3://b/c",
      "https://d",
    ]);
    expect(found("an ARN: arn:aws:x y")).to.deep.equal(["arn:aws:x"]);
    expect(found("darn: s3 http")).to.deep.equal([]);
  });

  it("is in a text an ARN only: addresses are spoken", () => {
    expect(named({ Text: "https://a.example arn:aws:x:y, then" })).to.deep.equal([
      ["Text", "arn:aws:x:y,", false],
    ]);
  });
});
