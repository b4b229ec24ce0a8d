import {
  CloudWatchClient,
  type MetricAlarm,
  paginateDescribeAlarms,
} from "@aws-sdk/client-cloudwatch";
import { STSClient } from "@aws-sdk/client-sts";
import { Argument, Command } from "commander";

import { instanceNames } from "../constructs/value/instance-names";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { alarmsText } from "./alarms/alarms-text";
import { checkAccount } from "./support/account";
import { clientSettings } from "./support/clients";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { complain, say } from "./support/terminal";

interface Options {
  readonly all?: true;
}

const program = new Command("npm run alarms --")
  .description(
    "Show an environment's alarms: which are on, since when and why. Reads CloudWatch, with your credentials, or the sandbox's while AWS_ENDPOINT_URL names it.",
  )
  .addArgument(new Argument("<environment>", "whose").choices(ENVIRONMENT_NAMES))
  .option("--all", "those that are quiet, too")
  .action((name: string, options: Options) => run(() => alarms(name, options)));

void program.parseAsync();

async function alarms(name: string, { all }: Options): Promise<void> {
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined) return program.error(`error: there is no environment ${name}`);
  const sts = new STSClient(clientSettings(environment.region));
  await checkAccount(sts, environment);
  sts.destroy();
  const prefix = `${instanceNames(KWGLOBAL, environment).name}-`;
  const client = new CloudWatchClient(clientSettings(environment.region));
  const found: MetricAlarm[] = [];
  for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: prefix }))
    found.push(...(page.MetricAlarms ?? []));
  client.destroy();
  say(alarmsText(found, prefix, { all: all === true, now: new Date() }));
  if (found.length === 0)
    complain("An environment without alarmEmails has no alarms (docs/reporting.md)");
  else if (found.some(({ StateValue }) => StateValue === "ALARM"))
    complain("Next: docs/reporting.md says what to do at each");
}
