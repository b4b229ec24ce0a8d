import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { execa } from "execa";

const PROJECT = join(__dirname, "..");
const CDKTN = join(__dirname, "support", "cdktn.cjs");

/** A stack's configuration, and the version of the library that wrote it. */
interface Stack {
  readonly version: string;
  readonly configuration: unknown;
}

describe("The move to CDK Terrain (cdktn)", () => {
  let directory: string;

  before(() => {
    directory = mkdtempSync(join(tmpdir(), "cdktn-"));
  });

  after(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  /** Runs main.ts by the command of cdktf.json. */
  async function synthesize(name: string, ...options: string[]): Promise<Map<string, Stack>> {
    const { app } = readJson(join(PROJECT, "cdktf.json")) as { app: string };
    const [program = "", ...args] = app.split(" ");
    const output = join(directory, name);
    await execa(program, [...options, ...args], { cwd: PROJECT, env: { CDKTF_OUTDIR: output } });
    const stacks = join(output, "stacks");
    return new Map(
      readdirSync(stacks).map((stack) => [stack, read(join(stacks, stack, "cdk.tf.json"))]),
    );
  }

  it("makes the same Terraform of every stack, but for the version in the comment", async () => {
    const before = await synthesize("cdktf");
    const after = await synthesize("cdktn", "--require", CDKTN);
    expect([...before.keys()]).to.include.members(["kwglobal-dev", "kwglobal-prod"]);
    expect([...after.keys()]).to.deep.equal([...before.keys()]);
    for (const [name, stack] of after) {
      expect(stack.configuration, name).to.deep.equal(before.get(name)?.configuration);
      expect(stack.version).to.equal(versionOf("cdktn"));
      expect(before.get(name)?.version).to.equal(versionOf("cdktf"));
    }
  });

  it("needs no other word in the code: constructs and AWS provider fit cdktn's types", async () => {
    const config = join(directory, "tsconfig.json");
    writeFileSync(
      config,
      JSON.stringify({
        extends: join(PROJECT, "tsconfig.json"),
        compilerOptions: {
          paths: { cdktf: [join(PROJECT, "node_modules", "cdktn")] },
          typeRoots: [join(PROJECT, "node_modules", "@types")],
        },
        files: [join(PROJECT, "main.ts")],
        include: [],
      }),
    );
    const compiler = require.resolve("typescript/bin/tsc");
    const { stdout } = await execa(process.execPath, [compiler, "-p", config], { reject: false });
    expect(stdout).to.equal("");
  });
});

/** Takes the version out of a stack's metadata, the only thing that may differ. */
function read(file: string): Stack {
  const stack = readJson(file) as { "//": { metadata: { version: string } } };
  const { version, ...metadata } = stack["//"].metadata;
  return { version, configuration: { ...stack, "//": { metadata } } };
}

function versionOf(library: string): string {
  const { version } = readJson(require.resolve(`${library}/package.json`)) as { version: string };
  return version;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
