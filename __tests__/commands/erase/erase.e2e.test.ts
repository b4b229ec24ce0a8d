import { gunzipSync, gzipSync } from "node:zlib";
import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
} from "@aws-sdk/client-s3";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "chai";
import { execa } from "execa";

import { Caller } from "../../../commands/erase/caller";
import { type Clients, createClients } from "../../../commands/support/clients";
import { erase } from "../../../commands/erase/erase";
import { find } from "../../../commands/erase/found";
import { type Places, placesOf } from "../../../commands/support/places";
import { versionsBelow } from "../../../commands/erase/versions";
import { KWGLOBAL } from "../../../kwglobal";
import type { Call } from "../../../sandbox/gateway/call-log";
import type { Contact } from "../../../sandbox/connect/store/store";
import { sandboxEnvironment } from "../../../sandbox/machine/environment";
import { DeployedCenter } from "../../support/deployed-center";
import { howToPage } from "../../support/how-to";
import { projectShell } from "../../support/project-shell";
import { requires } from "../../support/requirements";
import { PROD } from "../../support/synthesized";

const MINE = "+13025550123";
const OTHERS = "+13025550124";
/** Contacts from before Amazon Connect's memory: only the records tell whose they are. */
const OLD_MINE = "aaaaaaaa-0000-4000-8000-000000000001";
const OLD_PART = "aaaaaaaa-0000-4000-8000-000000000002";
const OLD_OTHERS = "bbbbbbbb-0000-4000-8000-000000000001";

const DELIVERED = "connect/KWGlobal/ContactRecords/year=2026/month=11/day=26/";
const FAILED = "connect/KWGlobal/ContactRecordErrors/year=2026/";

const PERMISSION = /(?<=`)[a-z\d]+:[A-Z]\w+(?=`)/g;

/** S3's calls with a version in them, which IAM asks about under other names. */
const OF_VERSIONS: Readonly<Record<string, string>> = {
  GetObject: "GetObjectVersion",
  PutObject: "PutObject",
  "GET ?versions": "ListBucketVersions",
  "POST ?delete": "DeleteObjectVersion",
};

/** The action of a call that the command makes; everybody may ask who they are. */
function actionOf({ service, operation }: Call): string | undefined {
  if (service === "sts") return undefined;
  const name = operation.replace(/ \/[^?]*/, " ");
  return `${service}:${service === "s3" ? (OF_VERSIONS[name] ?? operation) : operation}`;
}

describe("npm run erase, on the center that Terraform has applied", function () {
  this.timeout(600_000);
  requires("terraform", "moto_server", "provider");

  let center: DeployedCenter;
  let clients: Clients;
  let places: Places;
  /** By the caller's number. */
  let contacts: Map<string, Contact>;

  const shell = (script: string) => projectShell(center.sandbox, PROD.region, script);
  const store = () => center.sandbox.connect(PROD.region).store;
  const instance = () => {
    const [found] = [...store().instances.values()];
    if (found === undefined) throw new Error("there is no instance");
    return found;
  };
  const idOf = (phone: string) => contacts.get(phone)?.Id ?? "";
  const put = (Key: string, Body: string | Buffer = "x", more: object = {}) =>
    clients.s3.send(new PutObjectCommand({ Bucket: places.bucket, Key, Body, ...more }));
  const keys = async () => {
    const found: string[] = [];
    for await (const page of versionsBelow(clients.s3, places.bucket)) {
      found.push(...page.map(({ key, isMarker }) => (isMarker ? `${key} marked` : key)));
    }
    return found.sort();
  };
  const read = async (Key: string) => {
    const answer = await clients.s3.send(new GetObjectCommand({ Bucket: places.bucket, Key }));
    return { answer, body: Buffer.from((await answer.Body?.transformToByteArray()) ?? []) };
  };
  const row = async (phone: string) => {
    const command = new GetCommand({ TableName: places.table, Key: { phone } });
    return (await clients.documents.send(command)).Item;
  };

  /** Calls the center by telephone, and hangs up. */
  async function call(phone: string): Promise<void> {
    const [number] = [...store().phoneNumbers.values()];
    const post = async (action: string, fields: object) => {
      const path = `telephones/${encodeURIComponent(phone)}/${action}`;
      const response = await fetch(`${center.sandbox.phone}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(fields),
      });
      expect(response.status, await response.text()).to.be.below(300);
    };
    await post("dial", { to: number?.PhoneNumber });
    await post("hang-up", {});
  }

  const record = (ContactId: string, phone: string, more: object = {}) =>
    JSON.stringify({
      ContactId,
      Channel: "VOICE",
      CustomerEndpoint: { Type: "TELEPHONE_NUMBER", Address: phone },
      ...more,
    });

  /** What Amazon Connect, Contact Lens and Firehose store of a contact. */
  async function conversation(id: string): Promise<void> {
    const day = "2026/11/26";
    await put(`connect/KWGlobal/CallRecordings/${day}/${id}_20261126T18:00_UTC.wav`, "one");
    await put(`connect/KWGlobal/CallRecordings/${day}/${id}_20261126T18:00_UTC.wav`, "two");
    await put(`Analysis/Voice/${day}/${id}_analysis_2026-11-26T18:00:00Z.json`);
    const Key = `Analysis/Voice/Redacted/${day}/${id}_call_recording_redacted_2026-11-26T18:00:00Z.wav`;
    await put(Key);
    await clients.s3.send(new DeleteObjectCommand({ Bucket: places.bucket, Key }));
  }

  before(async () => {
    center = await DeployedCenter.copy();
    clients = createClients(PROD.region);
    places = placesOf(KWGLOBAL, PROD);
    for (const phone of [MINE, OTHERS]) {
      await call(phone);
      await clients.documents.send(
        new PutCommand({ TableName: places.table, Item: { phone, companyName: "ACME" } }),
      );
    }
    contacts = new Map(
      [...instance().contacts.values()].map((each) => [each.CustomerEndpoint?.Address ?? "", each]),
    );
    for (const id of [idOf(MINE), idOf(OTHERS), OLD_MINE, OLD_PART, OLD_OTHERS]) {
      await conversation(id);
    }
    await put(
      `${DELIVERED}mixed.gz`,
      gzipSync(
        [
          record(idOf(OTHERS), OTHERS),
          record(idOf(MINE), MINE),
          // Of a part of a conversation, before the line that says whose it is.
          record(OLD_PART, "+13025550150", { InitialContactId: OLD_MINE }),
          record(OLD_OTHERS, OTHERS, { TransferredToEndpoint: { Address: MINE } }),
          `{"ContactId": "cut ${MINE}`,
          "",
        ].join("\n"),
      ),
      { ContentType: "application/x-gzip", Metadata: { by: "firehose" } },
    );
    await put(`${DELIVERED}mine`, `${record(OLD_MINE, MINE)}\n`);
    await put(`${DELIVERED}others.gz`, gzipSync(`${record(OLD_OTHERS, OTHERS)}\n`));
    await put(`${DELIVERED}damaged.gz`, gzipSync(record(OLD_OTHERS, OTHERS)).subarray(0, 40));
    const rawData = Buffer.from(record(OLD_MINE, MINE)).toString("base64");
    await put(`${FAILED}failed`, `${JSON.stringify({ attemptsMade: 4, rawData })}\n`);
    const logs = new CloudWatchLogsClient({ region: PROD.region });
    const group = { logGroupName: places.flowLogGroup, logStreamName: "2026/11/26" };
    await logs.send(new CreateLogStreamCommand(group));
    const timestamp = Date.now() - 60_000;
    const logEvents = [MINE, OTHERS, `${MINE}4`].map((phone) => ({
      timestamp,
      message: JSON.stringify({ ContactId: "x", Parameters: { phone } }),
    }));
    await logs.send(new PutLogEventsCommand({ ...group, logEvents }));
  });

  after(async () => {
    await (center as DeployedCenter | undefined)?.stop();
  });

  it("asks, so that it needs a terminal or --yes", async () => {
    const { exitCode, all } = await shell(`npm run -s erase -- prod --phone ${MINE}`);
    expect(exitCode).to.equal(1);
    expect(all).to.equal(
      "error: erase asks before it erases, and there is no terminal to answer it: add --yes",
    );
  });

  it("erases nothing for any answer but yes, and takes the number at the terminal", async () => {
    const before = await keys();
    const { exitCode, all } = await execa(
      "python3",
      [
        "-c",
        "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)",
        "npm",
        "run",
        "-s",
        "erase",
        "--",
        "prod",
      ],
      {
        input: `${MINE}\ny\n`,
        env: sandboxEnvironment(process.env, center.sandbox.endpoint, PROD.region),
        extendEnv: false,
        reject: false,
        all: true,
      },
    );
    expect(all).to.match(/Only "yes" erases it: [\s\S]*Nothing was erased\.\s*$/);
    // What nobody can read is told each time.
    expect(exitCode).to.equal(1);
    expect(await keys()).to.deep.equal(before);
    expect(await row(MINE)).not.to.equal(undefined);
  });

  it("refuses a contact of another number", async () => {
    const { exitCode, all } = await shell(
      `npm run -s erase -- prod --phone ${MINE} --contact ${idOf(OTHERS)} --yes`,
    );
    expect(exitCode).to.equal(1);
    expect(all).to.match(/error: --contact [\w-]+ is a contact of another number$/);
  });

  let shown: string;
  let asked: readonly Call[];

  it("erases the caller everywhere, and nobody else", async () => {
    const before = center.sandbox.calls.entries().length;
    const { exitCode, all } = await shell(`npm run -s erase -- prod --phone ${MINE} --yes`);
    shown = all;
    asked = center.sandbox.calls.entries().slice(before);
    // A line and a file that nobody can read are left to people.
    expect(exitCode, all).to.equal(1);
    const left = await keys();
    for (const id of [idOf(MINE), OLD_MINE, OLD_PART]) {
      expect(left.filter((key) => key.includes(id))).to.deep.equal([]);
    }
    for (const id of [idOf(OTHERS), OLD_OTHERS]) {
      expect(left.filter((key) => key.includes(id))).to.have.length(5);
    }
    expect(left.filter((key) => key.includes("/ContactRecord"))).to.deep.equal(
      ["damaged.gz", "mixed.gz", "others.gz"].map((name) => `${DELIVERED}${name}`),
    );
    expect(await row(MINE)).to.equal(undefined);
    expect(await row(OTHERS)).not.to.equal(undefined);
    expect(instance().contacts.get(idOf(MINE))?.CustomerEndpoint).to.equal(undefined);
    expect(instance().contacts.get(idOf(OTHERS))?.CustomerEndpoint?.Address).to.equal(OTHERS);
  });

  it("leaves the others' lines of a file as they were, and the number out of them", async () => {
    const { answer, body } = await read(`${DELIVERED}mixed.gz`);
    expect(gunzipSync(body).toString("utf8").split("\n")).to.deep.equal([
      record(idOf(OTHERS), OTHERS),
      record(OLD_OTHERS, OTHERS, { TransferredToEndpoint: { Address: "erased" } }),
      '{"ContactId": "cut erased',
      "",
    ]);
    expect(answer.ContentType).to.equal("application/x-gzip");
    expect(answer.Metadata).to.deep.equal({ by: "firehose" });
    expect(answer.ServerSideEncryption).to.equal("aws:kms");
  });

  it("shows what it erases before it does, and never the number", () => {
    expect(shown).not.to.include(MINE.slice(1, -2));
    expect(shown).to.match(/^Looking for \*{10}23 in prod …$/m);
    expect(shown).to.include("table cus-phone-vanity-number: 1 row");
    expect(shown).to.match(
      /Amazon Connect: the number of 1 contact \(of 2 looked at, since \d{4}-/,
    );
    expect(shown).to.include(
      "contact records: 4 lines, and the number in 2 lines of others in 3 files (of 5 read)",
    );
    expect(shown).to.include(`    ${DELIVERED}mixed.gz\n`);
    // Of three contacts: two versions of a recording, an analysis, a file that was deleted, its mark.
    expect(shown).to.include(
      "recordings, transcripts, analyses: 15 versions of files of 3 contacts",
    );
    expect(shown).to.include(
      `CallRecordings/2026/11/26/${OLD_PART}_20261126T18:00_UTC.wav (old version `,
    );
    expect(shown).to.match(/redacted_2026-11-26T18:00:00Z\.wav \(the mark that it was deleted\)$/m);
    expect(shown.indexOf("Erased")).to.be.above(shown.indexOf("Not to be erased by any call"));
  });

  it("says what stays, why, and until when", () => {
    const until = new Date(Date.now() - 60_000 + PROD.logRetentionDays * 86_400_000);
    expect(shown).to.include(
      `1 event of the log group /aws/connect/KWGlobal, the last of which ends on ${until.toISOString().slice(0, 10)}`,
    );
    expect(shown).to.include("backups of the table: 35 days after the row is gone");
    expect(shown).to.include("in amazon-connect-kwglobal-access-logs: 365 days after each request");
    expect(shown).to.match(
      /damaged\.gz can't be read: it can't be unpacked: unexpected end of file/,
    );
    expect(shown).to.match(/mixed\.gz, line 5, is no contact record/);
  });

  it("needs the permissions that the page names, and no other", () => {
    const made = new Set(asked.map(actionOf).filter((action) => action !== undefined));
    const named = new Set(howToPage("erase-a-callers-data").match(PERMISSION));
    expect([...named]).to.have.members([
      ...made,
      // KMS is asked by S3 and DynamoDB, in the caller's name.
      ...["kms:Decrypt", "kms:GenerateDataKey"],
      // A write with If-Match is asked about as a read, too.
      "s3:GetObject",
    ]);
  });

  it("finds nothing in a second run", async () => {
    const { all } = await shell(`printf %s '${MINE}' | npm run -s erase -- prod --yes`);
    expect(all).to.match(/Nothing found that can be erased\.$/);
    expect(all).to.include("table cus-phone-vanity-number: no row");
    expect(all).to.include("recordings, transcripts, analyses: 0 versions");
  });

  it("erases what is left of a contact that only people know to be the caller's", async () => {
    await conversation(OLD_MINE);
    const { all } = await shell(
      `npm run -s erase -- prod --phone ${MINE} --contact ${OLD_MINE.toUpperCase()} --since 2026-11-01 --yes`,
    );
    expect(all).to.include("recordings, transcripts, analyses: 5 versions of files of 1 contact");
    expect((await keys()).filter((key) => key.includes(OLD_MINE))).to.deep.equal([]);
  });

  describe("where a recording is under a legal hold", () => {
    const Bucket = "held-recordings";
    const held = `connect/KWGlobal/CallRecordings/${OLD_MINE}_x.wav`;
    const free = `connect/KWGlobal/CallRecordings/${OLD_MINE}_y.wav`;
    const line = `${DELIVERED}mine`;
    let elsewhere: Places;

    before(async () => {
      const { s3 } = clients;
      elsewhere = { ...places, bucket: Bucket };
      await s3.send(
        new CreateBucketCommand({
          Bucket,
          ObjectLockEnabledForBucket: true,
          CreateBucketConfiguration: { LocationConstraint: "us-west-2" },
        }),
      );
      for (const Key of [held, free])
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
      await s3.send(
        new PutObjectCommand({ Bucket, Key: line, Body: `${record(OLD_MINE, MINE)}\n` }),
      );
      await s3.send(
        new PutObjectLegalHoldCommand({ Bucket, Key: held, LegalHold: { Status: "ON" } }),
      );
    });

    const run = async () => {
      const caller = new Caller(MINE);
      const found = await find(clients, elsewhere, caller, {
        ...{ since: new Date(), until: new Date(), contacts: [] },
        onProgress: () => undefined,
      });
      return { found, faults: await erase(clients, elsewhere, caller, found) };
    };
    const there = async () => {
      const found: string[] = [];
      for await (const page of versionsBelow(clients.s3, Bucket)) {
        found.push(...page.map(({ key }) => key));
      }
      return found;
    };

    it("says so, erases the rest, and keeps what it is found again by", async () => {
      const { faults } = await run();
      expect(faults).to.have.length(2);
      expect(faults[0]).to.match(/CallRecordings\/\S+_x\.wav.* is still there: AccessDenied/);
      expect(faults[1]).to.match(/^Amazon Connect and the contact records were left as they are/);
      expect(await there()).to.have.members([held, line]);
    });

    it("ends it once the hold is off", async () => {
      await clients.s3.send(
        new PutObjectLegalHoldCommand({ Bucket, Key: held, LegalHold: { Status: "OFF" } }),
      );
      expect((await run()).faults).to.deep.equal([]);
      expect(await there()).to.deep.equal([]);
    });

    it("tells what AWS refuses as a whole, too", async () => {
      const gone = { ...elsewhere, bucket: "nobodys-bucket", table: "nobodys-table" };
      const { found } = await run();
      const version = { key: held, versionId: "x", isLatest: true, isMarker: false };
      const faults = await erase(clients, gone, new Caller(MINE), {
        ...found,
        row: true,
        conversations: [version],
      });
      expect(faults.map((each) => each.split(":").slice(0, 2).join(":"))).to.deep.equal([
        "recordings and transcripts: NoSuchBucket",
        "the table's row: ResourceNotFoundException",
        "Amazon Connect and the contact records were left as they are: by them a second run finds the rest",
      ]);
    });
  });
});
