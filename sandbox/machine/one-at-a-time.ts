import { mkdir } from "node:fs/promises";
import { lock } from "proper-lockfile";

/** After how many milliseconds without a sign of life a process counts as dead. */
const DEAD = 20_000;

/**
 * Does work on a folder while no other process does work on it: others wait.
 *
 * @param folder - Is made where it is missing.
 */
export async function oneAtATime<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true });
  const release = await lock(folder, {
    stale: DEAD,
    retries: { forever: true, minTimeout: 100, maxTimeout: 1000 },
    // The work leaves nothing unfinished under a final name, so that two at a time only do it twice.
    onCompromised: () => undefined,
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}
