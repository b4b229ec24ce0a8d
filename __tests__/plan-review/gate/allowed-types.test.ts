import { expect } from "chai";

import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "../../../plan-review/gate/allowed-types";
import { STACKS } from "../../policy/stacks";

/** The types in a section of every stack, as it is and with what the value can switch on. */
const made = (section: "resource" | "data") =>
  [...new Set(STACKS.flatMap(({ stack }) => Object.keys(stack.json[section] ?? {})))].sort();

describe("the types that a plan may hold", () => {
  it("are those of the resources that the constructs make, and no others", () => {
    expect(RESOURCE_TYPES).to.deep.equal(made("resource"));
  });

  it("are those of the data sources that the constructs read, and no others", () => {
    expect(DATA_SOURCE_TYPES).to.deep.equal(made("data"));
  });
});
