import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "chai";

import { clientSettings } from "../../../sandbox/machine/account";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";
import { DAY } from "./day";
import { evaluation } from "./evaluation";

const Bucket = "amazon-connect-kwglobal";
const FOLDER = "connect/KWGlobal/ContactRecords";

describe("npm run report, on the bucket", function () {
  this.timeout(300_000);
  requires("moto_server");

  const folder = mkdtempSync(join(tmpdir(), "moto-"));
  let sandbox: Sandbox;
  let s3: S3Client;
  const report = (options: string) =>
    projectShell(sandbox, PROD.region, `npm run --silent report -- prod ${options}`);

  before(async () => {
    sandbox = await startSandbox({ port: 0, directory: folder });
    Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
    s3 = new S3Client({ forcePathStyle: true });
    await s3.send(
      new CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: PROD.region as "us-west-2" },
      }),
    );
  });
  after(async () => {
    s3.destroy();
    for (const name of Object.keys(clientSettings("", "")))
      Reflect.deleteProperty(process.env, name);
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("says where it looked when there are no records", async () => {
    const { exitCode, all } = await report("--from 2026-11-24");
    expect(exitCode).to.equal(1);
    expect(all).to.include(`there are no contact records in s3://${Bucket}/${FOLDER}/`);
    expect(all).to.include("is reporting.contactRecords on");
  });

  it("reads what was delivered on the day and after it, and nothing else", async () => {
    const put = (Key: string, record: object) =>
      s3.send(new PutObjectCommand({ Bucket, Key, Body: gzipSync(`${JSON.stringify(record)}\n`) }));
    await put(`${FOLDER}/year=2026/month=11/day=24/a-1.gz`, DAY.answered);
    await put(`${FOLDER}/year=2026/month=11/day=25/a-2.gz`, DAY.callback);
    await put(`${FOLDER}/year=2026/month=11/day=01/a-3.gz`, DAY.abandoned);
    await put("connect/KWGlobal/ContactRecordErrors/a.gz", DAY.menu);
    const { exitCode, all } = await report("--from 2026-11-24 --csv");
    expect(exitCode, all).to.equal(0);
    expect(all).to.match(/^total,,2,2,2,0,1,/m);
  });

  it("reads the evaluations that were submitted since, however AWS names their files", async () => {
    const put = (key: string, Body: string) =>
      s3.send(
        new PutObjectCommand({ Bucket, Key: `connect/KWGlobal/ContactEvaluations/${key}`, Body }),
      );
    const good = evaluation("e-1", {
      contactId: "c-answered",
      score: { percentage: 90 },
      questions: { greeting: 100 },
    });
    await put("2026/11/24/18:00:00.123Z-e-1.json", JSON.stringify(good));
    await put(
      "Evaluations/contact_c/evaluation_e-1/2026-11-24T18:00:00.123Z.json",
      JSON.stringify(good),
    );
    await put("2026/11/01/18:00:00.123Z-e-2.json", "old and unreadable");
    const { exitCode, all } = await report("--from 2026-11-24");
    expect(exitCode, all).to.equal(0);
    expect(all).not.to.include("skipped");
    expect(all).to.match(/│ mary +│ Calls │ +1 │ +90\.0 % │/);
    expect(all).to.match(/│ Calls │ Question greeting\? │ +1 │ +0 │ +100\.0 % │/);
  });
});
