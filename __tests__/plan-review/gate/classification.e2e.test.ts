import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { execa } from "execa";

import { Terraform } from "../../../sandbox/terraform/terraform";
import { requires } from "../../support/requirements";
import { expectSnapshot } from "../../support/snapshot";
import { synthesize } from "../../support/synthesized";
import { type Block, RECORD, recordOf } from "./provider-schema";

describe("the record of the provider's own schema", function () {
  this.timeout(300_000);
  requires("terraform", "provider");

  let directory: string;
  let schemas: Readonly<Record<string, { readonly block: Block }>>;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), "schema-"));
    const { required_providers } = synthesize().json.terraform as Record<string, unknown>;
    const configuration = { terraform: { required_providers } };
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(configuration));
    const terraform = await Terraform.find({
      directory,
      workDirectory: directory,
      environment: process.env,
    });
    await terraform.init();
    const options = { cwd: directory, env: { CHECKPOINT_DISABLE: "1" } };
    const { stdout } = await execa("terraform", ["providers", "schema", "-json"], options);
    const { provider_schemas: all } = JSON.parse(stdout) as {
      provider_schemas: Record<string, { resource_schemas: typeof schemas }>;
    };
    schemas = Object.values(all)[0]?.resource_schemas ?? {};
  });

  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it("is what the fast tests compare the table with", () => {
    expectSnapshot(recordOf(schemas), RECORD);
  });
});
