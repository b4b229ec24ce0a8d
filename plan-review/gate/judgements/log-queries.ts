/** A command that chooses log groups, at the start of a query, after a pipe or in a query within it. */
const SOURCE = /^\s*SOURCE\b|\|\s*SOURCE\b|\(\s*SOURCE\s+["'`l]/i;

/** Such a command as CloudWatch writes it before the query of a dashboard. */
const LEADING = /^\s*SOURCE\s+'([^']*)'\s*(?:\||$)/;

const COMMENT = /^\s*#.*/gm;

/**
 * Whether a query names log groups itself, whatever is chosen beside it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html
 */
export function choosesLogs(query: string): boolean {
  return SOURCE.test(query.replace(COMMENT, ""));
}

/**
 * Commands that find, choose or count entries. `SOURCE` is judged by itself; `unmask` shows what a data
 * protection policy masks.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
const COMMANDS: readonly string[] = [
  ...["anomaly", "dedup", "diff", "display", "fields", "filter", "filterindex", "limit", "parse"],
  ...["pattern", "sort", "source", "stats", "unnest"],
];

/** A regular expression, where one may stand, or a text: a `|` in it begins no command. */
const LITERAL =
  /(?:(?<=\b(?:like|parse(?:\s+[@\w.]+)?)\s*)|(?<==~\s*))\/(?:\\.|[^\\/\n])*\/|(["'`])(?:\\.|(?!\1)[^\\])*\1/gi;

/**
 * What a query does that isn't known to be harmless: the names of commands, and `unmask` anywhere, since it
 * is a function, too.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Unmask.html
 */
export function unknownCommands(query: string): readonly string[] {
  const text = query.replace(COMMENT, "");
  const commands = text
    .replace(LITERAL, " text ")
    .split("|")
    .flatMap((command) => /[\w@]+/.exec(command.toLowerCase()) ?? [])
    .filter((command) => !COMMANDS.includes(command));
  return [...new Set([...commands, ...(/\bunmask\b/i.test(text) ? ["unmask"] : [])])];
}

/** The log groups that a dashboard's query looks at; undefined if it isn't written as CloudWatch does it. */
export function logsOf(query: string): readonly string[] | undefined {
  const names: string[] = [];
  let rest = query.replace(COMMENT, "");
  for (let found = LEADING.exec(rest); found; found = LEADING.exec(rest)) {
    names.push(String(found[1]));
    rest = rest.slice(found[0].length);
  }
  return SOURCE.test(rest) ? undefined : names;
}
