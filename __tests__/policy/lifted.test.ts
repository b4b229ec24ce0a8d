import { expect } from "chai";

import { liftedCenter } from "./stacks";

describe("Guards", () => {
  it("are all gone from the stack that LIFT_GUARDS names, with every switch on", () => {
    const { stack } = liftedCenter();
    expect(JSON.stringify(stack.json)).to.not.include("prevent_destroy");
    expect(stack.addresses()).to.include("aws_connect_phone_number.phone_number");
  });
});
