import { Command, InvalidArgumentError, Option } from "commander";

import { FLOW_TYPES, type FlowType } from "../contact-flow/flow";
import { TemplateError } from "../contact-flow/template";
import { calls, type CallsOptions } from "./flows/calls";
import { diff, type DiffOptions } from "./flows/diff";
import { draw, type DrawOptions } from "./flows/draw";
import { facts, type FactsOptions } from "./flows/facts";
import { UserError } from "./flows/files";
import { lint, type LintOptions } from "./flows/lint";
import { run as call } from "./flows/run";
import type { RunOptions } from "./flows/run-options";
import { survey, type SurveyOptions } from "./flows/survey";
import { lintWhileWatching } from "./flows/watch";
import { verify, type VerifyOptions } from "./flows/verify";
import { run } from "./support/run";
import { say } from "./support/terminal";

function flowType(text: string): FlowType {
  const type = FLOW_TYPES.find((known) => known === text);
  if (type === undefined) {
    throw new InvalidArgumentError(`must be one of ${FLOW_TYPES.join(", ")}`);
  }
  return type;
}

const list = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** The command line of `npm run flows`. */
function flowsCommand(): Command {
  const command = new Command("npm run flows --").description(
    "check, call, draw and compare Amazon Connect flows: ours, or any export of describe-contact-flow",
  );
  command
    .command("lint")
    .argument("<path...>", "flow files, or directories for all .json in them")
    .option("--json", "an array of {file, rule, level, action, path, message}")
    .option("--strict", "errors where an export from a live instance would only be warned about")
    .option("--type <type>", "the flow type, where the file does not tell", flowType)
    .description("find what Amazon Connect would refuse, and what callers would suffer")
    .addOption(new Option("--watch", "again after each save, until Ctrl-C").conflicts("json"))
    .action(async (paths: string[], options: LintOptions & { readonly watch?: true }) => {
      if (options.watch === true) await lintWhileWatching(paths, options, say);
      else process.exitCode = lint(paths, options, say);
    });
  command
    .command("run")
    .argument("<file>", "a flow")
    .option(
      "--keys <keys>",
      "keys to press in place of a keyboard; w waits a minute, a lets the agent act, h hangs up",
    )
    .option("--at <moment>", "when the call comes in, such as 2026-11-24T10:00; now by default")
    .option("--time-zone <zone>", "of --at and of the office hours", "America/Los_Angeles")
    .option("--from <number>", "the caller's number", "+13025550123")
    .option(
      "--with <file>",
      "a further flow, such as the customer queue flow; may be repeated",
      list,
    )
    .option("--lambda <name=answer>", "JSON or a JSON file, fails, timesOut; may be repeated", list)
    .option("--attribute <name=value>", "of the contact; may be repeated", list)
    .option("--fail <block=error>", "a block that fails, NoMatchingError by default", list)
    .description(
      "make a call in the terminal: to a template with KWGlobal's values, or to any other flow; its queues are open on weekdays from 9 to 18",
    )
    .action(async (file: string, options: RunOptions) => {
      process.exitCode = await call(file, options, say);
    });
  command
    .command("calls")
    .argument("<file>", "a flow")
    .option("--with <file>", "a further flow, such as a module; may be repeated", list)
    .option("-o, --output <file>", "the test file to write; printed by default")
    .description(
      "propose named calls: searches keys, hours, answers and errors until every transition is taken",
    )
    .action((file: string, options: CallsOptions) => calls(file, options, say));
  command
    .command("draw")
    .argument("<file>", "a flow")
    .option("-o, --output <file>", "where to; printed by default")
    .option("--mermaid", "Mermaid text in place of SVG")
    .description("draw a flow")
    .action((file: string, options: DrawOptions) => draw(file, options, say));
  command
    .command("diff")
    .argument("<old>", "a flow")
    .argument("<new>", "a later version of it")
    .option("--json", "an array of {kind, action, lines}")
    .description("what changed, block by block")
    .action((before: string, after: string, options: DiffOptions) => {
      diff(before, after, options, say);
    });
  command
    .command("facts")
    .addOption(new Option("--json", "for other tools").conflicts("write"))
    .option("--write", "write docs/facts.md and docs/catalog.json")
    .description("what is taken to be so of Amazon Connect, where it comes from and how sure it is")
    .action((options: FactsOptions) => {
      facts(options, say);
    });
  command
    .command("survey")
    .argument("<folder>", "checkouts of repositories, each in a folder OWNER+NAME")
    .option("--write", "write how many flows have what, for docs/facts.md")
    .description("lint, call and draw every flow of other people's repositories: does any break?")
    .action(async (folder: string, options: SurveyOptions) => {
      process.exitCode = await survey(folder, options, say);
    });
  command
    .command("verify")
    .argument("<path...>", "flows with their ids filled in")
    .requiredOption("--instance-id <id>", "the instance that judges them")
    .option("--region <region>", "its Region; AWS_REGION by default")
    .description(
      "let Amazon Connect itself judge flows, each in a scratch flow that is deleted again",
    )
    .action(async (paths: string[], options: VerifyOptions) => {
      process.exitCode = await verify(paths, options, say);
    });
  return command;
}

/** Runs the command line. */
async function main(): Promise<void> {
  try {
    await flowsCommand().parseAsync();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new UserError(error.message, "mend the template, and try again");
  }
}

void run(main);
