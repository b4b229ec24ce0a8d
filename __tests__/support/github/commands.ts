/** Commands that the runner of a workflow knows; of other words it takes no notice. */
const KNOWN =
  "add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|notice|remove-matcher|save-state|set-env|set-output|stop-commands|warning".split(
    "|",
  );

/** A command that a line of a log holds. */
export interface LogCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/**
 * The commands in a step's log that the runner would obey, as its source reads them: `::name …::` at the
 * beginning of a line, spaces of any kind before it, or `##[name …]` anywhere; between `stop-commands` and
 * its word none.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs
 */
export function commandsIn(log: string): LogCommand[] {
  const found: LogCommand[] = [];
  let word: string | undefined;
  for (const line of log.split(/\r\n|[\r\n]/)) {
    const command = parse(line, word);
    if (command === undefined) continue;
    if (word !== undefined) {
      if (command.name === word) word = undefined;
      continue;
    }
    if (command.name === "stop-commands") word = command.data.toLowerCase();
    else found.push(command);
  }
  return found;
}

function parse(line: string, word: string | undefined): LogCommand | undefined {
  const known = (name: string) => KNOWN.includes(name) || name === word;
  const [, first, data = ""] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  const [, old, oldData = ""] = /##\[(.*?)\](.*)$/s.exec(line) ?? [];
  for (const [information, value] of [[first, data] as const, [old, oldData] as const]) {
    const [, name = "", rest = ""] = /^(\S*) ?(.*)$/s.exec(information ?? "") ?? [];
    if (information === undefined || !known(name.toLowerCase())) continue;
    const properties = rest.split(/[,;]/).map((each) => each.trim().split(/=(.*)/s));
    return {
      name: name.toLowerCase(),
      properties: Object.fromEntries(properties as [string, string][]),
      data: value,
    };
  }
  return undefined;
}
