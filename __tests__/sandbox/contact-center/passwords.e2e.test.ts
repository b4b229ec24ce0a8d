import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { App } from "cdktf";
import { execa } from "execa";

import { ContactCenterStack } from "../../../constructs/contact-center-stack";
import { KWGLOBAL } from "../../../kwglobal";
import { sandboxEnvironment } from "../../../sandbox/environment";
import { prepare } from "../../../sandbox/deploy";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { findProviderSource } from "../../../sandbox/terraform-mirror";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

/** Found by no accident in any output. */
const SECRET = "Zebra7Quartz9Fjord";
const PASSWORDS = Object.fromEntries(KWGLOBAL.users.map(({ username }) => [username, SECRET]));

describe("First passwords", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let outdir: string;
  const directory = () => join(outdir, "stacks", "kwglobal-prod");

  /** Runs Terraform as cdktf does, and gives back all that it prints. */
  async function terraform(passwords: object, ...args: string[]) {
    const { cliConfigFile } = await findProviderSource(sandbox.directory);
    const { exitCode, all } = await execa("terraform", [...args, "-no-color"], {
      cwd: directory(),
      env: {
        ...sandboxEnvironment(process.env, sandbox.endpoint, PROD.region),
        TF_CLI_CONFIG_FILE: cliConfigFile,
        TF_VAR_initial_passwords: JSON.stringify(passwords),
      },
      extendEnv: false,
      reject: false,
      all: true,
    });
    // Terraform breaks its messages into lines of 78 characters, framed.
    return { exitCode, all: all.replace(/\s*\n[│\s]*/g, " ") };
  }

  before(async () => {
    sandbox = await startSandbox({ port: 0 });
    outdir = mkdtempSync(join(tmpdir(), "passwords-"));
    const app = new App({ outdir });
    new ContactCenterStack(app, "kwglobal-prod", { center: KWGLOBAL, environment: PROD });
    app.synth();
    await (await prepare({ stackDirectory: directory(), sandbox })).init();
  });

  after(async () => {
    await sandbox.stop();
    rmSync(outdir, { recursive: true, force: true });
  });

  it("stop the plan for a user who isn't there", async () => {
    const { exitCode, all } = await terraform({ "peter.paker": SECRET }, "plan");
    expect(exitCode).to.equal(1);
    expect(all).to.include("It must name users of kwglobal.ts");
    expect(all).not.to.include(SECRET);
  });

  for (const weak of ["Zebra7", "zebra7quartz", "ZEBRA7QUARTZ", "ZebraQuartz", "Zebra 7 Quartz"]) {
    it(`stop the plan where Amazon Connect would refuse them: ${weak.length} characters like ${weak.slice(0, 3)}…`, async () => {
      const { exitCode, all } = await terraform({ "peter.parker": weak }, "plan");
      expect(exitCode).to.equal(1);
      expect(all).to.include("Each password must have 8 to 64 characters without spaces");
      expect(all).not.to.include(weak);
    });
  }

  it("never show: not in a plan, an apply, a kept plan's text, outputs, or the stack", async () => {
    const outputs = [
      await terraform(PASSWORDS, "plan", "-out=kept.plan"),
      await terraform(PASSWORDS, "show", "kept.plan"),
      await terraform(PASSWORDS, "apply", "-input=false", "kept.plan"),
      await terraform(PASSWORDS, "output"),
      await terraform(PASSWORDS, "show"),
    ];
    for (const { exitCode, all } of outputs) {
      expect(exitCode, all).to.equal(0);
      expect(all).not.to.include(SECRET);
    }
    expect(outputs[0]?.all).to.include("(sensitive value)");
    expect(readFileSync(join(directory(), "cdk.tf.json"), "utf8")).not.to.include(SECRET);
  });

  it("aren't asked for again, nor changed by others: they count only once", async () => {
    for (const later of [{}, { "peter.parker": "Another1Password" }]) {
      const { exitCode, all } = await terraform(later, "plan", "-detailed-exitcode");
      expect(exitCode, all).to.equal(0);
    }
  });
});
