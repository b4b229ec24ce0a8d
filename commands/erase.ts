import "./support/broken-source";

import { Argument, Command, InvalidArgumentError } from "commander";

import type { Environment } from "../constructs/value/contact-center-value";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { PhoneNumberError, readPhoneNumber } from "../lambda-src/phone-number/phone-number";
import { OperatorError } from "../sandbox/machine/errors";
import { Caller } from "./erase/caller";
import { createClients } from "./support/clients";
import { KEPT_MONTHS } from "./erase/connect-contacts";
import { erase } from "./erase/erase";
import { find } from "./erase/found";
import { foundText, isEmpty, leftText } from "./erase/found-text";
import { placesOf } from "./support/places";
import { checkAccount } from "./support/account";
import { ask } from "./support/ask";
import { showProgress } from "./support/progress";
import { onSignal, run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { say as print } from "./support/terminal";

interface Options {
  readonly phone?: string;
  readonly contact: readonly string[];
  readonly since?: Date;
  readonly yes?: boolean;
}

const PAGE = "docs/how-to/erase-a-callers-data.md";

void new Command("npm run erase --")
  .description("Erase what an environment holds of one caller, once it was shown.")
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .option(
    "--phone <number>",
    "the caller's, in E.164; else it is asked for, and stands in no history",
  )
  .option(
    "--contact <id>",
    "a contact that is known to be the caller's; may be repeated",
    (id: string, before: readonly string[]) => [...before, parseContact(id)],
    [],
  )
  .option(
    "--since <day>",
    `look at Amazon Connect's own contacts from this day on (YYYY-MM-DD); by default all, of ${KEPT_MONTHS} months`,
    parseDay,
  )
  .option("--yes", "erase without asking")
  .addHelpText("after", `\nWhat is found where, and what can't be erased: ${PAGE}`)
  .action((environment: string, options: Options) => run(() => eraseFrom(environment, options)))
  .parseAsync();

async function eraseFrom(name: string, options: Options): Promise<void> {
  const { phone, yes = false } = options;
  if (!process.stdin.isTTY && !yes) {
    throw new OperatorError(
      "erase asks before it erases, and there is no terminal to answer it: add --yes",
    );
  }
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined) throw new Error(`there is no environment ${name}`);
  const caller = new Caller(await numberIn(phone ?? (await ask("The caller's number: "))));
  try {
    await eraseCaller(environment, caller, options);
  } catch (error) {
    // What AWS says may name the number.
    if (!(error instanceof Error)) throw error;
    const what = error instanceof OperatorError ? "" : `${error.name}: `;
    throw new OperatorError(caller.masked(`${what}${error.message}`));
  }
}

async function eraseCaller(
  environment: Environment,
  caller: Caller,
  { contact, since = monthsAgo(KEPT_MONTHS), yes = false }: Options,
): Promise<void> {
  const say = (text: string) => {
    print(caller.masked(text));
  };
  const clients = createClients(environment.region);
  await checkAccount(clients.sts, environment);
  const places = placesOf(KWGLOBAL, environment);
  say(`Looking for ${caller.phone} in ${environment.name} …`);
  const search = { since, until: new Date(), contacts: contact, onProgress: showProgress };
  const found = await find(clients, places, caller, search);
  showProgress("");
  say(foundText(found, places, since));
  const left = leftText(found, places);
  if (left !== "") say(`Not to be erased by any call, it ends by itself:\n${left}`);
  const { unreadable } = found.records;
  if (unreadable.length > 0) {
    say(
      `Nobody can read this, look yourself:\n${unreadable.map((each) => `  ${each}`).join("\n")}`,
    );
    process.exitCode = 1;
  }
  if (isEmpty(found)) {
    say("Nothing found that can be erased.");
    return;
  }
  const question = '\nErase it for good? Nothing brings it back. Only "yes" erases it: ';
  if (!yes && (await ask(question)) !== "yes") {
    say("Nothing was erased.");
    return;
  }
  onSignal(() => {
    say("Stopped half-way. Run it again: it finds what is left.");
    return Promise.resolve(130);
  });
  const faults = await erase(clients, places, caller, found);
  if (faults.length === 0) {
    say("Erased. That nothing is left shows a second run.");
    return;
  }
  say(`Erased, but for this:\n${faults.map((each) => `  ${each}`).join("\n")}`);
  say(`Mend that (${PAGE} says which permissions it takes), and run it again.`);
  process.exitCode = 1;
}

async function numberIn(text: string): Promise<string> {
  try {
    return (await readPhoneNumber(text)).e164;
  } catch (error) {
    if (!(error instanceof PhoneNumberError)) throw error;
    // Its message quotes the number.
    throw new OperatorError("the number must be in E.164, such as +13025550123");
  }
}

function parseContact(id: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id.toLowerCase();
  throw new InvalidArgumentError("it must be a contact's id, as Amazon Connect shows it.");
}

function parseDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (day <= new Date() && day.toISOString().slice(0, 10) === text) return day;
  throw new InvalidArgumentError("it must be a day that was, as YYYY-MM-DD.");
}

function monthsAgo(months: number): Date {
  const then = new Date();
  then.setUTCMonth(then.getUTCMonth() - months);
  return then;
}
