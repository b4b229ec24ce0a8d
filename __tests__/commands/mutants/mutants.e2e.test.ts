import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

import { tryArea } from "../../../commands/mutants/try-area";
import { OperatorError } from "../../../sandbox/machine/errors";

const ROOT = process.cwd();

const CODE = `
const closed: readonly string[] = ["SATURDAY", "SUNDAY"];
export const WORDS = "We are closed";
export const PAGE = "https://example.com";
const zone = "UTC";
let asked = 0;
export const timesAsked = () => asked;
export function isOpen(day: string, hour: number | undefined): boolean {
  asked = asked + 1;
  if (hour === undefined) return false;
  return !closed.includes(day) && hour < 17;
}
`;

const TESTS = `
import { expect } from "chai";
import { isOpen } from "../code/hours";
describe("Opening hours", () => {
  it("are shut on Sundays", () => { expect(isOpen("SUNDAY", 12)).to.equal(false); });
  it("go on until five", () => {
    expect(isOpen("MONDAY", 16)).to.equal(true);
    expect(isOpen("MONDAY", 17)).to.equal(false);
  });
});
`;

describe("Small changes to code", function () {
  this.timeout(120_000);
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "mutants-"));
    mkdirSync(join(directory, "code"));
    mkdirSync(join(directory, "tests"));
    writeFileSync(join(directory, "code", "hours.ts"), CODE);
    writeFileSync(join(directory, "tests", "hours.test.ts"), TESTS);
    writeFileSync(
      join(directory, "tsconfig.json"),
      JSON.stringify({ compilerOptions: { strict: true, target: "ES2022", types: [] } }),
    );
    symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
    process.chdir(directory);
  });

  afterEach(() => {
    process.chdir(ROOT);
    rmSync(directory, { recursive: true });
  });

  it("leave nothing of their tests behind", async () => {
    const left = 'require("node:fs").mkdtempSync(require("node:os").tmpdir() + "/left-behind-");';
    writeFileSync(join(directory, "tests", "hours.test.ts"), `${TESTS}\n${left}\n`);
    await tried();
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("left-behind-"))).to.deep.equal(
      [],
    );
  });

  const tried = () => tryArea({ code: ["code"], tests: ["tests"] }, 1);

  it("are alive where no test fails, dead where one does, and refused where they don't compile", async () => {
    const mutants = await tried();
    const changes = (fate: string) =>
      mutants.filter((each) => each.fate === fate).map(({ is }) => is);
    expect(changes("alive")).to.include.members([
      'const closed: readonly string[] = ["SUNDAY"];',
      "asked = asked - 1;",
      "asked = asked + 2;",
      ";",
      'const zone = "";',
      "if (hour === undefined) return true;",
    ]);
    expect(changes("killed")).to.include.members([
      'const closed: readonly string[] = ["SATURDAY"];',
      "return !closed.includes(day) && hour <= 17;",
      "return !closed.includes(day) && hour < 18;",
      "return !closed.includes(day) && hour < 16;",
      "if (true) return false;",
    ]);
    expect(changes("refused")).to.deep.equal(["if (false) return false;"]);
    expect(mutants.filter(({ was }) => /WORDS|PAGE/.test(was))).to.deep.equal([]);
  });

  it("that act while files are loaded are tried on the files that need them, and leave nothing behind", async () => {
    writeFileSync(
      join(directory, "code", "shut.ts"),
      'export const SHUT = ["SATURDAY", "SUNDAY"];',
    );
    writeFileSync(
      join(directory, "code", "hours.ts"),
      'import { SHUT } from "./shut"; export const isOpen = (day: string, hour: number) => !SHUT.includes(day) && hour < 17;',
    );
    writeFileSync(
      join(directory, "tests", "shut.test.ts"),
      `${TESTS.replace("Opening hours", "Shut")}
      import { SHUT } from "../code/shut";
      it("has two days", () => { expect(SHUT).to.deep.equal(["SATURDAY", "SUNDAY"]); });`,
    );
    const fates = (await tried()).map(({ file, is, fate }) => [file, is, fate]);
    expect(fates.filter(([file]) => file === "code/shut.ts")).to.deep.equal([
      ["code/shut.ts", "export const SHUT = [];", "killed"],
      ["code/shut.ts", 'export const SHUT = ["SUNDAY"];', "killed"],
      ["code/shut.ts", 'export const SHUT = ["SATURDAY"];', "killed"],
    ]);
  });

  it("are not tried while the tests fail without any", async () => {
    writeFileSync(join(directory, "tests", "hours.test.ts"), TESTS.replace("true", "false"));
    const failure = await tried().catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(OperatorError);
    expect(String(failure)).to.match(/the tests could not be run/);
  });
});

describe("npm run mutants", function () {
  this.timeout(180_000);

  const mutants = (...args: string[]) =>
    execa(
      process.execPath,
      ["--require", "ts-node/register/transpile-only", "commands/mutants.ts", ...args],
      { reject: false },
    );

  it("says what it does, and refuses an area or a file that it has not", async () => {
    expect((await mutants("--help")).stdout).to.match(
      /area +one area; all by default \(choices: "gate"/,
    );
    const area = await mutants("nothing");
    expect(area.exitCode).to.equal(1);
    expect(area.stderr).to.match(/Allowed choices are gate, policy, configuration/);
    const part = await mutants("routing", "--only", "contact-flow/routing.ts", "--write");
    expect(part.stderr).to.equal("error: --write needs a whole area, without --only");
    const file = await mutants("routing", "--only", "main.ts");
    expect(file.exitCode).to.equal(1);
    expect(file.stderr).to.match(/^error: --only must be files of the area \(.+\), got main\.ts$/);
  });
});
