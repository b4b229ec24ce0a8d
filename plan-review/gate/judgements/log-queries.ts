/** A command that chooses log groups, at the start of a query, after a pipe or in a query within it. */
const SOURCE = /^\s*SOURCE\b|\|\s*SOURCE\b|\(\s*SOURCE\s+["'`l]/i;

/** Such a command as CloudWatch writes it before the query of a dashboard. */
const LEADING = /^\s*SOURCE\s+'([^']*)'\s*(?:\||$)/;

const COMMENT = /^\s*#.*$/gm;

/**
 * Whether a query names log groups itself, whatever is chosen beside it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Source.html
 */
export function choosesLogs(query: string): boolean {
  return SOURCE.test(query.replace(COMMENT, ""));
}

/** The log groups that a dashboard's query looks at; undefined if it isn't written as CloudWatch does it. */
export function logsOf(query: string): readonly string[] | undefined {
  const names: string[] = [];
  let rest = query.replace(COMMENT, "");
  for (let found = LEADING.exec(rest); found; found = LEADING.exec(rest)) {
    names.push(found[1] ?? "");
    rest = rest.slice(found[0].length);
  }
  return SOURCE.test(rest) ? undefined : names;
}
