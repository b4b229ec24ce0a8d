import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { say } from "../commands/support/terminal";
import { recordFiles } from "../commands/report/record-files";
import { reportOn } from "../commands/report/run-report";

/** Records of a run; the last shows that memory doesn't grow with them. KW_RECORDS sets another one. */
const SIZES = [200_000, Number(process.env.KW_RECORDS ?? 1_000_000)];
const IN_A_FILE = 50_000;

/** As long as Amazon Connect's own, 1.4 KB, and every tenth twice. */
function record(number: number): string {
  const moment = new Date(Date.UTC(2026, 10, 1) + number * 250).toISOString().slice(0, 19) + "Z";
  const answered = number % 5 !== 0;
  return JSON.stringify({
    AWSContactTraceRecordFormatVersion: "2017-03-10",
    Agent: answered
      ? {
          Username: `agent.${number % 50}`,
          ConnectedToAgentTimestamp: moment,
          AgentInteractionDuration: number % 300,
          CustomerHoldDuration: 0,
          AfterContactWorkDuration: number % 60,
        }
      : null,
    Attributes: { menuKey: String(1 + (number % 2)), note: "x".repeat(600) },
    Channel: "VOICE",
    ContactId: `00000000-0000-4000-8000-${String(number - (number % 10 === 9 ? 1 : 0)).padStart(12, "0")}`,
    CustomerEndpoint: { Address: "+13025550123", Type: "TELEPHONE_NUMBER" },
    DisconnectReason: answered ? "AGENT_DISCONNECT" : "CUSTOMER_DISCONNECT",
    DisconnectTimestamp: moment,
    InitiationMethod: "INBOUND",
    InitiationTimestamp: moment,
    InstanceARN:
      "arn:aws:connect:us-west-2:222222222222:instance/00000000-0000-4000-8000-000000000000",
    LastUpdateTimestamp: moment,
    NextContactId: null,
    Queue: {
      Name: `Queue ${number % 3}`,
      EnqueueTimestamp: moment,
      DequeueTimestamp: moment,
      Duration: number % 90,
    },
    TransferCompletedTimestamp: null,
  });
}

async function write(folder: string, count: number): Promise<void> {
  for (let start = 0; start < count; start += IN_A_FILE) {
    const file = await open(join(folder, `${start}.json`), "w");
    const size = Math.min(IN_A_FILE, count - start);
    await file.write(Array.from({ length: size }, (_, at) => `${record(start + at)}\n`).join(""));
    await file.close();
  }
}

/** The rival: every line parsed by Node, and nothing counted. */
async function parseOnly(folder: string): Promise<void> {
  for (const { path } of await recordFiles(folder))
    for await (const line of createInterface({ input: createReadStream(path) })) JSON.parse(line);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function main(): Promise<void> {
  for (const count of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), "bench-report-"));
    try {
      await write(folder, count);
      const files = await recordFiles(folder);
      const ours = await seconds(() =>
        reportOn(
          files,
          { timeZone: "America/Los_Angeles", serviceLevelSeconds: 20 },
          { onFault: say, onProgress: () => undefined },
        ),
      );
      const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
      const rival = await seconds(() => parseOnly(folder));
      say(
        `${count.toLocaleString("en-US")} records: report ${ours.toFixed(1)} s, at most ${memory} MB; readline and JSON.parse alone ${rival.toFixed(1)} s; ratio ${(rival / ours).toFixed(2)}`,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  }
}

void main();
