import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import { type Contexts, permits } from "./expressions";
import { interpolated, type JobResult, Machine, type Surroundings } from "./machine";
import { needsOf, readWorkflow } from "./workflow";

/** What a run of a workflow is told. */
export interface Run {
  /** File name: `apply.yml`. */
  readonly workflow: string;
  /** The context `github`: the event, `ref` and `sha`. */
  readonly github: Readonly<Record<string, unknown>>;
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** What the person who starts it has filled in. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Jobs that aren't run, since others prove what they do. */
  readonly skip?: readonly string[];
  /** Called before a job begins: the moment in which people approve, or change something. */
  readonly before?: (job: string) => Promise<void> | void;
}

/** Runs the jobs of a workflow one after the other, each on a machine of its own, as GitHub would. */
export async function runWorkflow(
  project: string,
  around: Surroundings,
  run: Run,
): Promise<ReadonlyMap<string, JobResult>> {
  const workflow = readWorkflow(join(project, ".github", "workflows", run.workflow));
  rmSync(around.artifacts, { recursive: true, force: true });
  mkdirSync(around.artifacts, { recursive: true });
  const results = new Map<string, JobResult>();
  const needs: Record<string, { result: string; outputs: Record<string, string> }> = {};
  for (const [id, job] of Object.entries(workflow.jobs)) {
    if (run.skip?.includes(id) === true) continue;
    const needed = needsOf(job).map((need) => needs[need]?.result ?? "skipped");
    const status = needed.every((result) => result === "success") ? "success" : "failure";
    const { github, vars, secrets, inputs = {} } = run;
    const contexts: Contexts = { github, vars, secrets, inputs, needs };
    needs[id] = { result: "skipped", outputs: {} };
    if (!permits(job.if, contexts, status)) continue;
    await run.before?.(id);
    const entries = job.strategy?.matrix.include ?? [{}];
    const done = await Promise.all(
      entries.map(async (entry) => {
        const matrix = interpolated(entry, contexts);
        const own = { ...contexts, matrix };
        const env = { ...interpolated(workflow.env, own), ...interpolated(job.env, own) };
        const name = matrix.environment === undefined ? id : `${id} (${matrix.environment})`;
        return new Machine(around, own, env).run(name, job.steps, job.outputs);
      }),
    );
    for (const each of done) results.set(each.name, each);
    const failed = done.some(({ result }) => result === "failure");
    const filled = done
      .flatMap(({ outputs }) => Object.entries(outputs))
      .filter(([, text]) => text !== "");
    needs[id] = { result: failed ? "failure" : "success", outputs: Object.fromEntries(filled) };
  }
  return results;
}
