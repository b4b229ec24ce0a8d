import {
  DescribeKeyCommand,
  ListAliasesCommand,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
} from "@aws-sdk/client-kms";
import type { Clients } from "../adopt/live-account";

/**
 * Schedules the deletion of keys that nothing can use: a key has no name, and CreateKey no token, so
 * that a create whose answer was lost leaves one behind. It has no alias, and encrypts nothing.
 *
 * @param kept - The key to keep, if the state has it; else the first one stays, to be adopted.
 * @returns How many there were.
 */
export async function deleteOrphanKeys({ kms }: Clients, kept?: string): Promise<number> {
  const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
  const used = new Set([kept, ...Aliases.map(({ TargetKeyId }) => TargetKeyId)]);
  const { Keys = [] } = await kms.send(new ListKeysCommand({}));
  const orphans: string[] = [];
  for (const { KeyId = "" } of Keys) {
    const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId }));
    const own = key?.KeyState === "Enabled" && key.KeyManager !== "AWS";
    if (own && !used.has(KeyId)) orphans.push(KeyId);
  }
  const isOwned = Keys.some(({ KeyId }) => used.has(KeyId));
  const deleted = isOwned ? orphans : orphans.slice(1);
  for (const KeyId of deleted) {
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 30 }));
  }
  return deleted.length;
}
