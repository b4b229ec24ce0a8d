import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectClient } from "@aws-sdk/client-connect";
import { DeleteObjectCommand, ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { clientSettings } from "../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { goldenCenter } from "../support/golden/run";
import { everythingIn } from "../support/leftovers";
import { projectShell } from "../support/project-shell";
import { requires } from "../support/requirements";
import { saidYes, shellBlocks } from "../support/shell-blocks";
import { DEV } from "../support/synthesized";

const PAGE = readFileSync(join(__dirname, "..", "..", "docs", "recover.md"), "utf8");
const STATE = { Bucket: DEV.account.stateBucket, Key: "contact-center/dev.tfstate" };

describe("docs/recover.md", () => {
  requires("terraform", "moto_server", "provider", "aws");

  let sandbox: Sandbox;
  let s3: S3Client;
  let deployed: string[];
  /** Runs the commands that stand in the page. */
  const follow = (block: string) => projectShell(sandbox, DEV.region, commands(block));
  const everything = async () => (await everythingIn(new ConnectClient({}))).sort();

  before(async () => {
    sandbox = await startSandbox({ port: 0, from: (await goldenCenter("dev")).snapshot });
    Object.assign(process.env, clientSettings(sandbox.endpoint, DEV.region));
    s3 = new S3Client({ forcePathStyle: true });
    deployed = await everything();
  });

  after(async () => {
    s3.destroy();
    await sandbox.stop();
  });

  it("brings a deleted state back from its version: the plan is empty", async () => {
    await s3.send(new DeleteObjectCommand(STATE));
    const { exitCode, all } = await follow("deleted-state");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });

  it("adopts everything where the state is lost for good: the plan is empty, nothing exists twice", async () => {
    await forgetEveryVersion(s3);
    const { exitCode, all } = await follow("lost-state");
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/ \d+ to change, \d+ to make, 0 to destroy or replace/);
    expect(paragraph(all, "In the code and not live")).to.deep.equal([]);
    expect(all).to.include("No changes.");
    expect(await everything()).to.deep.equal(deployed);
  });
});

/** A block of the page, by what stands behind its `sh`. */
function commands(name: string): string {
  const block = shellBlocks(PAGE).find(({ where }) => where === name);
  if (block === undefined) throw new Error(`docs/recover.md has no block "sh ${name}"`);
  return saidYes(block.script);
}

function paragraph(text: string, heading: string): string[] {
  const [, lines = ""] = new RegExp(`^${heading}.*\\n((?: {2}.*\\n?)*)`, "m").exec(text) ?? [];
  return lines.split("\n").filter((line) => line !== "");
}

async function forgetEveryVersion(s3: S3Client): Promise<void> {
  const { Bucket } = STATE;
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket }),
  );
  for (const { Key, VersionId } of [...Versions, ...DeleteMarkers]) {
    await s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }));
  }
}
