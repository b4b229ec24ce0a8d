import "../support/quiet-sdk";

import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clientSettings } from "../../sandbox/machine/account";
import { prepare, type Progress } from "../../sandbox/deploy";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox";
import { readStack, regionOf } from "../../sandbox/terraform/stack";
import type { Terraform } from "../../sandbox/terraform/terraform";
import { createClients, type Clients } from "../adopt/live-account";
import { PARALLELISM } from "../support/open-stack";
import { attributesIn } from "./attributes";
import type { CutPoint } from "./cut-points";
import { readInventory } from "./inventory";
import { deleteOrphanKeys } from "./orphan-keys";
import { recover } from "./recover";
import type { Outcome, Trial } from "./trial";

/**
 * A process of its own for each trial, since AWS clients find their endpoint in its environment. It
 * gets the trial as a message, and answers with the outcome.
 */
process.once("message", (trial: Trial) => {
  runTrial(trial).then(
    (outcome) => process.send?.({ outcome }, () => process.exit(0)),
    (error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.send?.({ failure: message }, () => process.exit(1));
    },
  );
});

async function runTrial({
  stackDirectory,
  directory,
  quotas,
  faults,
  cut,
}: Trial): Promise<Outcome> {
  const copy = join(directory, "stack");
  await mkdir(directory, { recursive: true });
  await cp(stackDirectory, copy, { recursive: true });
  const sandbox = await startSandbox({ port: 0, directory, quotas, faults });
  const stack = await readStack(copy);
  const region = regionOf(stack);
  Object.assign(process.env, clientSettings(sandbox.endpoint, region));
  const clients = createClients(region);
  try {
    let group = 0;
    let progress: Progress = { step: "init", done: 0, total: 0 };
    let start = performance.now();
    let reach: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const terraform = await prepare({
      stackDirectory: copy,
      sandbox,
      parallelism: PARALLELISM,
      onStart: (started) => (group = started),
      onProgress: (step) => {
        // While Terraform plans, there is nothing to lose: the clock starts with what it makes first.
        if (progress.total === 0) start = performance.now();
        progress = step;
        if (cut !== undefined && step.total > 0 && step.done >= cut.done) reach();
      },
    });
    await terraform.init();
    const wasCut = await applyUntil(terraform, cut, reached, () => group);
    const seconds = (performance.now() - start) / 1000;
    const { done, total } = progress;
    const recovery =
      cut === undefined ? { steps: [], deletedKeys: 0 } : await recover(terraform, copy, clients);
    return {
      ...{ seconds, wasCut, done, total, struck: sandbox.faults.counts() },
      calls: sandbox.calls.entries().length,
      recovery,
      ...(await judge(terraform, sandbox, clients, Object.keys(stack.resource ?? {}))),
    };
  } finally {
    Object.values(clients).forEach((client) => {
      client.destroy();
    });
    await sandbox.stop();
  }
}

/** Applies, and kills Terraform and its providers at the point. */
async function applyUntil(
  terraform: Terraform,
  cut: CutPoint | undefined,
  reached: Promise<void>,
  groupOf: () => number,
): Promise<boolean> {
  const applying = terraform.apply();
  if (cut === undefined) {
    await applying;
    return false;
  }
  const ended = applying.then(
    () => true,
    () => true,
  );
  const moment = reached.then(() => wait(cut.pause, false));
  if (await Promise.race([ended, moment])) return false;
  process.kill(-groupOf(), "SIGKILL");
  await ended;
  return true;
}

/**
 * On a good day: what is there, what is it like, and is there anything left to change? Unused keys are deleted and
 * counted first, so that the inventory tells whatever else is there twice.
 */
async function judge(
  terraform: Terraform,
  sandbox: Sandbox,
  clients: Clients,
  types: readonly string[],
): Promise<Pick<Outcome, "orphanKeys" | "settled" | "inventory" | "attributes">> {
  sandbox.faults.set({});
  const file = "drill.plan";
  const { changes } = await terraform.plan(file);
  return {
    settled: !changes,
    attributes: attributesIn(await terraform.show(file)),
    orphanKeys: await deleteOrphanKeys(clients),
    inventory: await readInventory(clients, types),
  };
}
