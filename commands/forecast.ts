import "./support/broken-source";

import { Argument, Command, InvalidArgumentError, Option } from "commander";

import { deployedCenter } from "./forecast/deployed";
import { readScenario } from "./forecast/files";
import { asJson } from "./forecast/json";
import type { Shape } from "./forecast/simulation/chance";
import { Forecaster } from "./forecast/simulation/forecast";
import { asText } from "./forecast/text";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { say } from "./support/terminal";

/** What `npm run forecast` may be told. */
interface Options {
  readonly calls: string;
  readonly staff: string;
  readonly replications: number;
  readonly seed: number;
  readonly talk: Shape;
  readonly wrap: Shape;
  readonly callbackShare: number;
  readonly within: number;
  readonly timeZone?: string;
  readonly json?: true;
}

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`it must be a whole number from ${least} to ${most}.`);
  };

function shape(text: string): Shape {
  if (text === "exponential" || text === "constant") return { kind: text };
  const [, sigma = ""] = /^lognormal:(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (Number(sigma) > 0 && Number(sigma) <= 3) return { kind: "lognormal", sigma: Number(sigma) };
  throw new InvalidArgumentError(
    "it must be exponential, constant, or lognormal:SIGMA with a standard deviation of the logarithm above 0 to 3, such as lognormal:0.8.",
  );
}

function share(text: string): number {
  const number = Number(text);
  if (/^\d*\.?\d+$/.test(text) && number <= 1) return number;
  throw new InvalidArgumentError("it must be a number from 0 to 1, such as 0.3.");
}

function timeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError("it must be an IANA name, such as America/Los_Angeles.");
  }
}

function forecast(environment: string, options: Options): void {
  const model = deployedCenter(options.timeZone);
  const scenario = readScenario(model, options.calls, options.staff);
  const { talk, wrap, callbackShare, within: withinSeconds } = options;
  const assumptions = { talk, wrap, callbackShare, withinSeconds };
  const forecaster = new Forecaster(
    model,
    scenario,
    assumptions,
    options.replications,
    options.seed,
  );
  const result = forecaster.forecast();
  say(options.json === true ? asJson(result) : asText(result, environment, options));
}

const FILES = `
calls.csv   start,queue,calls,talk_seconds,wrap_seconds,patience_seconds
            key in place of queue: the call goes through the flow, and the caller presses that
            an empty patience_seconds: the caller never gives up
staff.csv   start,routing_profile,agents
Each row is half an hour that begins at start, in local time: 2026-11-24T09:00.
docs/forecast.md says what is simulated, and what is not.`;

void new Command("npm run forecast --")
  .description("What service will a staffing give? A simulation of the center as it is deployed.")
  .addArgument(new Argument("<environment>", "whose center").choices(ENVIRONMENT_NAMES))
  .requiredOption("--calls <calls.csv>", "the calls that are expected")
  .requiredOption("--staff <staff.csv>", "who is at work")
  .option("--json", "the figures as an object, for other tools")
  .option(
    "--replications <number>",
    "how often the time is simulated: more make the intervals narrower",
    wholeNumber(1, 10_000),
    20,
  )
  .option("--seed <number>", "the same seed gives the same figures", wholeNumber(0, 999_999_999), 1)
  .addOption(
    new Option(
      "--talk <distribution>",
      "exponential, constant or lognormal:SIGMA, around the mean of each row",
    )
      .argParser(shape)
      .default({ kind: "exponential" }, "exponential"),
  )
  .addOption(
    new Option("--wrap <distribution>", "the same of after-contact work")
      .argParser(shape)
      .default({ kind: "exponential" }, "exponential"),
  )
  .option(
    "--callback-share <share>",
    "of the callers who are offered a callback, how many take it each time",
    share,
    0.3,
  )
  .option(
    "--within <seconds>",
    "what is answered within so many seconds counts for the service level",
    wholeNumber(0, 3600),
    20,
  )
  .option("--time-zone <zone>", "of the files; that of the hours of operation by default", timeZone)
  .addHelpText("after", FILES)
  .action((environment: string, options: Options) =>
    run(() => {
      forecast(environment, options);
    }),
  )
  .parseAsync();
