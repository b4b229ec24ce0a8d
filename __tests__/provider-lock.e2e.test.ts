import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { PROVIDER_VERSION } from "../plan-review/configuration/allowed";
import { Terraform, TerraformError } from "../sandbox/terraform/terraform";
import { requires } from "./support/requirements";
import { synthesize } from "./support/synthesized";

const LOCK_FILE = ".terraform.lock.hcl";
const LOCKED = join(__dirname, "..", LOCK_FILE);

describe("the provider's lock file", function () {
  this.timeout(120_000);

  it("is for the version that the constructs are made for", () => {
    const { terraform } = synthesize().json as {
      terraform: { required_providers: { aws: { version: string } } };
    };
    expect(terraform.required_providers.aws.version).to.equal(PROVIDER_VERSION);
    const text = readFileSync(LOCKED, "utf8");
    expect(text).to.contain(`version     = "${PROVIDER_VERSION}"`);
    expect(text).to.contain(`constraints = "${PROVIDER_VERSION}"`);
  });

  describe("before an apply to AWS", () => {
    requires("terraform", "provider");

    /** What `terraform init` says to a lock file, edited or not; empty where it is content. */
    const init = async (edit: (text: string) => string | undefined) => {
      const directory = mkdtempSync(join(tmpdir(), "lock-"));
      const { required_providers } = synthesize().json.terraform as Record<string, unknown>;
      writeFileSync(
        join(directory, "cdk.tf.json"),
        JSON.stringify({ terraform: { required_providers } }),
      );
      copyFileSync(LOCKED, join(directory, LOCK_FILE));
      const text = edit(readFileSync(LOCKED, "utf8"));
      if (text === undefined) rmSync(join(directory, LOCK_FILE));
      else writeFileSync(join(directory, LOCK_FILE), text);
      const terraform = await Terraform.find({
        directory,
        workDirectory: directory,
        environment: { ...process.env, TF_CLI_ARGS_init: "-lockfile=readonly" },
      });
      const error: unknown = await terraform.init().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (error !== undefined) expect(error).to.be.instanceOf(TerraformError);
      return error instanceof Error ? error.message : "";
    };

    it("lets the provider's package pass", async () => {
      expect(await init((text) => text)).to.equal("");
    });

    it("refuses a package with another checksum", async () => {
      const tampered = await init((text) =>
        text.replaceAll(
          /"(h1|zh):(.)/g,
          (_, kind: string, first: string) => `"${kind}:${first === "0" ? "1" : "0"}`,
        ),
      );
      expect(tampered).to.match(/doesn't match any of the\s+checksums|checksum/);
    });

    it("refuses a provider for which there is no checksum", async () => {
      expect(await init(() => undefined)).to.match(/Provider dependency changes detected/);
    });
  });
});
