import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

import { Command, Option } from "commander";
import { execa } from "execa";

import { stackName } from "../constructs/stack-names";
import { checkContactCenter } from "../constructs/validation/check-contact-center";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { machineEnvironment } from "../sandbox/machine/environment";
import { readStack } from "../sandbox/terraform/stack";
import { type Block, Configuration } from "./docs/configuration";
import { callThrough } from "./docs/call-through";
import { callThroughPage } from "./docs/call-through-page";
import { asBuilt } from "./docs/document";
import { flowsOf } from "./docs/flows";
import { flowPictures } from "./docs/pictures";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES, PROJECT, synthesize } from "./support/stacks";
import { complain, say } from "./support/terminal";

/** Where the committed pictures stand, and beside them the document. */
const DOCS = join(PROJECT, "docs");

/** The commit that is documented, with its date; undefined where git doesn't tell. */
async function edition(): Promise<string | undefined> {
  const env = machineEnvironment(process.env);
  const git = (...args: string[]) =>
    execa("git", args, { cwd: PROJECT, env, extendEnv: false, reject: false });
  const { stdout: commit, failed, stderr } = await git("log", "-1", "--format=%h of %cs");
  if (stderr.includes("dubious ownership")) {
    complain(
      "the document names no commit, since the checkout is somebody else's: run it as that user, or trust it with git config --global --add safe.directory <folder>",
    );
  }
  const { stdout: changes } = await git("status", "--porcelain", "--untracked-files=no");
  if (failed) {
    return undefined;
  }
  return changes === "" ? `commit ${commit}` : `commit ${commit} with changes since`;
}

async function save(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  say(`wrote ${relative(process.cwd(), file)}`);
}

async function docs({
  environment,
  output = join(DOCS, "as-built.html"),
}: {
  environment: string;
  output?: string;
}): Promise<void> {
  const synthesized = join(PROJECT, "cdktf.out");
  await synthesize(synthesized);
  const stack = await readStack(join(synthesized, "stacks", stackName(environment)));
  const configuration = new Configuration(stack as Block);
  const edited = await edition();
  const accepted = ENVIRONMENTS.filter(({ name }) => name === environment).flatMap(
    (each) => checkContactCenter(KWGLOBAL, each).accepted,
  );
  await save(output, await asBuilt(configuration, edited, accepted));
  const calls = callThrough(KWGLOBAL, flowsOf(configuration));
  const { company } = KWGLOBAL;
  await save(
    join(dirname(output), "call-through.html"),
    callThroughPage(calls, { company, environment, edition: edited }),
  );
  for (const [name, picture] of await flowPictures(configuration, KWGLOBAL)) {
    await save(join(DOCS, name), picture);
  }
}

void new Command("npm run docs --")
  .description(
    "document the whole center as it is synthesized: a page to hand out, the calls to make before opening, and the flows' pictures",
  )
  .addOption(
    new Option("-e, --environment <name>", "which environment")
      .choices(ENVIRONMENT_NAMES)
      .default("prod"),
  )
  .option("-o, --output <file>", "the document; docs/as-built.html unless given")
  .action((options: { environment: string; output?: string }) => run(() => docs(options)))
  .parseAsync();
