import "./support/broken-source";

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Argument, Command, InvalidArgumentError, Option } from "commander";

import { deployedCenter } from "./forecast/deployed";
import { readScenario, staffAsCsv } from "./forecast/files";
import { asJson } from "./forecast/json";
import { asPage } from "./forecast/page";
import type { Shape } from "./forecast/simulation/chance";
import { Forecaster } from "./forecast/simulation/forecast";
import type { Scenario } from "./forecast/simulation/model";
import { cheapestStaffing, type Staffing } from "./forecast/simulation/staffing";
import { asText, headingOf } from "./forecast/text";
import { openInBrowser } from "./support/open-in-browser";
import { OperatorError } from "../sandbox/machine/errors";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { complain, say } from "./support/terminal";

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
  /** Per cent. */
  readonly target?: number;
  readonly writeStaff?: string;
  readonly output?: string;
  readonly open?: true;
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

async function forecast(environment: string, options: Options): Promise<void> {
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
  const { forecast: result, staff } = staffed(forecaster, scenario, options.target);
  if (options.writeStaff !== undefined)
    await writeFile(options.writeStaff, staffAsCsv(staff, model));
  const heading = headingOf(environment, result, options);
  const page = await savePage(options, () => asPage(result, heading));
  if (options.json === true) {
    say(asJson(result));
    return;
  }
  say(asText(result, heading));
  if (options.target !== undefined) say(agentsText(staff, options));
  say(
    page === undefined
      ? "next: the same with --open for every half hour, as a page with charts"
      : `wrote ${page}`,
  );
}

/** The staffing of the files, or the cheapest one that reaches the target. */
function staffed(
  forecaster: Forecaster,
  { staff }: Scenario,
  target: number | undefined,
): Staffing {
  if (target === undefined) return { staff, forecast: forecaster.forecast(staff) };
  complain("looking for the fewest agents; for calls through the flow this takes minutes …");
  const found = cheapestStaffing(forecaster, staff, target / 100);
  if (found !== undefined) return found;
  throw new OperatorError(
    `no number of agents reaches ${target} %: give --staff a row for a routing profile that serves each queue in each half hour with calls, without a delay longer than --within`,
  );
}

function agentsText(staff: Scenario["staff"], { target, writeStaff }: Options): string {
  const hours = staff.reduce((sum, { agents }) => sum + agents, 0) / 2;
  const where =
    writeStaff === undefined ? "--write-staff FILE writes them down" : `in ${writeStaff}`;
  return `${hours} agent hours reach ${target ?? 0} % in every half hour: ${where}`;
}

/** Writes the page where it is wanted. @returns the file */
async function savePage(
  { output, open }: Options,
  page: () => string,
): Promise<string | undefined> {
  if (output === undefined && open !== true) return undefined;
  const file = output ?? join(await mkdtemp(join(tmpdir(), "forecast-")), "forecast.html");
  await writeFile(file, page());
  if (open === true) await openInBrowser(pathToFileURL(resolve(file)).href);
  return file;
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
  .option("--open", "a page with charts, in the browser")
  .option("-o, --output <file>", "where the page is written; a temporary folder by default")
  .option("--json", "the figures as an object, for other tools")
  .option(
    "--target <percent>",
    "in place of the agents in --staff the fewest with whom each queue reaches this service level in each half hour",
    wholeNumber(1, 100),
  )
  .option("--write-staff <file>", "write the staffing that was forecast, in the form of --staff")
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
  .action((environment: string, options: Options) => run(() => forecast(environment, options)))
  .parseAsync();
