import "./support/broken-source";

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { Argument, Command, InvalidArgumentError, Option } from "commander";

import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { OperatorError } from "../sandbox/machine/errors";
import { createClients } from "./support/clients";
import { placesOf } from "./support/places";
import { fetchFiles } from "./report/bucket-records";
import { reportCsv } from "./report/csv";
import type { Report, Scope } from "./report/figures";
import { reportJson } from "./report/json";
import { reportPage } from "./report/page";
import { type RecordFile, recordFiles } from "./report/record-files";
import { inScratch, reportOn } from "./report/run-report";
import { reportTables } from "./report/tables";
import { openInBrowser } from "./support/open-in-browser";
import { checkAccount } from "./support/account";
import { showProgress } from "./support/progress";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { complain, say } from "./support/terminal";

interface Options {
  readonly records?: string;
  readonly from?: string;
  readonly to?: string;
  readonly timeZone: string;
  readonly serviceLevel: number;
  readonly json?: true;
  readonly csv?: true;
  readonly page?: string;
  readonly open?: true;
}

const PAGE = "docs/reporting.md";

/** Faults that are shown; the others are counted. */
const SHOWN_FAULTS = 20;

/** How far back a report goes into the bucket, unless --from says it. */
const DAYS = 7;

// Options are parsed while this file is still being read.
const DAY = 24 * 60 * 60 * 1000;

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const dayAfter = (day: string): string => dayOf(Date.parse(day) + DAY);
const daysAgo = (days: number): string => dayOf(Date.now() - days * DAY);

const [hours] = KWGLOBAL.hoursOfOperation;

const program = new Command("npm run report --")
  .description(
    "Report contacts by queue, agent, half hour, weekday and key, from contact records, and scores by agent and question, from evaluations.",
  )
  .addArgument(
    new Argument("[environment]", "whose bucket is read; not needed with --records").choices(
      ENVIRONMENT_NAMES,
    ),
  )
  .option(
    "--records <folder>",
    "read contact records and exported evaluations from this folder, without AWS",
  )
  .option(
    "--from <day>",
    `the first day that counts, YYYY-MM-DD (default: ${DAYS} days ago; with --records, the first there is)`,
    parseDay,
  )
  .option("--to <day>", "the last day that counts, YYYY-MM-DD", parseDay)
  .option("--time-zone <zone>", "of days and half hours", parseZone, hours?.timeZone ?? "UTC")
  .option("--service-level <seconds>", "in which contacts should leave the queue", parseSeconds, 20)
  .addOption(new Option("--json", "print JSON, for other tools").conflicts("csv"))
  .option("--csv", "print CSV, with all figures")
  .option("--page <file>", "write a page with charts, too")
  .option("--open", "open that page in the browser")
  .addHelpText("after", `\nWhat each figure counts, and where AWS defines it: ${PAGE}`)
  .action((environment: string | undefined, options: Options) =>
    run(() => report(environment, options)),
  );

void program.parseAsync();

async function report(name: string | undefined, options: Options): Promise<void> {
  const { records, from, to } = options;
  if (from !== undefined && to !== undefined && from > to)
    program.error(`error: --from ${from} must not be after --to ${to}`);
  if (records !== undefined) {
    const files = await recordFiles(records);
    if (files.length === 0) complain(`${records}: there are no files in it`);
    await show(await answerFrom(files, scopeOf(options)), records, options);
    return;
  }
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined)
    return program.error("error: name an environment, or a folder with --records");
  const since = from ?? daysAgo(DAYS);
  const { s3, sts } = createClients(environment.region);
  await checkAccount(sts, environment);
  const { bucket, recordFolders, evaluationFolder: evaluations } = placesOf(KWGLOBAL, environment);
  const [folder = ""] = recordFolders;
  await inScratch(async (scratch) => {
    const source = { s3, name: bucket, records: folder, evaluations };
    const files = await fetchFiles(source, since, scratch, (count, all) => {
      showProgress(`fetched ${count} of ${all} files …`);
    });
    showProgress("");
    if (files.length === 0)
      throw new OperatorError(
        `there are no contact records in s3://${bucket}/${folder} since ${since}: is reporting.contactRecords on, and applied? (${PAGE})`,
      );
    const scope = { ...options, from: since };
    await show(await answerFrom(files, scopeOf(scope)), environment.name, scope);
  });
}

async function answerFrom(files: readonly RecordFile[], scope: Scope): Promise<Report> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let faults = 0;
  const answered = await reportOn(files, scope, {
    onFault: (fault) => {
      if (++faults > SHOWN_FAULTS) return;
      showProgress("");
      complain(`skipped: ${fault}`);
    },
    onProgress: (bytes) => {
      showProgress(`read ${((100 * bytes) / Math.max(all, 1)).toFixed(0)} % …`);
    },
  });
  showProgress("");
  if (faults > SHOWN_FAULTS) complain(`skipped: ${faults - SHOWN_FAULTS} more like these`);
  return answered;
}

async function show(answered: Report, source: string, options: Options): Promise<void> {
  const { json, csv, page, open } = options;
  if (json === true) say(reportJson(answered));
  else if (csv === true) process.stdout.write(reportCsv(answered));
  else say(reportTables(answered));
  if (page === undefined && open === undefined) return;
  const file = resolve(page ?? join(await mkdtemp(join(tmpdir(), "report-")), "report.html"));
  await writeFile(file, reportPage(answered, titleOf(source, options)));
  complain(`wrote ${file}`);
  if (open === true) await openInBrowser(file);
}

function titleOf(source: string, { from, to }: Options): string {
  const days = [from && ` from ${from}`, to && ` to ${to}`].filter(Boolean).join("");
  return `Contacts of ${source}${days}`;
}

function scopeOf({ from, to, timeZone, serviceLevel }: Options): Scope {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: dayAfter(to) }),
    timeZone,
    serviceLevelSeconds: serviceLevel,
  };
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (!Number.isNaN(day.getTime()) && dayOf(day.getTime()) === text) return text;
  throw new InvalidArgumentError("it must be a day, as YYYY-MM-DD.");
}

function parseZone(text: string): string {
  if (Intl.supportedValuesOf("timeZone").includes(text) || text === "UTC") return text;
  throw new InvalidArgumentError("it must be a time zone's name, such as America/Los_Angeles.");
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  // AWS's own limit for a service level: 7 days.
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= 604_800) return seconds;
  throw new InvalidArgumentError("it must be whole seconds, from 1 to 604800.");
}
