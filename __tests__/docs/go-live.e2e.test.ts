import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import {
  ConnectClient,
  ListInstancesCommand,
  ListPhoneNumbersV2Command,
} from "@aws-sdk/client-connect";
import { GetPolicyCommand, GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";
import { execa } from "execa";

import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { requires } from "../support/requirements";
import { saidYes, shellBlocks } from "../support/shell-blocks";
import { PROD } from "../support/synthesized";

const PROJECT = join(__dirname, "..", "..");
const BLOCKS = shellBlocks(readFileSync(join(PROJECT, "docs", "go-live.md"), "utf8"));
const LOCAL_STATE = join(PROJECT, ".sandbox", "kwglobal-bootstrap-prod.tfstate");

describe("docs/go-live.md, followed by a stranger", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  const client = () => ({
    endpoint: sandbox.endpoint,
    region: PROD.region,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  /** Runs a block as it stands there, but says yes to every plan. */
  const run = (script: string) =>
    execa("bash", ["--norc", "-euo", "pipefail", "-c", saidYes(script)], {
      cwd: PROJECT,
      env: sandboxEnvironment(process.env, sandbox.endpoint, PROD.region),
      extendEnv: false,
      reject: false,
      all: true,
    });

  before(async () => {
    rmSync(LOCAL_STATE, { force: true });
    sandbox = await startSandbox({ port: 0 });
  });
  after(() => sandbox.stop());

  it("marks what only GitHub can do, and leaves nothing else out", () => {
    expect(BLOCKS.map(({ where }) => where)).to.deep.equal(["", "", "", "", "github"]);
    for (const { where, script, introduction } of BLOCKS) {
      expect(introduction.includes("**GitHub:"), script).to.equal(where === "github");
      expect(script.split("\n").every((line) => line.startsWith("gh "))).to.equal(
        where === "github",
      );
    }
  });

  const outputs: string[] = [];
  for (const { script } of BLOCKS.filter(({ where }) => where === "")) {
    it(`$ ${script}`, async () => {
      const { exitCode, all } = await run(script);
      expect(exitCode, all).to.equal(0);
      outputs.push(all);
    });
  }

  it("shows the first plan with all to add, and the last one with nothing left to do", () => {
    expect(outputs[1]).to.match(/Plan: \d+ to add, 0 to change, 0 to destroy/);
    expect(outputs[2]).to.match(/Apply complete! Resources: \d+ added, 0 changed, 0 destroyed/);
    expect(outputs[3]).to.include("No changes.");
  });

  it("has made the center", async () => {
    const connect = new ConnectClient(client());
    const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}));
    expect(InstanceSummaryList.map(({ InstanceAlias }) => InstanceAlias)).to.deep.equal([
      "KWGlobal",
    ]);
    const numbers = await connect.send(new ListPhoneNumbersV2Command({}));
    const [number] = numbers.ListPhoneNumbersSummaryList ?? [];
    expect(number?.PhoneNumber).to.match(/^\+1302\d{7}$/);
    expect(outputs[2]).to.include(number?.PhoneNumber);
  });

  it("has both states in the bucket, and left none behind on the machine", async () => {
    const s3 = new S3Client({ ...client(), forcePathStyle: true });
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: PROD.account.stateBucket }),
    );
    expect(Contents.map(({ Key }) => Key)).to.deep.equal([
      "bootstrap.tfstate",
      "contact-center/prod.tfstate",
    ]);
    expect(existsSync(LOCAL_STATE)).to.equal(false);
  });

  it("printed the roles that the commands for GitHub name", () => {
    const account = "123456789012";
    for (const command of (BLOCKS.at(-1)?.script ?? "").split("\n")) {
      if (!command.includes("_ROLE_")) continue;
      expect(outputs[0]).to.include(command.replace("<account>", account));
    }
  });

  it("has bound the center's roles by the bootstrap's boundary", async () => {
    const iam = new IAMClient(client());
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: "Lambda-DynamoDB" }));
    const PolicyArn = Role?.PermissionsBoundary?.PermissionsBoundaryArn ?? "";
    const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
    expect(Policy?.PolicyName).to.equal("kwglobal-boundary-prod");
  });

  it("can be bootstrapped again, which changes nothing", async () => {
    const { exitCode, all } = await run(BLOCKS[0]?.script ?? "");
    expect(exitCode, all).to.equal(0);
    expect(all).to.include("No changes.");
  });
});
