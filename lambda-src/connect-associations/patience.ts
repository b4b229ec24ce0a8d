import { setTimeout as sleep } from "node:timers/promises";

/** IAM says "seconds"; what is refused after a minute is refused for good. */
const ATTEMPTS = 12;
const PAUSE_MS = 5_000;

/**
 * Runs `work` again while AWS denies access: a role made a moment ago is not known everywhere yet.
 * All work of these functions can be repeated.
 * @throws what `work` throws, once patience has run out or when it is anything else.
 */
export async function patiently(work: () => Promise<void>, pauseMs = PAUSE_MS): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isAccessDenied(error)) {
        throw error;
      }
      await sleep(pauseMs);
    }
  }
}

function isAccessDenied(error: unknown): boolean {
  return error instanceof Error && error.name === "AccessDeniedException";
}
