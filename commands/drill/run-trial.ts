import "../support/quiet-sdk";

import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { clientSettings } from "../../sandbox/account";
import { prepare, type Progress } from "../../sandbox/deploy";
import { startSandbox, type Sandbox } from "../../sandbox/sandbox";
import { readStack, regionOf } from "../../sandbox/stack";
import type { Terraform } from "../../sandbox/terraform";
import { createClients, type Clients } from "../adopt/live-account";
import { PARALLELISM } from "../support/open-stack";
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

async function runTrial({ stackDirectory, directory, faults, cutAt }: Trial): Promise<Outcome> {
  const copy = join(directory, "stack");
  await mkdir(directory, { recursive: true });
  await cp(stackDirectory, copy, { recursive: true });
  const sandbox = await startSandbox({ port: 0, directory, faults });
  const stack = await readStack(copy);
  const region = regionOf(stack);
  Object.assign(process.env, clientSettings(sandbox.endpoint, region));
  const clients = createClients(region);
  try {
    let group = 0;
    let progress: Progress = { step: "init", done: 0, total: 0 };
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const terraform = await prepare({
      stackDirectory: copy,
      sandbox,
      parallelism: PARALLELISM,
      onStart: (started) => (group = started),
      onProgress: (step) => {
        progress = step;
        if (step.total > 0) begin();
      },
    });
    await terraform.init();
    let start = performance.now();
    // While Terraform plans, there is nothing to lose: the clock starts with what it makes first.
    void begun.then(() => (start = performance.now()));
    const wasCut = await applyUntil(terraform, begun, cutAt, () => group);
    const seconds = (performance.now() - start) / 1000;
    const { done, total } = progress;
    const recovery =
      cutAt === undefined ? { steps: [], deletedKeys: 0 } : await recover(terraform, copy, clients);
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

/** Applies, and kills Terraform and its providers at the moment. */
async function applyUntil(
  terraform: Terraform,
  begun: Promise<void>,
  cutAt: number | undefined,
  groupOf: () => number,
): Promise<boolean> {
  const applying = terraform.apply();
  if (cutAt === undefined) {
    await applying;
    return false;
  }
  const ended = applying.then(
    () => true,
    () => true,
  );
  const moment = begun.then(() => wait(cutAt * 1000, false));
  if (await Promise.race([ended, moment])) return false;
  process.kill(-groupOf(), "SIGKILL");
  await ended;
  return true;
}

/**
 * On a good day: what is there, and is there anything left to change? Unused keys are deleted and
 * counted first, so that the inventory tells whatever else is there twice.
 */
async function judge(
  terraform: Terraform,
  sandbox: Sandbox,
  clients: Clients,
  types: readonly string[],
): Promise<Pick<Outcome, "orphanKeys" | "settled" | "inventory">> {
  sandbox.faults.set({});
  const { changes } = await terraform.plan();
  return {
    settled: !changes,
    orphanKeys: await deleteOrphanKeys(clients),
    inventory: await readInventory(clients, types),
  };
}
