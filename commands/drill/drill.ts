import { fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { between, seeded } from "../../contact-flow/simulation/random";
import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { OperatorError } from "../../sandbox/machine/errors";
import { faultsText } from "../../sandbox/faults/parse-faults";
import type { Quotas } from "../../sandbox/connect/store/quotas";
import type { Faults } from "../../sandbox/faults/faults";
import { PROJECT } from "../support/stacks";
import { attributeDifferences } from "./attributes";
import { type CutPoint, cutPoints } from "./cut-points";
import { cutText, type Drill, drillText } from "./drill-text";
import { differences } from "./inventory";
import type { Outcome, Trial } from "./trial";

/** A bad day: Connect's throttling, failing services, and answers that are lost. */
const BAD_DAY: Faults = {
  throttling: true,
  errors: 0.02,
  lost: 0.005,
  creating: 1500,
};

/** Tries until Terraform is still running when the point comes: on a bad day an apply may end early. */
const TRIES = 3;

/** How to drill. */
export interface DrillOptions {
  readonly cuts: number;
  /** Where chance begins, for cuts and faults. */
  readonly seed: number;
  /** Sandboxes at a time: an apply is mostly waiting. */
  readonly parallel: number;
  /** Folder of the synthesized stack. */
  readonly stackDirectory: string;
  /** Ignored folder; what a trial leaves is deleted when it has healed. */
  readonly directory: string;
  /** What AWS has granted the environment. */
  readonly quotas?: Quotas | undefined;
  readonly onLine: (line: string) => void;
}

/**
 * Kills Terraform at random points of an apply, each on a fresh sandbox under faults, recovers, and
 * compares what is then there, and what it is like, with what an apply makes that nobody cuts.
 *
 * @throws OperatorError when not even the apply that nobody cuts ends well.
 */
export async function drill(options: DrillOptions): Promise<Drill> {
  const { cuts, seed, parallel, onLine } = options;
  const random = seeded(seed);
  const start = performance.now();
  const whole = await runTrial(options, "whole", { throttling: true, seed }, undefined);
  if (typeof whole === "string")
    throw new OperatorError(`the apply that nobody cuts fails: ${whole}`);
  if (!whole.settled)
    throw new OperatorError("the plan after the apply that nobody cuts has changes");
  onLine(
    `${cuts} cuts of an apply of ${whole.total} resources (${whole.seconds.toFixed(0)} s uncut), seed ${seed}, under ${faultsText(BAD_DAY)}`,
  );
  const waiting = cutPoints(random, cuts, whole.total).map((point, index) => ({
    point,
    number: index + 1,
    seed: between(random, 1, 2 ** 31 - 1),
  }));
  let healed = 0;
  let unusedKeys = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const name = `cut-${next.number}`;
      const outcome = await runCut(options, name, { ...BAD_DAY, seed: next.seed }, next.point);
      const faults = faultsOf(outcome, whole);
      if (faults.length === 0) {
        healed += 1;
        await rm(join(options.directory, name), { recursive: true, force: true });
      }
      if (typeof outcome !== "string") {
        unusedKeys += outcome.recovery.deletedKeys + outcome.orphanKeys;
      }
      onLine(cutText(next, outcome, faults));
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  const result = { cuts, healed, unusedKeys };
  onLine(drillText(result, (performance.now() - start) / 60_000));
  return result;
}

/** Runs a trial; earlier where Terraform had ended before it could be cut. */
async function runCut(
  options: DrillOptions,
  name: string,
  faults: Faults,
  point: CutPoint,
): Promise<Outcome | string> {
  for (let cut = point, tries = 1; ; tries += 1) {
    const outcome = await runTrial(options, name, faults, cut);
    if (typeof outcome === "string" || outcome.wasCut || tries === TRIES) return outcome;
    cut = { ...cut, done: Math.floor(cut.done * 0.8) };
  }
}

/** @returns What came of it, or why nothing did. */
async function runTrial(
  { directory, stackDirectory, quotas }: DrillOptions,
  name: string,
  faults: Faults,
  cut: CutPoint | undefined,
): Promise<Outcome | string> {
  const own = join(directory, name);
  await rm(own, { recursive: true, force: true });
  const trial: Trial = { stackDirectory, directory: own, quotas, faults, cut };
  const child = fork(join(__dirname, "run-trial.ts"), {
    execArgv: ["--require", join(PROJECT, "commands/support/register.cjs")],
    // What the trial needs of it for Terraform; its AWS clients find the sandbox in their own.
    env: sandboxEnvironment(process.env, "", ""),
  });
  return new Promise((resolve) => {
    child.once("message", (answer: { outcome?: Outcome; failure?: string }) => {
      resolve(answer.outcome ?? answer.failure ?? "no answer");
    });
    child.once("exit", (code) => {
      resolve(`the trial's process ended with ${String(code)}`);
    });
    child.send(trial);
  });
}

/** What is wrong after recovery, a line each. */
function faultsOf(outcome: Outcome | string, wanted: Outcome): string[] {
  if (typeof outcome === "string") return [outcome];
  return [
    ...(outcome.wasCut ? [] : ["Terraform had ended before the cut"]),
    ...(outcome.recovery.failure === undefined ? [] : [outcome.recovery.failure]),
    ...(outcome.settled ? [] : ["the second plan has changes"]),
    ...differences(wanted.inventory, outcome.inventory),
    ...attributeDifferences(wanted.attributes, outcome.attributes),
  ];
}
