import "./support/broken-source";

import { readFileSync } from "node:fs";

import { Argument, Command } from "commander";

import type { Environment } from "../constructs/value/contact-center-value";
import { centerTags } from "../constructs/value/tags";
import { TemplateError } from "../contact-flow/template";
import { ENVIRONMENTS, KWGLOBAL } from "../kwglobal";
import { parseRecord } from "../plan-review/instance/record";
import { OperatorError } from "../sandbox/machine/errors";
import { LiveInstance } from "./adopt/live-instance";
import { readLiveValue } from "./adopt/live-value/read";
import { CenterSource } from "./pull/center-source";
import { LiveFlows } from "./pull/live-flows";
import { recordedClient } from "./pull/recorded-client";
import { type FlowPull, pullOne, type PullRequest } from "./pull/pull-flow";
import { pullThings } from "./pull/pull-things";
import { flowText } from "./pull/pull-text";
import { thingsText } from "./pull/things-text";
import { CENTER, TEMPLATES, writeCenter, writeHome } from "./pull/write-home";
import { checkAccount } from "./support/account";
import { createClients } from "./support/clients";
import { instanceIdOf } from "./support/instance-id";
import { placesOf } from "./support/places";
import { run } from "./support/run";
import { ENVIRONMENT_NAMES } from "./support/stacks";
import { complain, say } from "./support/terminal";

interface Options {
  readonly saved?: boolean;
  readonly unroll?: boolean;
  readonly write?: boolean;
  readonly recorded?: string;
}

const PAGE = "docs/how-to/changed-in-the-console.md";
void new Command("npm run pull --")
  .description("Bring what somebody has changed in the console home into the code.")
  .addArgument(new Argument("<environment>").choices(ENVIRONMENT_NAMES))
  .argument(
    "[flow...]",
    "names of flows; by default all, and what else was changed: hours, queues, users, …",
  )
  .option("--saved", "the flows' drafts in the designer, in place of what callers hear")
  .option("--unroll", "make blocks of their own of repeated ones that went different ways")
  .option("--write", "edit kwglobal.ts, too, where that is safe")
  .option(
    "--recorded <file>",
    "what plan-review/read-instance.ts recorded of the instance, in place of the live one",
  )
  .addHelpText(
    "after",
    `
Examples:
  npm run pull -- prod
  npm run pull -- dev "KWGlobal Main Menu" --saved

It changes files of the project, and nothing in Amazon Connect: ${PAGE}`,
  )
  .action((name: string, flows: readonly string[], options: Options) =>
    run(() => pull(name, flows, options)),
  )
  .parseAsync();

async function pull(name: string, flows: readonly string[], options: Options): Promise<void> {
  const environment = ENVIRONMENTS.find((each) => each.name === name);
  if (environment === undefined) throw new Error(`there is no environment ${name}`);
  const known = KWGLOBAL.flows.map((flow) => flow.name);
  const unknown = flows.filter((flow) => !known.includes(flow));
  if (unknown.length > 0) {
    throw new OperatorError(
      `a flow must be one of the code's (${known.join(", ")}), got ${unknown.join(", ")}`,
    );
  }
  const { instanceAlias } = placesOf(KWGLOBAL, environment);
  complain(`Reading instance ${instanceAlias} …`);
  const { connect, instanceId } =
    options.recorded === undefined
      ? await liveInstance(environment, instanceAlias)
      : recordedInstance(options.recorded, environment.instanceId ?? instanceAlias);
  const { saved = false, unroll = false, write = false } = options;
  const source = new CenterSource(readFileSync(CENTER, "utf8"), CENTER);
  const things =
    flows.length > 0
      ? undefined
      : await pullWhatIsBeside(source, new LiveInstance(connect, instanceId), environment);
  const request: PullRequest = {
    source,
    center: KWGLOBAL,
    templates: TEMPLATES,
    live: await LiveFlows.of(connect, instanceId, environment),
    saved,
    unroll,
    write,
  };
  const edited = things !== undefined && things.pull.source.text !== source.text;
  let requestAfter: PullRequest | undefined;
  if (edited) {
    const { pull: after } = things;
    const written = write ? await writeCenter(after.source) : after.source;
    requestAfter = { ...request, source: written, center: after.center };
  }
  const count = await pullFlows(flows, request, requestAfter);
  if (things !== undefined) say(`\n${await thingsText(things.pull, things.live, write)}`);
  const open = things?.pull.things.filter(({ byHand }) => !write || byHand !== undefined) ?? [];
  if (count.refused + open.length > 0) process.exitCode = 1;
  const isWritten = count.written > 0 || (edited && write);
  say(`\nnext: ${nextOf(name, isWritten, count.refused + open.length)}`);
}

/** A client for the instance of an environment, with the credentials that there are. */
async function liveInstance(environment: Environment, alias: string) {
  const { connect, sts } = createClients(environment.region);
  await checkAccount(sts, environment);
  return { connect, instanceId: environment.instanceId ?? (await instanceIdOf(connect, alias)) };
}

/** A client for an instance that was recorded. @throws OperatorError for another one's record. */
function recordedInstance(file: string, wanted: string) {
  const record = parseRecord(readFileSync(file, "utf8"));
  if (record.instance !== wanted) {
    throw new OperatorError(`${file} must be of instance ${wanted}, got ${record.instance}`);
  }
  return { connect: recordedClient(record), instanceId: record.instanceId };
}

/** What was changed beside the flows. */
async function pullWhatIsBeside(
  source: CenterSource,
  instance: LiveInstance,
  environment: Environment,
) {
  const live = await readLiveValue(instance, Object.keys(centerTags(KWGLOBAL, environment)));
  return { live, pull: pullThings(source, KWGLOBAL, { live, environment }) };
}

/**
 * Pulls the flows, and says of each what becomes of it.
 *
 * @param after - With the edits of what is beside the flows, which their words may follow already.
 */
async function pullFlows(
  flows: readonly string[],
  request: PullRequest,
  after: PullRequest | undefined,
): Promise<{ readonly written: number; readonly refused: number }> {
  let [written, refused] = [0, 0];
  let [now, then] = [request, after];
  for (const { name } of KWGLOBAL.flows) {
    if (flows.length > 0 && !flows.includes(name)) continue;
    // One that can't be read doesn't keep the others out.
    const done = await pullEither(name, now, then).catch((error: unknown) => {
      if (!(error instanceof OperatorError || error instanceof TemplateError)) throw error;
      complain(`error: ${error.message}`);
      return undefined;
    });
    if (done === undefined) {
      refused++;
      continue;
    }
    say(await flowText(done, request.live));
    if (isRefused(done)) refused++;
    if (done.template === undefined) continue;
    written++;
    if (done.source !== undefined) {
      const source = await writeCenter(done.source);
      const changed = { source, center: source.center() };
      if (then === undefined) now = { ...now, ...changed };
      else then = { ...then, ...changed };
    }
    await writeHome(done, then ?? now);
  }
  return { written, refused };
}

/** Pulls a flow as the code is, and where that doesn't go, with the edits that are made beside it. */
async function pullEither(
  name: string,
  request: PullRequest,
  after: PullRequest | undefined,
): Promise<FlowPull> {
  const pullFrom = (from: PullRequest) => {
    const flow = from.center.flows.find((each) => each.name === name);
    if (flow === undefined) throw new Error(`there is no flow ${name}`);
    return pullOne(flow, from);
  };
  if (after === undefined) return pullFrom(request);
  const asIs = await pullFrom({ ...request, write: false });
  return isRefused(asIs) ? pullFrom(after) : asIs;
}

const isRefused = ({ template, problems, edits }: FlowPull): boolean =>
  template === undefined && problems.length + edits.length > 0;

function nextOf(name: string, isWritten: boolean, open: number): string {
  if (open > 0) {
    return `do what is said above, and pull again; or have an apply undo it: npm run apply -- ${name}`;
  }
  return isWritten
    ? `read the difference (git diff), then npm run plan -- ${name}, which must show no change of what was written`
    : "nothing to do: what is live is as the code says";
}
