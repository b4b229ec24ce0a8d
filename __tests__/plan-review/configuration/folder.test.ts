import { createHash } from "node:crypto";
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { expect } from "chai";

import { writeImports } from "../../../commands/support/imports-file";
import { faultsInFolder } from "../../../plan-review/configuration/folder";
import { change, stackFolder } from "./stack-folder";

const OBSERVER = "connect_associations_observer";
const ONLY =
  "must not be there: only cdk.tf.json, assets and imports.tf.json may, since Terraform reads others too";

describe("the folder of a configuration that nobody has reviewed", function () {
  this.timeout(30_000);

  /** Where the zip of a function lies. */
  const zipOf = (folder: string, name = OBSERVER) => {
    const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
    const { resource } = JSON.parse(text) as {
      resource: { aws_lambda_function: Record<string, { filename: string }> };
    };
    return resource.aws_lambda_function[name]?.filename ?? "";
  };
  const write = (folder: string, name: string, text: string | Buffer = "") => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };

  for (const stack of ["kwglobal-dev", "kwglobal-prod", "kwglobal-bootstrap-dev"]) {
    it(`is as cdktf writes it: ${stack}`, () => {
      expect(faultsInFolder(stackFolder(stack))).to.deep.equal([]);
    });
  }

  describe("holds the configuration and what it names:", () => {
    for (const name of [
      "more.tf",
      "more.tf.json",
      "override.tf.json",
      "cdk_override.tf.json",
      "CDK.tf.json",
      "Assets",
      "more.tofu",
      "terraform.tfvars",
      "x.auto.tfvars.json",
      "x.tftest.hcl",
      ".terraform.lock.hcl",
      ".terraformrc",
      "terraform.tfstate",
      "modules",
      "a\n::error::b",
    ]) {
      it(`no ${JSON.stringify(name)}`, () => {
        const folder = stackFolder();
        write(folder, name);
        expect(faultsInFolder(folder)).to.deep.equal([`${JSON.stringify(name)} ${ONLY}`]);
      });
    }

    it("no folder of others, told once", () => {
      const folder = stackFolder();
      write(folder, ".terraform/providers/registry.terraform.io/evil", "");
      expect(faultsInFolder(folder)).to.deep.equal([`".terraform" ${ONLY}`]);
    });

    for (const name of [
      "assets/config",
      "assets/connect_associations_observer_code/more.zip",
      "assets/empty/",
    ]) {
      it(`no ${name}`, () => {
        const folder = stackFolder();
        if (name.endsWith("/")) mkdirSync(join(folder, name));
        else write(folder, name);
        expect(faultsInFolder(folder)).to.deep.equal([
          `${JSON.stringify(name.replace(/\/$/, ""))} must not be there: the configuration doesn't name it`,
        ]);
      });
    }

    it("no zip under a name that differs in case", () => {
      const folder = stackFolder();
      const zip = zipOf(folder);
      const other = zip.replace("connect-associations.zip", "Connect-associations.zip");
      renameSync(join(folder, zip), join(folder, other));
      expect(faultsInFolder(folder)).to.deep.equal([
        `${JSON.stringify(other)} must not be there: the configuration doesn't name it`,
        `resource.aws_lambda_function.${OBSERVER}.filename must name a file that is there, got ${JSON.stringify(zip)}`,
      ]);
    });

    it("no links, and none is followed", () => {
      const folder = stackFolder();
      const zip = zipOf(folder);
      cpSync(join(folder, zip), `${folder}.zip`);
      rmSync(join(folder, zip));
      symlinkSync(`${folder}.zip`, join(folder, zip));
      symlinkSync("/", join(folder, "assets", "root"));
      expect(faultsInFolder(folder).sort()).to.deep.equal(
        [
          '"assets/root" must be a file',
          '"assets/root" must not be there: the configuration doesn\'t name it',
          `${JSON.stringify(zip)} must be a file`,
          `resource.aws_lambda_function.${OBSERVER}.filename must name a file that is there, got ${JSON.stringify(zip)}`,
        ].sort(),
      );
    });

    it("no link in the place of a file", () => {
      const folder = stackFolder();
      cpSync(join(folder, "cdk.tf.json"), `${folder}.json`);
      rmSync(join(folder, "cdk.tf.json"));
      symlinkSync(`${folder}.json`, join(folder, "cdk.tf.json"));
      expect(faultsInFolder(folder)).to.deep.equal(["cdk.tf.json must be a file"]);
    });

    it("no file in the place of a folder", () => {
      const folder = stackFolder("kwglobal-bootstrap-dev");
      write(folder, "assets");
      expect(faultsInFolder(folder)).to.deep.equal(["assets must be a folder"]);
    });

    it("nothing less", () => {
      const folder = stackFolder();
      rmSync(join(folder, "assets"), { recursive: true });
      const faults = faultsInFolder(folder);
      expect(faults).to.have.length(3);
      expect(faults.join("\n")).to.match(
        /^resource\.aws_lambda_function\.\w+\.filename must name a file that is there, got "assets\//,
      );
      rmSync(join(folder, "cdk.tf.json"));
      expect(faultsInFolder(folder)).to.deep.equal(["cdk.tf.json is missing"]);
    });
  });

  it("holds each zip as source_code_hash says", () => {
    const folder = stackFolder();
    const zip = zipOf(folder);
    writeFileSync(join(folder, zip), "another function");
    const found = createHash("sha256").update("another function").digest("base64");
    const [fault, ...others] = faultsInFolder(folder);
    expect(others).to.deep.equal([]);
    expect(fault).to.match(
      /^resource\.aws_lambda_function\.connect_associations_observer\.source_code_hash must be "/,
    );
    expect(fault).to.contain(`must be "${found}", which is that of the zip, got "`);
  });

  it("tells a hash that is missing once", () => {
    const folder = stackFolder();
    const file = join(folder, "cdk.tf.json");
    const hash = /,\s*"source_code_hash": "[^"]*"/;
    writeFileSync(file, readFileSync(file, "utf8").replace(hash, ""));
    expect(faultsInFolder(folder)).to.deep.equal([
      `resource.aws_lambda_function.${OBSERVER}.source_code_hash is missing`,
    ]);
  });

  it("may hold what npm run adopt writes", async () => {
    const folder = stackFolder();
    await writeImports(folder, [
      { to: "aws_sns_topic.notifications", id: "arn:aws:sns:us-west-2:222222222222:kwglobal" },
      { to: `aws_lambda_function.${OBSERVER}`, id: "observeConnectAssociations" },
    ]);
    expect(faultsInFolder(folder)).to.deep.equal([]);
  });

  it("may hold there nothing but import blocks, for what the configuration has", async () => {
    const folder = stackFolder();
    await writeImports(folder, [
      { to: "aws_sns_topic.other", id: "x" },
      { to: `aws_lambda_function.${OBSERVER}`, id: "deleteAll" },
    ]);
    expect(faultsInFolder(folder)).to.deep.equal([
      'imports.tf.json: import[0].to must be a resource of this configuration, got "aws_sns_topic.other"',
      'imports.tf.json: import[1].id must be "observeConnectAssociations", got "deleteAll"',
    ]);
    write(
      folder,
      "imports.tf.json",
      '{"import":[{"to":"aws_sns_topic.a[0]","id":"x","id":"x"}],"provider":{}}',
    );
    expect(faultsInFolder(folder)).to.deep.equal([
      "imports.tf.json: import[0].id is there twice",
      "imports.tf.json: provider isn't among what cdktf writes there: import",
      'imports.tf.json: import[0].to must be the address of a resource, such as aws_connect_queue.sales, got "aws_sns_topic.a[0]"',
    ]);
    write(folder, "imports.tf.json", "import {}");
    expect(faultsInFolder(folder)[0]).to.match(/^imports\.tf\.json must be JSON in UTF-8: /);
  });

  it("holds JSON in UTF-8", () => {
    const folder = stackFolder();
    write(folder, "cdk.tf.json", "resource {\n::error::}");
    expect(faultsInFolder(folder)[0]).to.match(/^cdk\.tf\.json must be JSON in UTF-8: [^\n]+$/);
    write(folder, "cdk.tf.json", Buffer.from([0x22, 0xff, 0x22]));
    expect(faultsInFolder(folder)[0]).to.match(/^cdk\.tf\.json must be JSON in UTF-8: /);
    write(folder, "cdk.tf.json", "\ufeff{}");
    expect(faultsInFolder(folder)[0]).to.match(/^cdk\.tf\.json must be JSON in UTF-8: /);
  });

  it("tells all that is wrong at once: files, text, configuration, zips", () => {
    const folder = stackFolder();
    change(folder, (configuration) => ({ ...configuration, module: {} }));
    write(folder, "more.tf");
    write(folder, zipOf(folder), "x");
    const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
    write(folder, "cdk.tf.json", text.replace(/^\{/, '{ "output": {},'));
    const faults = faultsInFolder(folder);
    expect(faults).to.have.length(4);
    for (const begin of [
      '"more.tf" must not',
      "output is there twice",
      "module isn't among",
      "resource.aws_lambda_function.",
    ]) {
      expect(
        faults.filter((fault) => fault.startsWith(begin)),
        begin,
      ).to.have.length(1);
    }
  });
});
