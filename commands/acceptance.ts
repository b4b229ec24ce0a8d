import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ConnectClient, ListInstancesCommand } from "@aws-sdk/client-connect";
import { Command } from "commander";

import { SANDBOX_ACCOUNT } from "../sandbox/machine/account";
import { OperatorError } from "../sandbox/machine/errors";
import { startSandbox } from "../sandbox/sandbox";
import { type AcceptanceTest, acceptanceTests } from "./acceptance/acceptance-tests";
import { GoPackage } from "./acceptance/go-source";
import type { Outcome } from "./acceptance/outcome";
import { runTests } from "./acceptance/run-tests";
import { outcomeLine, summaryLines } from "./acceptance/table";
import { Workspace } from "./acceptance/workspace";
import { showProgress } from "./support/progress";
import { interruptible, run } from "./support/run";
import { complain, say } from "./support/terminal";

const REGION = "us-west-2";

const PAGE = "docs/sandbox.md";

const program = new Command("npm run acceptance --")
  .description(
    "Run the AWS provider's own acceptance tests for Connect on the sandbox, with real Terraform.",
  )
  .argument("<folder>", "internal/service/connect of a copy of the provider's source")
  .option("--only <text...>", "only tests with one of these texts in their name")
  .addHelpText("after", `\nWhich version was run, and what came of it: ${PAGE}`)
  .action((folder: string, { only = [""] }: { only?: readonly string[] }) =>
    run(() =>
      interruptible(async (signal) => {
        const tests = readTests(folder).filter(({ name }) =>
          only.some((text) => name.includes(text)),
        );
        if (tests.length === 0)
          throw new OperatorError(`no test in ${folder} has ${only.join(" or ")} in its name`);
        const outcomes = await runAll(tests, folder, signal);
        for (const line of ["", ...summaryLines(outcomes)]) say(line);
        if (outcomes.some(({ verdict }) => verdict === "fails")) process.exitCode = 1;
      }),
    ),
  );

/** The acceptance tests in a folder of Go files. */
function readTests(folder: string): readonly AcceptanceTest[] {
  const files = readdirSync(folder).filter((file) => file.endsWith("_test.go"));
  if (files.length === 0) {
    throw new OperatorError(
      `${folder} has no *_test.go: name internal/service/connect of a copy of hashicorp/terraform-provider-aws`,
    );
  }
  const sources = files.map((file) => readFileSync(join(folder, file), "utf8"));
  return acceptanceTests(new GoPackage(sources));
}

/** Runs tests on one sandbox, and prints how each ends. */
async function runAll(
  tests: readonly AcceptanceTest[],
  folder: string,
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const sandbox = await startSandbox({ port: 0, onNotice: complain });
  try {
    showProgress("starting the provider …");
    const workspace = await Workspace.open(sandbox, REGION, folder);
    const connect = new ConnectClient({
      endpoint: sandbox.endpoint,
      region: REGION,
      credentials: { accessKeyId: SANDBOX_ACCOUNT, secretAccessKey: SANDBOX_ACCOUNT },
    });
    const instances = async () => {
      const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}));
      return InstanceSummaryList.map(({ InstanceAlias = "?" }) => InstanceAlias);
    };
    try {
      const bench = { workspace, region: REGION, instances, onProgress: showProgress, signal };
      for await (const outcome of runTests(tests, bench)) {
        outcomes.push(outcome);
        showProgress("");
        say(outcomeLine(outcome));
      }
    } finally {
      await workspace.close();
    }
  } finally {
    await sandbox.stop();
  }
  return outcomes;
}

void program.parseAsync();
