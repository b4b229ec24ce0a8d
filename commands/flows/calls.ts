import { writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

import { format, resolveConfig } from "prettier";

import { momentOf } from "../../contact-flow/hours";
import { type Proposal, proposeCalls } from "../../contact-flow/simulation";
import { flowFile, flowFiles, UserError } from "./files";
import { instanceAround } from "./stand-in";

/** What `flows calls` may be told. */
export interface CallsOptions {
  /** Further flows: modules, and flows that it transfers to. */
  readonly with?: readonly string[];
  /** The test file to write; printed by default. */
  readonly output?: string;
}

const PROJECT = join(__dirname, "..", "..");
/** Where our named calls are; what is printed can be saved beside them. */
const BESIDE = join(PROJECT, "__tests__", "contact-flow", "simulation", "proposed.test.ts");

/** In office hours, on a day that is no holiday. */
const AT = "2026-11-24T10:00";
const TIME_ZONE = "UTC";

/** The call that makes the flow's center in a test; its files stand as they were named. */
function centerCode(path: string, others: readonly string[]): string {
  const files = others.map((file) => JSON.stringify(file)).join(", ");
  return `instanceAround(flowFile(${JSON.stringify(path)}), flowFiles([${files}]), "${TIME_ZONE}")`;
}

/** The test file: the center, and a test a call. */
function testFile(file: string, path: string, others: readonly string[], name: string) {
  const imported = (module: string): string =>
    relative(dirname(file), join(PROJECT, ...module.split("/")))
      .split(sep)
      .join("/");
  return (calls: readonly string[]): string =>
    [
      `import { flowFile, flowFiles } from "${imported("commands/flows/files")}";`,
      `import { instanceAround } from "${imported("commands/flows/stand-in")}";`,
      `import { dial } from "${imported("contact-flow/simulation")}";`,
      "",
      `const center = ${centerCode(path, others)};`,
      "",
      `describe(${JSON.stringify(`A call to ${name}`)}, () => {`,
      calls.map((call) => call.trimEnd().replace(/^(?=.)/gm, "  ")).join("\n\n"),
      "});",
      "",
    ].join("\n");
}

/** How much the calls take of the flow, and why not the rest. */
function verdict({ calls, coverage, misses }: Proposal): string[] {
  const taken = coverage.reduce((sum, flow) => sum + flow.taken, 0);
  const total = coverage.reduce((sum, flow) => sum + flow.total, 0);
  const told = misses.map(({ action, block, label, why }) => {
    const exit = label === "" ? "" : ` → ${label}`;
    return `  not taken: "${action}" (${block})${exit}: ${why}`;
  });
  const counted = calls.length === 1 ? "1 call takes" : `${calls.length} calls take`;
  return [`${counted} ${taken} of ${total} transitions`, ...told];
}

const comment = (lines: readonly string[]): string =>
  lines.map((line) => `// ${line}`.trimEnd()).join("\n");

/**
 * Proposes named calls that take every transition of a flow that can be found, each of which has been made.
 * @throws UserError for a template of ours, which has its named calls
 */
export async function calls(
  path: string,
  options: CallsOptions,
  print: (text: string) => void,
): Promise<void> {
  const main = flowFile(path);
  if (main.origin === "template") {
    throw new UserError(
      `${path} is a template of ours, whose named calls are in __tests__/contact-flow/simulation`,
      "npm run test:fast says which transitions they take; npm run mutants -- flow what they miss",
    );
  }
  const files = options.with ?? [];
  const others = flowFiles(files);
  const center = instanceAround(main, others, TIME_ZONE);
  const at = momentOf(AT, TIME_ZONE);
  if (options.output !== undefined) print(`searching calls of ${main.name} …`);
  const proposal = proposeCalls(center, { flow: "main", flows: ["main"], at, timeZone: TIME_ZONE });
  const told = verdict(proposal);
  const target = options.output === undefined ? BESIDE : resolve(options.output);
  const code = testFile(target, path, files, main.name)(proposal.calls);
  const test = await format(code, { ...(await resolveConfig(BESIDE)), filepath: target });
  if (options.output === undefined) {
    print(`${test}${comment(told)}`);
    return;
  }
  writeFileSync(target, test);
  for (const line of told) print(line);
  print(
    `wrote ${options.output}\nnext: read what each call hears, and run npx mocha ${options.output}`,
  );
}
