import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Before the id of the process that a folder belongs to. */
const PREFIX = "kwglobal-plan-";

/** The folders of this process that still hold a plan. */
const open = new Set<string>();

/**
 * Gives a place for a plan, in which first passwords stand: a folder that only its owner can read, and
 * that is gone when the work ends, however it ends. A process that is killed outright leaves it; the
 * next run deletes it.
 *
 * @param work - What is done with the plan; it gets the file's path.
 */
export async function withPlanFile<T>(work: (file: string) => Promise<T>): Promise<T> {
  await deleteLeftovers();
  if (open.size === 0) process.once("exit", deleteOpen);
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  open.add(folder);
  try {
    return await work(join(folder, "plan"));
  } finally {
    await rm(folder, { recursive: true, force: true });
    open.delete(folder);
    if (open.size === 0) process.off("exit", deleteOpen);
  }
}

/** A second Ctrl-C ends the process at once, and waits for nobody. */
function deleteOpen(): void {
  for (const folder of open) rmSync(folder, { recursive: true, force: true });
}

async function deleteLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, owner] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    // Another user's can't be deleted, and aren't ours to delete.
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
