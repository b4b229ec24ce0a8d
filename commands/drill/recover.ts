import { setTimeout as wait } from "node:timers/promises";
import { OperatorError } from "../../sandbox/machine/errors";
import { readStack } from "../../sandbox/terraform/stack";
import { TerraformError, type Terraform } from "../../sandbox/terraform/terraform";
import { adopt } from "../adopt/adopt";
import type { Clients } from "../adopt/live-account";
import { AmbiguousMatchError } from "../adopt/match";
import { deleteOrphanKeys } from "./orphan-keys";

/** More rounds than any trial has needed; what takes as many isn't healed. */
const ROUNDS = 8;

/** What an instance in creation is given between two looks, in milliseconds. */
const PAUSE = 1000;

/** What recovery took. */
export interface Recovery {
  /** In order: `unlock`, `adopt 12`, `apply`. */
  readonly steps: readonly string[];
  /** Why it was given up; undefined where the last apply ended well. */
  readonly failure?: string;
  /** Unused keys that adopt couldn't choose from. */
  readonly deletedKeys: number;
}

/**
 * Recovers as docs/recover.md says: apply again. Where the state is locked by the run that died, release
 * the lock and adopt before the next apply; where something already exists, adopt.
 *
 * @param directory - The stack's.
 */
export async function recover(
  terraform: Terraform,
  directory: string,
  clients: Clients,
): Promise<Recovery> {
  const steps: string[] = [];
  let deletedKeys = 0;
  for (let round = 1; ; round += 1) {
    try {
      await terraform.apply();
      return { steps: [...steps, "apply"], deletedKeys };
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      if (round === ROUNDS) return { steps, failure: error.message, deletedKeys };
      const lock = /force-unlock (\S+)/.exec(error.message)?.[1];
      if (lock === undefined) {
        steps.push(`apply fails (${reasonIn(error)})`);
      } else {
        await terraform.forceUnlock(lock);
        steps.push("unlock");
      }
      const adopted = await adoptAll(terraform, directory, clients);
      steps.push(...adopted.steps);
      deletedKeys += adopted.deletedKeys;
    }
  }
}

async function adoptAll(
  terraform: Terraform,
  directory: string,
  clients: Clients,
): Promise<Recovery> {
  const stack = await readStack(directory);
  const steps: string[] = [];
  let deletedKeys = 0;
  for (let round = 1; ; round += 1) {
    try {
      const { imports } = await adopt({ directory, stack, terraform });
      return { steps: [...steps, `adopt ${imports.length}`], deletedKeys };
    } catch (error) {
      if (!(error instanceof OperatorError) || round === ROUNDS) throw error;
      if (error instanceof AmbiguousMatchError || /^key /m.test(error.message)) {
        const deleted = await deleteOrphanKeys(clients);
        deletedKeys += deleted;
        steps.push(`delete ${deleted} unused ${deleted === 1 ? "key" : "keys"}`);
      } else if (error.message.includes("CREATION_IN_PROGRESS")) {
        await wait(PAUSE);
      } else {
        throw error;
      }
    }
  }
}

/** What an error is about, in a word or two. */
function reasonIn({ message }: Error): string {
  const [reason] =
    /\w+(Exists|Duplicate\w*|InUse|AlreadyOwnedByYou|Conflict)\w*|unexpected EOF|cannot be destroyed/.exec(
      message,
    ) ?? [];
  return reason ?? message.replaceAll(/\s+/g, " ").slice(0, 120);
}
