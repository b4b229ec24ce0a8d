import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { script } from "./github/workflow.ts";
import { readInstance } from "./instance/read.ts";
import { RECORD } from "./instance/record.ts";
import { print } from "./print.ts";

/**
 * Records what `npm run pull` would ask a live instance, so that a job without credentials can run it.
 * Instance and region come from a job that ran npm packages: they must look like what they are.
 */
async function recordInstance(): Promise<void> {
  const { values } = parseArgs({
    options: {
      instance: { type: "string" },
      region: { type: "string" },
      output: { type: "string" },
    },
  });
  const { instance = "", region = "", output = "" } = values;
  if (!/^[\w-]{1,45}$/.test(instance) || !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region) || output === "") {
    throw new Error(
      "usage: node plan-review/read-instance.ts --instance <alias or id> --region <region> --output <folder>",
    );
  }
  const {
    AWS_ENDPOINT_URL: endpoint = `https://connect.${region}.amazonaws.com`,
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (accessKeyId === "" || secretAccessKey === "") {
    throw new Error("there are no credentials for AWS: a step before must take a role");
  }
  const credentials = {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  };
  const record = await readInstance({ endpoint, region, credentials }, instance);
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, RECORD), `${JSON.stringify(record)}\n`);
  print(`read ${Object.keys(record.answers).length} answers of instance ${instance}`);
}

void script(recordInstance);
