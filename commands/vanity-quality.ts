import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Command } from "commander";

import { quality, RANDOM_NUMBERS, type Quality } from "../bench/vanity/quality";
import { run } from "./support/run";
import { say } from "./support/terminal";

/** The figures and choices that were last written down: a change is told against them. */
const FILE = join(__dirname, "..", "bench", "vanity", "quality-record.json");

void new Command("npm run vanity:quality --")
  .description(
    "Tell how good the vanity numbers are: real companies' numbers, random ones, and what has changed since it was last written down.",
  )
  .option("--write", "write the figures and choices down, to be compared with next time", false)
  .action(({ write }: { write: boolean }) =>
    run(() => {
      tell(write);
    }),
  )
  .parseAsync();

function tell(write: boolean): void {
  const before = JSON.parse(readFileSync(FILE, "utf8")) as Quality;
  const now = quality();
  const { length } = Object.keys(now.choices);
  const row = (figure: string, was: string, name: string): void => {
    say(`  ${figure.padStart(7)}  ${name}${figure === was ? "" : `  (was ${was})`}`);
  };
  say(`Of ${length} real numbers, their companies' own spelling`);
  row(String(now.first), String(before.first), "comes first");
  row(String(now.inFive), String(before.inFive), "is one of the five");
  say(
    `\nOf ${RANDOM_NUMBERS.toLocaleString("en")} random numbers without a company, the first choice has (or the five have)`,
  );
  const percent = (share = 0): string => `${(100 * share).toFixed(1)} %`;
  for (const [name, share] of Object.entries(now.reading))
    row(percent(share), percent(before.reading[name]), name);
  for (const [name, five] of Object.entries(now.choices)) {
    const [is, was] = [five.join(", "), before.choices[name]?.join(", ") ?? "not measured"];
    if (is !== was) say(`\n${name}\n  now  ${is}\n  was  ${was}`);
  }
  if (write) writeFileSync(FILE, `${JSON.stringify(now, undefined, 2)}\n`);
  say(
    write
      ? `\nwritten down: ${relative(process.cwd(), FILE)}`
      : "\nNext: --write if this is better, and commit it with the weights.",
  );
}
