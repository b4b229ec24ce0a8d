import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { PROJECT, synthesize } from "../../commands/support/stacks";
import { cdktfCliRuns } from "../support/cdktf-cli";
import { hostileEnvironment } from "../support/hostile-environment";
import { requires } from "../support/requirements";

/** Runs a command as its npm script does. */
const command = (name: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) =>
  execa(
    process.execPath,
    ["--require", "ts-node/register/transpile-only", `commands/${name}.ts`, ...args],
    {
      cwd: PROJECT,
      env,
      reject: false,
      stdin: "ignore",
      all: true,
    },
  );

describe("the commands", function () {
  this.timeout(300_000);

  describe("without what they need", () => {
    const empty = mkdtempSync(join(tmpdir(), "empty-"));

    const offline = { PATH: empty, KW_DOWNLOADS: "never" };
    const TERRAFORM =
      "error: terraform is not on the PATH, and KW_DOWNLOADS=never lets nothing be fetched: install Terraform 1.11.0 or newer from https://developer.hashicorp.com/terraform/install";

    it("plan names Terraform", async () => {
      const { all, exitCode } = await command("plan", ["dev"], offline);
      expect([exitCode, all]).to.deep.equal([1, TERRAFORM]);
    });

    it("start names all that is missing at once", async () => {
      const { all, exitCode } = await command("start", ["--once"], offline);
      const [terraform, python, ...rest] = all.split("\n");
      expect(terraform).to.equal(TERRAFORM);
      expect(python).to.match(/python3 is not on the PATH: install Python 3\.9 or newer/);
      expect([exitCode, rest]).to.deep.equal([1, []]);
    });

    it("plan refuses an environment that is not there", async () => {
      const { all, exitCode } = await command("plan", ["staging"]);
      expect(all).to.contain("Allowed choices are dev, prod");
      expect(exitCode).to.equal(1);
    });

    it("apply refuses to ask where nobody can answer", async () => {
      const { all, exitCode } = await command("apply", ["dev"]);
      expect(all).to.contain("add --auto-approve");
      expect(exitCode).to.equal(1);
    });

    for (const [name, ...args] of [
      ["plan", "dev"],
      ["alarms", "dev"],
      ["message", "dev", "show"],
      ["pull", "dev"],
      ["report", "prod"],
    ] as const) {
      it(`${name} names the credentials to set`, async () => {
        const { all } = await command(name, args, {
          AWS_ENDPOINT_URL: undefined,
          AWS_ACCESS_KEY_ID: undefined,
          AWS_PROFILE: undefined,
          HOME: empty,
          AWS_EC2_METADATA_DISABLED: "true",
        });
        expect(all).to.contain("there are no AWS credentials: set AWS_PROFILE");
        // Before it takes the time to synthesize.
        expect(all).not.to.contain("Synthesizing");
      });
    }

    it("plan names the sandbox that is not there", async () => {
      const { all, exitCode } = await command("plan", ["dev"], {
        AWS_ENDPOINT_URL: "http://127.0.0.1:9",
        AWS_ACCESS_KEY_ID: "x",
        AWS_SECRET_ACCESS_KEY: "x",
      });
      expect(all).to.match(
        /^error: nothing answers at http:\/\/127\.0\.0\.1:9, which AWS_ENDPOINT_/,
      );
      expect([exitCode, all.includes("    at ")]).to.deep.equal([1, false]);
    });

    it("the sandbox names a port that is taken", async () => {
      const holder = createServer();
      await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
      const { port } = holder.address() as AddressInfo;
      const { all, exitCode } = await command("sandbox", ["--port", String(port)]);
      holder.close();
      expect(all).to.equal(
        `error: port ${port} is already in use: choose another one with --port 4566`,
      );
      expect(exitCode).to.equal(1);
    });
  });

  it("synth writes all stacks, names them, and tells what cdktf warns of", async () => {
    const { stdout, stderr, exitCode } = await command("synth");
    expect(exitCode, stderr).to.equal(0);
    const stacks = stdout.split("\n");
    expect(stacks).to.include("cdktf.out/stacks/kwglobal-prod/cdk.tf.json");
    for (const file of stacks) expect(existsSync(join(PROJECT, file)), file).to.equal(true);
    const manifest = readFileSync(join(PROJECT, "cdktf.out", "manifest.json"), "utf8");
    const warnings = [...manifest.matchAll(/"message": (".*")/g)].map(([, message]) => message);
    const told = stderr.match(/^warning: kwglobal-.*$/gm) ?? [];
    // Each once, though every stack of the center has it.
    expect(told).to.have.length(new Set(warnings).size);
    expect(stderr).to.include(`\n${told.length} to decide: `);
  });

  it("synthesize what cdktf synth does, byte for byte", async function () {
    if (!cdktfCliRuns()) return this.skip();
    const [ours, theirs] = ["ours-", "theirs-"].map((name) => mkdtempSync(join(tmpdir(), name)));
    await synthesize(ours ?? "");
    await execa("node_modules/.bin/cdktf", ["synth", "--output", theirs ?? ""], {
      cwd: PROJECT,
      env: { CI: "1", CHECKPOINT_DISABLE: "1" },
    });
    const { stdout, exitCode } = await execa("diff", ["-r", ours ?? "", theirs ?? ""], {
      reject: false,
    });
    expect([exitCode, stdout]).to.deep.equal([0, ""]);
  });

  describe("that deploy", () => {
    requires("terraform", "moto_server", "provider");

    it("start brings up the whole center, from whatever shell, and shows it as Connect has it", async () => {
      const hostile = hostileEnvironment();
      const temporary = mkdtempSync(join(tmpdir(), "start-"));
      const { stdout, stderr, exitCode } = await command("start", ["--once", "--port", "0"], {
        ...hostile.variables,
        TMPDIR: temporary,
      });
      hostile.remove();
      expect(exitCode, stderr).to.equal(0);
      const left = readdirSync(temporary).filter((name) => !name.startsWith("v8-compile-cache"));
      expect(left, "what it leaves in the system's temporary folder").to.deep.equal([]);
      rmSync(temporary, { recursive: true });
      for (const fact of [
        /Instance +KWGlobal \([0-9a-f-]{36}\)/,
        /Number +\+1302\d{7} → KWGlobal Main Menu/,
        /│ Customer Service +│ KWGlobal business hours +│ Business Consulting +│/,
        /│ +│ Customer Service \(2, 15 s\) +│/,
        /│ peter\.parker +│/,
        /Available, Offline, Lunch, Break, Meeting/,
        /recordVanityNumber/,
        /cus-phone-vanity-number/,
        /AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:/,
        /aws connect describe-instance --instance-id/,
      ]) {
        expect(stdout).to.match(fact);
      }
      expect(stdout + stderr, "no password is ever shown").not.to.match(/Aa1\S{20}/);
    });

    it("start stops in order on Ctrl-C in the middle", async () => {
      const start = command("start", ["--port", "0"]);
      start.stdout.on("data", (chunk: Buffer) => {
        if (chunk.includes("Deploy kwglobal-prod")) start.kill("SIGINT");
      });
      const { all, exitCode } = await start;
      expect(all).to.match(/terraform \w+ was interrupted/);
      expect(exitCode).to.equal(130);
    });

    it("sandbox serves until Ctrl-C", async () => {
      const sandbox = command("sandbox", ["--port", "0"]);
      const endpoint = await new Promise<string>((resolve, reject) => {
        let text = "";
        sandbox.stdout.on("data", (chunk: Buffer) => {
          text += chunk.toString();
          const address = /is at (http:\S+)/.exec(text)?.[1];
          if (address !== undefined) resolve(address);
        });
        void sandbox.then(({ all }) => {
          reject(new Error(all));
        });
      });
      expect((await fetch(endpoint)).status).to.equal(200);
      sandbox.kill("SIGINT");
      expect((await sandbox).exitCode).to.equal(0);
    });
  });
});
