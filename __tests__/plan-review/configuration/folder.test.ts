import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { faultsInFolder } from "../../../plan-review/configuration/folder";
import { synthesize } from "../../support/synthesized";

describe("the folder of a configuration that nobody has reviewed", () => {
  const stack = JSON.stringify(synthesize().json, null, 2);

  /** A folder with a stack and what a test adds, by name. */
  const folderWith = (files: Readonly<Record<string, string>>) => {
    const folder = mkdtempSync(join(tmpdir(), "stack-"));
    for (const [name, text] of Object.entries({ "cdk.tf.json": stack, ...files })) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };

  it("holds a configuration and its assets", () => {
    expect(faultsInFolder(folderWith({ "assets/code/ABC/code.zip": "" }))).to.deep.equal([]);
  });

  for (const name of [
    "more.tf",
    "more.tf.json",
    "override.tf.json",
    "cdk_override.tf.json",
    "more.tofu",
    "terraform.tfvars",
    "x.auto.tfvars.json",
    ".terraform.lock.hcl",
    ".terraform/providers/evil",
    "terraform.tfstate",
  ]) {
    it(`holds no ${name}`, () => {
      const [fault] = faultsInFolder(folderWith({ [name]: "" }));
      expect(fault).to.match(/must not be there: only cdk\.tf\.json and assets may/);
    });
  }

  it("holds no links", () => {
    const folder = folderWith({ "assets/code.zip": "" });
    symlinkSync("/etc/passwd", join(folder, "assets", "link"));
    expect(faultsInFolder(folder)).to.deep.equal(["assets/link must be a file"]);
  });

  it("needs a configuration that is JSON", () => {
    expect(faultsInFolder(folderWith({ "cdk.tf.json": "resource {}" }))[0]).to.match(
      /^cdk\.tf\.json must be JSON/,
    );
    expect(faultsInFolder(mkdtempSync(join(tmpdir(), "stack-")))).to.deep.equal([
      "cdk.tf.json is missing",
    ]);
  });

  it("has no key twice: JSON.parse would show one, and Terraform takes both", () => {
    const hidden = stack.replace(/^\{/, '{\n  "data": { "external": { "x": {} } },');
    expect(JSON.parse(hidden)).not.to.have.nested.property("data.external");
    expect(faultsInFolder(folderWith({ "cdk.tf.json": hidden }))[0]).to.match(/no key twice/);
  });

  it("is checked as a configuration is", () => {
    const evil = JSON.stringify({ module: {} });
    expect(faultsInFolder(folderWith({ "cdk.tf.json": evil }))[0]).to.match(/^module isn't among/);
  });
});
