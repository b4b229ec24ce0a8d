import "./support/broken-source";

import { join } from "node:path";
import { ConnectClient } from "@aws-sdk/client-connect";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { Command, Option } from "commander";
import { Listr } from "listr2";
import { stackName } from "../constructs/stack-names";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { clientSettings } from "../sandbox/account";
import { deploy } from "../sandbox/deploy";
import { terraformEnvironment } from "../sandbox/environment";
import type { Deployment, Progress } from "../sandbox/deploy";
import { OperatorError } from "../sandbox/errors";
import { RESET_PATH } from "../sandbox/reset-site";
import { SANDBOX_DIRECTORY, SANDBOX_PORT, startSandbox } from "../sandbox/sandbox";
import type { Sandbox } from "../sandbox/sandbox";
import { readStack, regionOf } from "../sandbox/stack";
import { Terraform } from "../sandbox/terraform";
import { removeImports } from "./support/imports-file";
import { onSignal, parsePort, run } from "./support/run";
import { ENVIRONMENT_NAMES, sandboxOutput, synthesize } from "./support/stacks";
import { readSummaries } from "./support/summary";
import { summaryText } from "./support/summary-text";
import { say } from "./support/terminal";

interface Options {
  readonly environment: string;
  readonly port: number;
  readonly once: boolean;
}

const program = new Command("npm start --")
  .description("Bring up the whole contact center in a local AWS, and keep it until Ctrl-C.")
  .addOption(
    new Option("--environment <name>", "which environment")
      .choices(ENVIRONMENT_NAMES)
      .default("prod"),
  )
  .option("--port <number>", "TCP port on 127.0.0.1", parsePort, SANDBOX_PORT)
  .option("--once", "end after the summary", process.env.CI !== undefined)
  .action((options: Options) => run(() => start(options)));

void program.parseAsync();

async function start({ environment, port, once }: Options): Promise<void> {
  let sandbox: Sandbox | undefined;
  let serving = false;
  let deploying: Promise<unknown> = Promise.resolve();
  const interrupt = new AbortController();
  onSignal(async () => {
    interrupt.abort();
    // Terraform ends only while what it talks to still answers; what went wrong is shown below.
    await deploying.catch(() => undefined);
    await sandbox?.stop();
    return serving ? 0 : 130;
  });
  let stackDirectory = "";
  try {
    await Terraform.find({
      directory: process.cwd(),
      workDirectory: SANDBOX_DIRECTORY,
      environment: terraformEnvironment(process.env),
    });
    await new Listr(
      [
        {
          title: "Start the sandbox",
          task: async (_, task) => {
            sandbox = await startSandbox({ port, onNotice: (line) => (task.output = line) });
            task.title = `Sandbox at ${sandbox.endpoint}`;
          },
        },
        {
          title: "Synthesize",
          task: async () => {
            if (!sandbox) return;
            const output = sandboxOutput(sandbox.endpoint);
            stackDirectory = join(output, "stacks", stackName(environment));
            await synthesize(output);
            // Of another sandbox, whose things aren't in this one.
            await removeImports(stackDirectory);
          },
        },
        {
          title: `Deploy ${stackName(environment)}`,
          task: async (_, task) => {
            if (!sandbox) return;
            const onProgress = (progress: Progress) => (task.output = progressLine(progress));
            const deployed = deploy({
              stackDirectory,
              sandbox,
              interrupt: interrupt.signal,
              ...(process.stdout.isTTY && { onProgress }),
            });
            deploying = deployed;
            const deployment = await deployed;
            task.title = `Deployed ${stackName(environment)}: ${deploymentLine(deployment)}`;
          },
        },
      ],
      // Its own listener would end the process on Ctrl-C before anything has stopped.
      { rendererOptions: { showErrorMessage: false }, registerSignalListeners: false },
    ).run();
    if (!sandbox) return;
    const region = regionOf(await readStack(stackDirectory));
    say(await summarise(sandbox.endpoint, region, environment));
    serving = !once;
    if (once) await sandbox.stop();
    else
      say(`\nCall it:  ${sandbox.phone}\n${await resetLine(sandbox)}\nIt stays up until Ctrl-C.`);
  } catch (error) {
    await sandbox?.stop();
    throw error;
  }
}

/** How to go back to what was applied, where that can be done. */
async function resetLine(sandbox: Sandbox): Promise<string> {
  try {
    await sandbox.snapshot();
    return `Reset it: curl -X POST -H 'content-type: application/json' ${sandbox.endpoint}${RESET_PATH}\n`;
  } catch (error) {
    if (error instanceof OperatorError) return "";
    throw error;
  }
}

function progressLine({ step, done, total, address = "" }: Progress): string {
  return total === 0 ? step : `${step} ${done}/${total} ${address}`;
}

function deploymentLine({ plan, seconds, calls }: Deployment): string {
  const all = Object.values(calls).reduce((sum, count) => sum + count, 0);
  const times = Object.entries(seconds).map(([step, time]) => `${step} ${time.toFixed(0)} s`);
  return `${plan.add} resources, ${all} API calls (${times.join(", ")})`;
}

async function summarise(endpoint: string, region: string, environment: string): Promise<string> {
  const settings = clientSettings(endpoint, region);
  const credentials = { accessKeyId: "summary", secretAccessKey: "summary" };
  const connect = new ConnectClient({ endpoint, region, credentials });
  const dynamodb = new DynamoDBClient({ endpoint, region, credentials });
  try {
    const summaries = await readSummaries(connect);
    const { TableNames: tables = [] } = await dynamodb.send(new ListTablesCommand({}));
    const variables = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    const id = summaries[0]?.id ?? "";
    const suffix = ENVIRONMENTS.find(({ name }) => name === environment)?.suffix ?? "";
    const { functionName, tableName } = KWGLOBAL.vanityNumbers;
    return `
${summaries.map((summary) => summaryText(summary, tables)).join("\n\n")}

By the AWS CLI:  ${variables.join(" ")} aws connect describe-instance --instance-id ${id}
Vanity numbers:  aws lambda invoke --function-name ${functionName}${suffix} --cli-binary-format raw-in-base64-out --payload '{"phone":"+13029856970","companyName":"KWGlobal"}' /dev/stdout
      and then:  aws dynamodb scan --table-name ${tableName}${suffix}   (both with the same variables; version 1 of the CLI takes no --cli-binary-format)`;
  } finally {
    connect.destroy();
    dynamodb.destroy();
  }
}
