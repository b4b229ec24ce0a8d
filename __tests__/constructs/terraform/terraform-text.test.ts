import { expect } from "chai";

import { terraformText } from "../../../constructs/terraform/terraform-text";

describe("Text for Terraform", () => {
  it("has the signs doubled that would begin a template", () => {
    expect(terraformText("${name} and %{if}")).to.equal("$${name} and %%{if}");
  });

  it("keeps dollars and percents that begin none", () => {
    expect(terraformText("$5, 10% and {{hole}}")).to.equal("$5, 10% and {{hole}}");
  });
});
