import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import {
  CreateOpenIDConnectProviderCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
} from "@aws-sdk/client-iam";
import {
  CreateBucketCommand,
  GetBucketEncryptionCommand,
  GetObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { expect } from "chai";
import { execa } from "execa";

import { BootstrapState, type StatePlaces } from "../../../commands/bootstrap/state";
import { sandboxEnvironment } from "../../../sandbox/machine/environment";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { requires } from "../../support/requirements";
import { DEV } from "../../support/synthesized";

const PROJECT = join(__dirname, "..", "..", "..");
const LOCAL_STATE = join(PROJECT, ".sandbox", "kwglobal-bootstrap-dev.tfstate");
const COMMAND = ["--require", "ts-node/register/transpile-only", "commands/bootstrap.ts"];
const bucket = DEV.account.stateBucket;
const stateKey = "bootstrap.tfstate";

describe("npm run bootstrap", () => {
  requires("terraform", "moto_server", "provider");

  let sandbox: Sandbox;
  let s3: S3Client;
  let iam: IAMClient;
  /** The first thing that was made before the run was cut off. */
  let made: string | undefined;
  /** The command itself: npm would keep the signal of one process from it. */
  const bootstrap = (...options: readonly string[]) =>
    execa(process.execPath, [...COMMAND, "dev", ...options], {
      cwd: PROJECT,
      env: sandboxEnvironment(process.env, sandbox.endpoint, DEV.region),
      extendEnv: false,
      reject: false,
      all: true,
    });

  before(async () => {
    rmSync(LOCAL_STATE, { force: true });
    sandbox = await startSandbox({ port: 0 });
    const client = {
      endpoint: sandbox.endpoint,
      region: DEV.region,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    };
    s3 = new S3Client({ ...client, forcePathStyle: true });
    iam = new IAMClient(client);
  });
  after(async () => {
    s3.destroy();
    iam.destroy();
    await sandbox.stop();
  });

  it("asks, and says so where nobody can answer", async () => {
    const { exitCode, all } = await bootstrap();
    expect(exitCode).to.equal(1);
    expect(all).to.include("there is no terminal to answer it: add --auto-approve");
  });

  it("keeps what it has made when it is cut off, and says where", async () => {
    // Both can be there only once: made by hand, or for another repository.
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
      }),
    );
    await iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url: "https://token.actions.githubusercontent.com",
        ClientIDList: ["sts.amazonaws.com"],
      }),
    );
    const run = bootstrap("--auto-approve");
    run.all.on("data", (text: Buffer) => {
      if (made !== undefined) return;
      made = /(\S+): Creation complete/.exec(text.toString())?.[1];
      if (made !== undefined) run.kill("SIGINT");
    });
    const { exitCode, all } = await run;
    expect(exitCode, all).not.to.equal(0);
    expect(all).to.include(`The state is in ${LOCAL_STATE} until there is a bucket for it.`);
    const { resources } = JSON.parse(readFileSync(LOCAL_STATE, "utf8")) as {
      resources: { type: string; name: string }[];
    };
    expect(resources.map(({ type, name }) => `${type}.${name}`)).to.include(made);
  });

  it("goes on there, makes nothing twice, takes over what there was, and moves the state", async () => {
    const { exitCode, all } = await bootstrap("--auto-approve");
    expect(exitCode, all).to.equal(0);
    expect(all).not.to.include(`${String(made)}: Creating`);
    expect(all).to.include(`The state is now in s3://${bucket}/${stateKey}.`);
    expect(existsSync(LOCAL_STATE)).to.equal(false);
    const { OpenIDConnectProviderList } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
    expect(OpenIDConnectProviderList).to.have.length(1);
    const { ServerSideEncryptionConfiguration } = await s3.send(
      new GetBucketEncryptionCommand({ Bucket: bucket }),
    );
    const [rule] = ServerSideEncryptionConfiguration?.Rules ?? [];
    expect(rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).to.equal("aws:kms");
  });

  describe("where a file and the bucket hold a state", () => {
    const folder = mkdtempSync(join(tmpdir(), "bootstrap-"));
    const places = (): StatePlaces => ({ file: join(folder, "x.tfstate"), bucket, stateKey, s3 });
    after(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it("removes the file if they are one, moved by a run that was cut off then", async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: stateKey }));
      const kept = JSON.parse((await Body?.transformToString()) ?? "") as object;
      writeFileSync(places().file, JSON.stringify({ ...kept, lineage: "another", serial: 99 }));
      const state = await BootstrapState.find(places(), folder);
      expect(state.isLocal).to.equal(false);
      expect(existsSync(places().file)).to.equal(false);
    });

    it("refuses to choose if they differ", async () => {
      writeFileSync(places().file, JSON.stringify({ resources: [], outputs: {} }));
      const error: unknown = await BootstrapState.find(places(), folder).catch((e: unknown) => e);
      expect(String(error)).to.include("hold different states");
      expect(existsSync(places().file)).to.equal(true);
    });
  });
});
