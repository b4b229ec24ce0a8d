import { Command, InvalidArgumentError } from "commander";
import { KWGLOBAL } from "../kwglobal";
import { run } from "./support/run";
import { encodingNamed } from "./vanity/encoding";
import { makeList } from "./vanity/list";
import { makeOne } from "./vanity/one";
import { ownWordsOf } from "./vanity/own-words";

interface Options {
  readonly json: boolean;
  readonly file?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly out?: string;
  readonly rejects?: string;
  readonly record?: string;
}

/** The exit status of a list that is done, of which rows are left to mend. */
const SOME_REJECTED = 2;

const EXAMPLES = `
Examples:
  npm run vanity -- "+13029856970" "KWGlobal"
  npm run vanity -- --json "+18003569377" "1-800-Flowers.com"
  npm run vanity -- --file clients.csv --out clients.vanity.csv
  npm run vanity -- --file clients.csv --out clients.vanity.jsonl --json --record cus-phone-vanity-number

clients.csv needs a header line with the columns phone and companyName. With requestedAt (2026-11-27T08:30:00Z) and --record
an older name never overwrites a newer one; other columns are left out. The list is UTF-8, or says so itself, with commas,
semicolons, tabs or bars between its cells. A bad row never stops the others.
A list that was interrupted goes on where it stopped: run the same command again.
Words that the center's value forbids or allows (vanityNumbers.words in kwglobal.ts) count here, too.

Exit status: 0, all numbers were made; 1, the command failed; ${SOME_REJECTED}, a list is done, and rows of it were rejected.`;

const program = new Command("npm run vanity --")
  .description("Make the five best vanity numbers of a phone number, or of each one in a list.")
  .argument("[phone]", "E.164 of any country, or a US number as people write it")
  .argument("[companyName]", "as the company writes it", "")
  .option("--json", "print JSON; with --file one object a line", false)
  .option("--file <clients.csv>", "a list of any length with columns phone and companyName")
  .option("--encoding <name>", "the list's, if not UTF-8: windows-1252, utf-16le, …", encoding)
  .option(
    "--delimiter <character>",
    "what parts a list's cells, or tab (default: told by its first line)",
    delimiter,
  )
  .option("--out <file>", "where a list's results go (default: the terminal)")
  .option("--rejects <file>", "where a list's bad rows go (default: <out>.rejects.csv)")
  .option("--record <table>", "also write a list's results to this DynamoDB table", tableName)
  .addHelpText("after", EXAMPLES)
  .action((phone: string | undefined, companyName: string, options: Options) =>
    run(() => vanity(phone, companyName, options)),
  );

void program.parseAsync();

function tableName(text: string): string {
  if (/^[\w.-]{3,255}$/.test(text)) return text;
  throw new InvalidArgumentError("it must be a table's name: 3 to 255 letters, digits, _ . -");
}

function encoding(label: string): string {
  const name = encodingNamed(label);
  if (name !== undefined) return name;
  throw new InvalidArgumentError(
    "it must be an encoding's name, such as windows-1252 or utf-16le.",
  );
}

function delimiter(text: string): string {
  if (text === "tab" || text === "\\t") return "\t";
  if (/^[^\w\s"+]$/.test(text) || text === "\t") return text;
  throw new InvalidArgumentError("it must be one character, such as ; or the word tab.");
}

async function vanity(
  phone: string | undefined,
  companyName: string,
  options: Options,
): Promise<void> {
  const ownWords = ownWordsOf(KWGLOBAL.vanityNumbers.words);
  if (options.file !== undefined && phone === undefined) {
    const rejected = await makeList({ ...options, file: options.file, ownWords });
    if (rejected > 0) process.exitCode = SOME_REJECTED;
    return;
  }
  if (options.file === undefined && phone !== undefined) {
    for (const name of ["out", "rejects", "record", "encoding", "delimiter"] as const)
      if (options[name] !== undefined) program.error(`error: --${name} goes with --file`);
    await makeOne(phone, companyName, options.json, ownWords);
    return;
  }
  program.error(
    'error: give either one phone number, as in  npm run vanity -- "+13029856970" "KWGlobal",  or --file clients.csv',
  );
}
