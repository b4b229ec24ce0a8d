import "./support/broken-source";

import { Argument, Command } from "commander";
import { ACCOUNTS, ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { Missing } from "../sandbox/machine/errors";
import { findProgram } from "../sandbox/machine/program";
import { SANDBOX_PORT } from "../sandbox/sandbox";
import { account, credentials } from "./doctor/checks/account";
import { browser } from "./doctor/checks/browser";
import { folders } from "./doctor/checks/folder";
import { node } from "./doctor/checks/node";
import { placeholders } from "./doctor/checks/placeholders";
import { freePort } from "./doctor/checks/port";
import { provider } from "./doctor/checks/provider";
import { python } from "./doctor/checks/python";
import { terraform } from "./doctor/checks/terraform";
import { trail } from "./doctor/checks/trail";
import { type Check, examine } from "./doctor/finding";
import { reportText } from "./doctor/report";
import { parsePort, run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { say } from "./support/terminal";

interface Options {
  readonly port: number;
  readonly json: boolean;
}

const awsCli: Check = {
  name: "AWS CLI",
  look: () => {
    const path = findProgram("aws", process.env);
    if (path !== undefined) return path;
    throw new Missing(
      "aws is not on the PATH, and a test is skipped",
      "install it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
    );
  },
};

void new Command("npm run doctor --")
  .description(
    "Look whether this machine has what the project needs. Changes and installs nothing.",
  )
  .addArgument(
    new Argument("[environment]", "also require what plan and apply of it need").choices(
      ENVIRONMENT_NAMES,
    ),
  )
  .option("--port <number>", "TCP port for the sandbox", parsePort, SANDBOX_PORT)
  .option("--json", "print the findings as JSON", false)
  .addHelpText(
    "after",
    `
Exit status: 0, all is there that npm start and npm test need, and the environment if one is
named; 1, something of that is missing.`,
  )
  .action((environment: string | undefined, options: Options) =>
    run(() => doctor(environment, options)),
  )
  .parseAsync();

async function doctor(environment: string | undefined, { port, json }: Options): Promise<void> {
  const environments = ENVIRONMENTS.filter(({ name }) => (environment ?? name) === name);
  const accounts = ACCOUNTS.filter((each) => environments.some((it) => it.account === each));
  const groups = await Promise.all(
    [
      {
        title: "To run it on this machine: npm start, npm test",
        checks: [
          node(),
          folders(),
          terraform(),
          provider(),
          python(),
          freePort(port),
          browser,
          awsCli,
        ],
        required: true,
      },
      {
        title: `To go live: npm run plan -- ${environment ?? ENVIRONMENT_NAMES[0] ?? ""}`,
        checks: [
          credentials,
          account(accounts),
          trail(environments),
          placeholders({ center: KWGLOBAL, accounts, environments }),
        ],
        required: environment !== undefined,
      },
    ].map(async ({ checks, ...group }) => ({ ...group, findings: await examine(checks) })),
  );
  const missing = groups
    .filter(({ required }) => required)
    .flatMap(({ findings }) => findings.filter(({ ok }) => !ok));
  say(json ? JSON.stringify(groups, undefined, 2) : reportText(groups));
  if (missing.length > 0) process.exitCode = 1;
}
