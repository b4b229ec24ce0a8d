import type { S3Client } from "@aws-sdk/client-s3";

import type { Caller } from "./caller";
import { type Version, versionsBelow } from "./versions";

/** A contact's id, as the names of what Amazon Connect stores of it have it. */
const ID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/**
 * Recordings, transcripts and analyses of a caller's contacts: whatever has a contact's id in its name, with
 * all its versions.
 *
 * @param onSeen - Is told how many names were looked at.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/example-contact-lens-output-locations.html
 */
export async function findConversations(
  s3: S3Client,
  bucket: string,
  caller: Caller,
  onSeen: (names: number) => void,
): Promise<Version[]> {
  const found: Version[] = [];
  if (caller.contacts.size === 0) return found;
  let seen = 0;
  for await (const page of versionsBelow(s3, bucket)) {
    found.push(...page.filter(({ key }) => (key.match(ID) ?? []).some((id) => caller.has(id))));
    seen += page.length;
    onSeen(seen);
  }
  return found;
}
