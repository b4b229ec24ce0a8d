import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { PROJECT } from "../../../commands/support/stacks";
import { copyProject } from "../../support/project-copy";

describe("A synth of a value with mistakes", function () {
  this.timeout(120_000);
  let project: string;

  before(async () => {
    project = mkdtempSync(join(tmpdir(), "mistaken-"));
    await copyProject(project);
  });

  after(() => {
    rmSync(project, { recursive: true, force: true });
  });

  /** What is told when texts of kwglobal.ts are replaced; never a stack trace. */
  async function told(mistakes: Readonly<Record<string, string>>): Promise<string> {
    let text = readFileSync(join(PROJECT, "kwglobal.ts"), "utf8");
    for (const [right, wrong] of Object.entries(mistakes)) {
      expect(text).to.contain(right);
      text = text.replace(right, wrong);
    }
    writeFileSync(join(project, "kwglobal.ts"), text);
    const { app } = JSON.parse(readFileSync(join(project, "cdktf.json"), "utf8")) as {
      app: string;
    };
    const { exitCode, stderr } = await execa(app, {
      shell: true,
      cwd: project,
      env: { CDKTF_OUTDIR: join(project, "out") },
      reject: false,
    });
    expect(exitCode).to.equal(1);
    expect(stderr).not.to.match(/^ {4}at /m);
    return stderr;
  }

  it("tells an undefined name and a misspelt import, each with its line", async () => {
    const stderr = await told({
      "hoursOfOperation: [businessHours]": "hoursOfOperation: [busnessHours]",
      './constructs/value/spoken"': './constructs/value/spokn"',
    });
    expect(stderr).to.match(/kwglobal\.ts:\d+:\d+: Cannot find name 'busnessHours'\. Did you mean/);
    expect(stderr).to.match(
      /kwglobal\.ts:\d+:\d+: Cannot find module '\.\/constructs\/value\/spokn'/,
    );
  });

  it("tells a syntax error with its line", async () => {
    expect(await told({ 'company: "KWGlobal",': 'company: "KWGlobal"' })).to.match(
      /kwglobal\.ts:\d+:\d+: ',' expected/,
    );
  });

  it("tells an unknown field and a wrong value together", async () => {
    const stderr = await told({
      "infrequentAccessAfterDays: 90": "infrequentAccessAfterDays: 90, expireAfterDay: 1",
      'queue: "Customer Service" }': 'queue: "Custmer Service" }',
    });
    expect(stderr).to.match(
      /'expireAfterDay' does not exist.*Did you mean to write 'expireAfterDays'/,
    );
    expect(stderr).to.match(/values\.menu\[0\]\.queue: .*did you mean "Customer Service"/);
  });
});
