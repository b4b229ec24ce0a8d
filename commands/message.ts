import "./support/broken-source";

import { Argument, Command } from "commander";

import type { Environment, MessageValue } from "../constructs/value/contact-center-value";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { OperatorError } from "../sandbox/machine/errors";
import { LiveMessage, type MessageState } from "./message/live-message";
import { messageText } from "./message/message-text";
import { faultsOf } from "./message/text";
import { closedUntil, readUntil, type Until, UntilError } from "./message/until";
import { checkAccount } from "./support/account";
import { ask } from "./support/ask";
import { createClients } from "./support/clients";
import { instanceIdOf } from "./support/instance-id";
import { placesOf } from "./support/places";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { complain, say } from "./support/terminal";

interface Options {
  readonly until?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

type Action = "on" | "off" | "show";

const PAGE = "docs/how-to/tell-callers.md";

void new Command("npm run message --")
  .description(
    "Say something to callers before the menu, from now on and until a time, without an apply.",
  )
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .addArgument(new Argument("<action>").choices(["on", "off", "show"]))
  .argument("[text]", "with on: what callers hear, in plain words")
  .option(
    "--until <time>",
    'with on: when it ends by itself, on the center\'s clock: 14:00 today, or "2026-11-28 14:00"',
  )
  .option("--yes", "switch on without asking")
  .option("--json", "print what callers hear as JSON")
  .addHelpText(
    "after",
    `
Examples:
  npm run message -- prod on "Because of snow we are fewer than usual. Please be patient." --until 14:00
  npm run message -- prod show
  npm run message -- prod off

It takes effect with the next call. When to use it, and which permissions it takes: ${PAGE}`,
  )
  .action((name: string, action: Action, text: string | undefined, options: Options) =>
    run(() => switchMessage(name, action, text, options)),
  )
  .parseAsync();

async function switchMessage(
  name: string,
  action: Action,
  text: string | undefined,
  options: Options,
): Promise<void> {
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined) throw new Error(`there is no environment ${name}`);
  const { message } = KWGLOBAL;
  if (message === undefined) {
    throw new OperatorError(
      "the center has no message: set message in kwglobal.ts, and apply it once",
    );
  }
  const wanted = action === "on" ? wantedOf(text, options, message) : undefined;
  if (action !== "on") refuseLeftovers(action, text, options);
  const { live, instanceId } = await find(environment, message);
  if (wanted !== undefined) {
    await switchOn({ live, wanted, environment, instanceId, options });
  } else if (action === "off") {
    await switchOff(live, environment, options);
  } else {
    show(environment, await live.read(Date.now()), message, options);
    if (options.json !== true) say(`\nnext: ${nextOf(environment)}`);
  }
}

/** What was asked for; all that is wrong with it at once. */
function wantedOf(
  text = "",
  { until, yes = false, json = false }: Options,
  { timeZone }: MessageValue,
): { text: string; until: Until; timeZone: string } {
  const spoken = text.trim().normalize("NFC");
  const faults = faultsOf(spoken).map((fault) => `the text ${fault}`);
  let end: Until | undefined;
  try {
    if (until === undefined) {
      faults.push(
        "--until must say when the message ends, such as --until 14:00: none is to outlive its reason",
      );
    } else {
      end = readUntil(until, Date.now(), timeZone);
    }
  } catch (error) {
    if (!(error instanceof UntilError)) throw error;
    faults.push(`--until ${error.message}`);
  }
  if (!yes && (json || !process.stdin.isTTY)) {
    faults.push(
      json
        ? "--json asks nothing: add --yes"
        : "on asks before callers hear it, and there is no terminal to answer it: add --yes",
    );
  }
  if (faults.length > 0 || end === undefined) throw new OperatorError(faults.join("\n       "));
  return { text: spoken, until: end, timeZone };
}

function refuseLeftovers(action: Action, text: string | undefined, { until }: Options): void {
  if (text === undefined && until === undefined) return;
  throw new OperatorError(`${action} takes neither a text nor --until: only on does`);
}

async function find(environment: Environment, { name }: MessageValue) {
  const { connect, sts } = createClients(environment.region);
  await checkAccount(sts, environment);
  const { instanceAlias } = placesOf(KWGLOBAL, environment);
  const instanceId = environment.instanceId ?? (await instanceIdOf(connect, instanceAlias));
  return { live: await LiveMessage.of(connect, instanceId, name), instanceId };
}

interface Wanted {
  readonly live: LiveMessage;
  readonly wanted: ReturnType<typeof wantedOf>;
  readonly environment: Environment;
  readonly instanceId: string;
  readonly options: Options;
}

async function switchOn({ live, wanted, environment, instanceId, options }: Wanted): Promise<void> {
  const { text, until, timeZone } = wanted;
  const now = Date.now();
  if (options.json !== true) {
    const before = await live.read(now);
    if (before.on) say(`At present: ${messageText(before, now, timeZone)}\n`);
    say(`${environment.name}, instance ${instanceId}.`);
    say(messageText({ on: true, text, until: until.moment }, now, timeZone));
  }
  if (
    options.yes !== true &&
    (await ask('\nHave callers hear it? Only "yes" does it: ')) !== "yes"
  ) {
    say("Nothing was changed.");
    return;
  }
  await live.switchOn(text, closedUntil(until, now, timeZone));
  if (options.json === true) {
    printJson(environment, await live.read(Date.now()));
    return;
  }
  say("\nIt is on: whoever calls from now on hears it.");
  say(
    `next: call the number and listen; npm run message -- ${environment.name} off ends it sooner`,
  );
}

async function switchOff(
  live: LiveMessage,
  environment: Environment,
  options: Options,
): Promise<void> {
  const before = await live.read(Date.now());
  await live.switchOff();
  if (options.json === true) {
    printJson(environment, await live.read(Date.now()));
    return;
  }
  say(before.on ? "It is off: callers hear the menu at once." : "It was off, and is.");
  if (before.on && before.text !== undefined) say(`Callers heard: "${before.text}"`);
  say(`next: ${nextOf(environment)}`);
}

function show(
  environment: Environment,
  state: MessageState,
  { timeZone }: MessageValue,
  { json }: Options,
): void {
  if (json === true) printJson(environment, state);
  else say(messageText(state, Date.now(), timeZone));
}

function printJson({ name }: Environment, { on, text, until }: MessageState): void {
  const shown = {
    environment: name,
    on,
    ...(on && { text: text ?? null }),
    ...(on && { until: until === undefined ? null : new Date(until).toISOString() }),
  };
  process.stdout.write(`${JSON.stringify(shown, undefined, 2)}\n`);
  if (on && text === undefined) {
    complain("the flow module holds something that npm run message didn't write");
  }
}

const nextOf = ({ name }: Environment): string =>
  `npm run message -- ${name} on "…" --until 14:00 has callers hear something`;
