import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const PROJECT = join(__dirname, "..", "..");
const FULL = "the disk is full: make room, and run the same command again";

describe("a command whose output nobody can take", function () {
  this.timeout(120_000);

  let folder: string;
  const at = (name: string) => join(folder, name);

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "output-"));
    const rows = Array.from({ length: 3_000 }, (_, index) => `+1302${2_000_000 + index},KW`);
    writeFileSync(at("clients.csv"), ["phone,companyName", ...rows, ""].join("\n"));
    writeFileSync(at("bad.csv"), "phone,companyName\n12,KW\n+13029856970,KW\n");
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const run = (script: string) =>
    execa("bash", ["-c", script.replaceAll("$run", "npm run --silent")], {
      cwd: PROJECT,
      env: { folder },
      reject: false,
      stdin: "ignore",
    });

  /** Commands that need nothing, by what they do. */
  const commands = {
    "a help": "$run vanity -- --help",
    "one vanity number": '$run vanity -- "+13029856970" KW',
    "a list": '$run vanity -- --file "$folder/clients.csv" --rejects "$folder/rejects"',
    "a lint": "$run flows -- lint flow-templates",
    "a picture": "$run flows -- draw flow-templates/main-menu.json",
    "a fuzz": "$run fuzz -- --calls 100",
  };

  for (const [what, command] of Object.entries(commands)) {
    it(`is no failure where the reader has seen enough: ${what}`, async () => {
      const { exitCode, stderr } = await run(`set -o pipefail; ${command} | head -c 1`);
      expect([exitCode, stderr]).to.deep.equal([0, ""]);
    });

    it(`is one where the disk is full, in a sentence: ${what}`, async () => {
      const { exitCode, stderr } = await run(`${command} > /dev/full`);
      expect(exitCode).to.equal(1);
      expect(stderr).to.match(new RegExp(`^error: (the output could not be written: )?${FULL}$`));
    });
  }

  const files: readonly (readonly [what: string, command: string, problem: RegExp])[] = [
    [
      "results on a full disk",
      '$run vanity -- --file "$folder/clients.csv" --out /dev/full --rejects "$folder/rejects"',
      new RegExp(`^error: ${FULL}$`),
    ],
    [
      "rejects on a full disk",
      '$run vanity -- --file "$folder/bad.csv" --out "$folder/results" --rejects /dev/full',
      new RegExp(`^error: ${FULL}$`),
    ],
    [
      "results in a folder that isn't there",
      '$run vanity -- --file "$folder/bad.csv" --out "$folder/none/results"',
      /^error: .*none\/results: the folder .*none is not there: make it first, or name another place$/,
    ],
    [
      "a picture in a folder that isn't there",
      '$run flows -- draw flow-templates/main-menu.json --output "$folder/none/x.svg"',
      /^error: .*none\/x\.svg: the folder .*none is not there: make it first, or name another place$/,
    ],
    [
      "results in a folder that is a file",
      '$run vanity -- --file "$folder/bad.csv" --out "$folder/bad.csv/results"',
      /^error: .*bad\.csv\/results: a part of that path is a file, and must be a folder$/,
    ],
    [
      "results where nobody may write",
      // Not even root may make a file there.
      '$run vanity -- --file "$folder/bad.csv" --out /sys/kernel/results --rejects "$folder/r"',
      /^error: \/sys\/kernel\/results: this user has no right to it/,
    ],
  ];
  for (const [what, command, problem] of files) {
    it(`is told in a sentence: ${what}`, async () => {
      const { exitCode, stderr } = await run(command);
      expect(stderr).to.match(problem);
      expect(exitCode).to.equal(1);
    });
  }

  it("says by its exit status that rows of a list were rejected, as its help tells", async () => {
    const command = '$run vanity -- --file "$folder/bad.csv" --out "$folder/status"';
    expect((await run(command)).exitCode).to.equal(2);
    expect(readFileSync(at("status"), "utf8").split("\n")).to.have.length(3);
    expect((await run("$run vanity -- --help")).stdout).to.include("2, a list is done, and rows");
  });
});
