import { expect } from "chai";

import { DATA_SOURCE_TYPES, RESOURCE_TYPES } from "../../../plan-review/gate/allowed-types";
import { WRITTEN } from "../configuration/configurations";

/** The types in a section of every configuration that may be written. */
const made = (section: "resource" | "data") =>
  [...new Set(WRITTEN.flatMap(({ json }) => Object.keys(json[section] ?? {})))].sort();

describe("the types that a plan may hold", () => {
  it("are those of the resources that the constructs make, and no others", () => {
    expect(RESOURCE_TYPES).to.deep.equal(made("resource"));
  });

  it("are those of the data sources that the constructs read, and no others", () => {
    expect(DATA_SOURCE_TYPES).to.deep.equal(made("data"));
  });
});
