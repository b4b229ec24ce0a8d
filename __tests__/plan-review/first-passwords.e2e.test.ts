import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const PROJECT = join(__dirname, "..", "..");

describe("The first passwords of an apply", () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "first-passwords-"));
  });

  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const check = async (password: string | null) => {
    const created = (type: string, after: object) => ({
      address: `${type}.one`,
      mode: "managed",
      type,
      change: { actions: ["create"], before: null, after },
    });
    const plan = {
      format_version: "1.2",
      planned_values: {},
      configuration: {},
      resource_changes: [
        created("aws_connect_instance", { identity_management_type: "CONNECT_MANAGED" }),
        created("aws_connect_user", { name: "peter.parker", password }),
      ],
    };
    const file = join(folder, "plan.json");
    writeFileSync(file, JSON.stringify(plan));
    const { exitCode, stderr } = await execa(
      process.execPath,
      [
        "--require",
        join(PROJECT, "commands", "support", "register.cjs"),
        join(PROJECT, "plan-review", "first-passwords.ts"),
        file,
      ],
      { reject: false, env: { GITHUB_ACTIONS: "" } },
    );
    return { exitCode, stderr };
  };

  it("are missed before anything is made, with the secret that they belong in", async () => {
    const { exitCode, stderr } = await check(null);
    expect(exitCode).to.equal(1);
    expect(stderr).to.include('make {"peter.parker":"…"} the secret INITIAL_PASSWORDS');
  });

  it("are all there when every new user has one, and are not shown", async () => {
    expect(await check("Secret-Aa1")).to.deep.equal({ exitCode: 0, stderr: "" });
  });
});
