import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { VanityAnswer } from "../../lambda-src/record-vanity-number/serve";
import { startSandbox } from "../../sandbox/sandbox";
import { recordVanityNumberBundle } from "../../lambda-src/record-vanity-number/bundle";
import { build } from "./bundles";

const CALLS = 500;
const TABLE = "bench-vanity-number";

/** Prints how long the whole function takes against the sandbox's DynamoDB, whose own share is most of it. */
export async function handlerTimes(): Promise<void> {
  const sandbox = await startSandbox({
    port: 0,
    directory: mkdtempSync(join(tmpdir(), "vanity-bench-")),
  });
  try {
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: sandbox.endpoint,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      TABLE_NAME: TABLE,
      POWERTOOLS_LOG_LEVEL: "SILENT",
      POWERTOOLS_METRICS_DISABLED: "true",
    });
    const client = new DynamoDBClient();
    await client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "phone", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "phone", AttributeType: "S" }],
      }),
    );
    const { handler } = (await import(build(recordVanityNumberBundle.entry).file)) as {
      handler: (event: unknown) => Promise<VanityAnswer>;
    };
    const times: number[] = [];
    for (let call = 0; call < CALLS; call++) {
      const phone = `+1302${String(2_000_000 + call * 7_919)}`;
      const began = performance.now();
      await handler({ phone, companyName: "KWGlobal" });
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.floor(CALLS * share)] ?? NaN).toFixed(1);
    console.log(
      `\nThe whole function, ${CALLS} new phones, one conditional write each to the sandbox's DynamoDB`,
    );
    console.log(`  p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
  } finally {
    await sandbox.stop();
  }
}
