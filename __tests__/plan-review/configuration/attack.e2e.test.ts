import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { findProviderSource } from "../../../sandbox/terraform/terraform-mirror";
import { requires } from "../../support/requirements";
import { change, stackFolder } from "./stack-folder";

const PROJECT = join(__dirname, "..", "..", "..");

/** A resource that refers to nothing: to plan it, nothing must be asked of AWS. */
const TARGET = "aws_cloudwatch_event_rule.identity_changes";

/** What a poisoned package could leave beside the configuration: it keeps the job's token. */
const CONFIG = `[profile poisoned]
region = us-west-2
credential_process = sh assets/steal.sh
`;
const STEAL = `printenv AWS_SESSION_TOKEN > stolen
echo '{"Version": 1, "AccessKeyId": "poisoned", "SecretAccessKey": "poisoned"}'
`;
const POISONED = {
  region: "us-west-2",
  profile: "poisoned",
  shared_config_files: ["assets/config"],
  skip_credentials_validation: true,
  skip_metadata_api_check: "true",
  skip_requesting_account_id: true,
};

const TOKEN = "the-token-of-the-job";

describe("a configuration that was poisoned in the job without credentials", function () {
  requires("terraform", "provider");
  this.timeout(120_000);

  let folder: string;

  before(() => {
    folder = stackFolder();
    writeFileSync(join(folder, "assets", "config"), CONFIG);
    writeFileSync(join(folder, "assets", "steal.sh"), STEAL);
    // Sections in lists, and a list in a list: Terraform takes them for the same.
    change(folder, ({ resource, data, ...others }) => ({
      ...others,
      provider: [{ aws: [[POISONED]] }],
      resource: [resource, {}],
      data: [data],
    }));
  });

  const check = () =>
    execa(
      process.execPath,
      [
        "--require",
        "./commands/support/register.cjs",
        "plan-review/check-configuration.ts",
        folder,
      ],
      { cwd: PROJECT, reject: false },
    );

  it("is refused by name and place before Terraform reads it", async () => {
    const { exitCode, stderr } = await check();
    expect(exitCode).to.equal(1);
    const faults = stderr.split("\n").map((line) => line.replace(`${folder}: `, ""));
    for (const place of [
      "provider must be an object",
      "resource must be an object",
      "data must be an object",
      '"assets/config" must not be there',
      '"assets/steal.sh" must not be there',
    ]) {
      expect(
        faults.filter((fault) => fault.startsWith(place)),
        place,
      ).to.have.length(1);
    }
  });

  it("would run a program with the job's token in Terraform's plan", async () => {
    const { cliConfigFile } = await findProviderSource(folder);
    // The state is not what is looked at.
    writeFileSync(join(folder, "local_override.tf.json"), '{"terraform":{"backend":{"local":{}}}}');
    const terraform = (...args: string[]) =>
      execa("terraform", args, {
        cwd: folder,
        extendEnv: false,
        env: {
          PATH: process.env.PATH ?? "",
          HOME: process.env.HOME ?? folder,
          AWS_ACCESS_KEY_ID: "job",
          AWS_SECRET_ACCESS_KEY: "job",
          AWS_SESSION_TOKEN: TOKEN,
          ...(cliConfigFile !== undefined && { TF_CLI_CONFIG_FILE: cliConfigFile }),
        },
        all: true,
        reject: false,
      });
    const init = await terraform("init", "-input=false", "-no-color");
    expect(init.exitCode, init.all).to.equal(0);
    const plan = await terraform("plan", "-input=false", "-no-color", `-target=${TARGET}`);
    expect(plan.all).to.contain(`${TARGET} will be created`);
    expect(existsSync(join(folder, "stolen")), plan.all).to.equal(true);
    expect(readFileSync(join(folder, "stolen"), "utf8").trim()).to.equal(TOKEN);
  });
});
