import "./support/broken-source";

import { ConnectClient } from "@aws-sdk/client-connect";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { Command, Option } from "commander";
import { Listr } from "listr2";
import { stackName } from "../constructs/stack-names";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { clientSettings } from "../sandbox/machine/account";
import type { Deployment, Progress } from "../sandbox/deploy";
import { RESET_PATH } from "../sandbox/reset-site";
import { SANDBOX_PORT, startSandbox } from "../sandbox/sandbox";
import type { Sandbox } from "../sandbox/sandbox";
import { requireToStart } from "./doctor/require-to-start";
import { LiveCenter } from "./start/live-center";
import { openInBrowser } from "./support/open-in-browser";
import { watchSources } from "./start/watch";
import { onSignal, parsePort, run } from "./support/run";
import { ENVIRONMENT_NAMES, sandboxOutput, synthesize } from "./support/stacks";
import { readSummaries } from "./support/summary";
import { summaryText } from "./support/summary-text";
import { say } from "./support/terminal";
import type { FileWatch } from "./support/watch-files";

interface Options {
  readonly environment: string;
  readonly port: number;
  readonly once?: true;
  readonly watch?: true;
  readonly open?: true;
}

const program = new Command("npm start --")
  .description("Bring up the whole contact center in a local AWS, and keep it until Ctrl-C.")
  .addOption(
    new Option("--environment <name>", "which environment")
      .choices(ENVIRONMENT_NAMES)
      .default("prod"),
  )
  .option("--port <number>", "TCP port on 127.0.0.1", parsePort, SANDBOX_PORT)
  .option("--watch", "apply what is saved in kwglobal.ts, templates and code, until Ctrl-C")
  .option("--open", "open the telephone's page in the browser, while the apply goes on")
  .addOption(
    new Option("--once", "end after the summary, as where CI is set").conflicts(["watch", "open"]),
  )
  .action((options: Options) => run(() => start(options)));

void program.parseAsync();

async function start({ environment, port, once, watch, open }: Options): Promise<void> {
  let sandbox: Sandbox | undefined;
  let center: LiveCenter | undefined;
  let serving = false;
  let working: Promise<unknown> = Promise.resolve();
  let watching: FileWatch | undefined;
  const interrupt = new AbortController();
  onSignal(async () => {
    interrupt.abort();
    // Terraform ends only while what it talks to still answers; what went wrong is shown below.
    await working.catch(() => undefined);
    await watching?.stop();
    await center?.stop();
    await sandbox?.stop();
    return serving ? 0 : 130;
  });
  const stack = stackName(environment);
  try {
    await requireToStart(port, say);
    // The sandbox starts meanwhile. Where it will be isn't known with port 0.
    const synthesizing =
      port === 0 ? undefined : synthesize(sandboxOutput(`http://127.0.0.1:${port}`));
    // Awaited below, unless the sandbox can't start.
    synthesizing?.catch(() => undefined);
    await new Listr(
      [
        {
          title: "Start the sandbox",
          task: async (_, task) => {
            sandbox = await startSandbox({
              port,
              quotas: ENVIRONMENTS.find(({ name }) => name === environment)?.quotas,
              onNotice: (line) => (task.output = line),
            });
            center = new LiveCenter({ sandbox, stack, interrupt: interrupt.signal });
            task.title = `Sandbox at ${sandbox.endpoint}, its telephone at ${sandbox.phone}`;
            // From here on, so that nothing that is saved during the apply is missed.
            if (watch) watching = await watchSources(center);
            if (open) await openInBrowser(sandbox.phone);
          },
        },
        {
          title: "Synthesize",
          task: async () => center?.synthesize(synthesizing),
        },
        {
          title: `Deploy ${stack}`,
          task: async (_, task) => {
            if (!center) return;
            const deploying = center.deploy((progress) => {
              if (process.stdout.isTTY) task.output = progressLine(progress);
            });
            working = deploying;
            task.title = `Deployed ${stack}: ${deploymentLine(await deploying)}`;
          },
        },
      ],
      // Its own listener would end the process on Ctrl-C before anything has stopped.
      { rendererOptions: { showErrorMessage: false }, registerSignalListeners: false },
    ).run();
    if (!sandbox || !center) return;
    say(await summarise(sandbox.endpoint, center.region, environment));
    serving = once !== true && (watch === true || process.env.CI === undefined);
    if (watch !== true) await center.stop();
    if (!serving) {
      await sandbox.stop();
      return;
    }
    say(`\nCall it:  ${sandbox.phone}`);
    if (center.isKept) say(resetLine(sandbox));
    if (watching) {
      watching.begin();
      say(
        "Change it: save kwglobal.ts, a flow template or Lambda code, and the next call hears it.",
      );
    }
    say("It stays up until Ctrl-C.");
  } catch (error) {
    await watching?.stop();
    await center?.stop();
    await sandbox?.stop();
    throw error;
  }
}

/** How to go back to what was applied, beside the page's button. */
const resetLine = ({ endpoint }: Sandbox): string =>
  `Reset it: curl -X POST -H 'content-type: application/json' ${endpoint}${RESET_PATH}`;

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
