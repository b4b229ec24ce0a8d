import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { KWGLOBAL } from "../../../kwglobal";
import { LITTLE_COLLECTION } from "../../../sandbox/terraform/terraform-process";
import { findProviderSource } from "../../../sandbox/terraform/terraform-mirror";
import { DeployedCenter } from "../../support/deployed-center";
import { requires } from "../../support/requirements";

/** Found by no accident in any output. */
const SECRET = "Zebra7Quartz9Fjord";

/** Who isn't there yet. */
const NEW = ["miles.morales", "gwen.stacy"];
const PASSWORDS = Object.fromEntries(NEW.map((username) => [username, SECRET]));

describe("First passwords", () => {
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;

  /** Runs Terraform as cdktf does, and gives back all that it prints. */
  async function terraform(
    passwords: object,
    args: readonly string[],
    cwd = center.stackDirectory(),
  ) {
    const { cliConfigFile } = await findProviderSource(center.sandbox.directory);
    const { exitCode, all } = await execa("terraform", [...args, "-no-color"], {
      cwd,
      env: {
        ...center.environment(),
        ...LITTLE_COLLECTION,
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
    center = await DeployedCenter.copy();
    const [user] = KWGLOBAL.users;
    if (user === undefined) throw new Error("KWGlobal has users");
    const more = NEW.map((username) => ({ ...user, username, email: `${username}@kw.example` }));
    center.synthesize({ users: [...KWGLOBAL.users, ...more] });
  });

  after(() => center.stop());

  it("stop the plan for a user who isn't there", async () => {
    const { exitCode, all } = await terraform({ "peter.paker": SECRET }, ["plan"]);
    expect(exitCode).to.equal(1);
    expect(all).to.include("It must name users of kwglobal.ts");
    expect(all).not.to.include(SECRET);
  });

  describe("that Amazon Connect would refuse", () => {
    let folder: string;

    before(() => {
      // The variable with its conditions, and nothing else: a plan of it takes no time.
      const file = join(center.stackDirectory(), "cdk.tf.json");
      const { variable } = JSON.parse(readFileSync(file, "utf8")) as { variable: object };
      folder = mkdtempSync(join(tmpdir(), "passwords-"));
      writeFileSync(join(folder, "variable.tf.json"), JSON.stringify({ variable }));
    });

    for (const weak of [
      "Zebra7",
      "zebra7quartz",
      "ZEBRA7QUARTZ",
      "ZebraQuartz",
      "Zebra 7 Quartz",
    ]) {
      it(`stop the plan: ${weak.length} characters like ${weak.slice(0, 3)}…`, async () => {
        const { exitCode, all } = await terraform({ "peter.parker": weak }, ["plan"], folder);
        expect(exitCode).to.equal(1);
        expect(all).to.include("Each password must have 8 to 64 characters without spaces");
        expect(all).not.to.include(weak);
      });
    }

    it("are not those that it takes", async () => {
      const { exitCode, all } = await terraform({ "peter.parker": SECRET }, ["plan"], folder);
      expect(exitCode, all).to.equal(0);
    });
  });

  it("never show: not in a plan, an apply, a kept plan's text, outputs, or the stack", async () => {
    const outputs = [
      await terraform(PASSWORDS, ["plan", "-out=kept.plan"]),
      await terraform(PASSWORDS, ["show", "kept.plan"]),
      await terraform(PASSWORDS, ["apply", "-input=false", "kept.plan"]),
      await terraform(PASSWORDS, ["output"]),
      await terraform(PASSWORDS, ["show"]),
    ];
    for (const { exitCode, all } of outputs) {
      expect(exitCode, all).to.equal(0);
      expect(all).not.to.include(SECRET);
    }
    expect(outputs[0]?.all).to.include("(sensitive value)");
    expect(outputs[2]?.all).to.include("2 added");
    const stack = readFileSync(join(center.stackDirectory(), "cdk.tf.json"), "utf8");
    expect(stack).not.to.include(SECRET);
  });

  it("aren't asked for again, nor changed by others: they count only once", async () => {
    for (const later of [{}, { "miles.morales": "Another1Password" }]) {
      const { exitCode, all } = await terraform(later, ["plan", "-detailed-exitcode"]);
      expect(exitCode, all).to.equal(0);
    }
  });
});
