import { DeleteCommand } from "@aws-sdk/lib-dynamodb";

import type { Caller } from "./caller";
import type { Clients } from "../support/clients";
import { ConnectContacts } from "./connect-contacts";
import { eraseFromFile } from "./contact-records";
import type { Found } from "./found";
import type { Places } from "../support/places";
import { deleteVersions, type Fault } from "./versions";

/**
 * Erases what was found. What ties contacts to the number goes last, and stays where a recording
 * could not be erased: else nobody would find it again.
 *
 * @returns What could not be done; empty if all is erased.
 */
export async function erase(
  { connect, documents, s3 }: Clients,
  { bucket, instanceAlias, table }: Places,
  caller: Caller,
  { conversations, known, records, row }: Found,
): Promise<Fault[]> {
  const faults = await attempt("recordings and transcripts", () =>
    deleteVersions(s3, bucket, conversations),
  );
  const keep = faults.length > 0;
  if (row) {
    const command = new DeleteCommand({ TableName: table, Key: { phone: caller.phone } });
    faults.push(
      ...(await attempt("the table's row", async () => {
        await documents.send(command);
        return [];
      })),
    );
  }
  if (keep) {
    return [
      ...faults,
      "Amazon Connect and the contact records were left as they are: by them a second run finds the rest",
    ];
  }
  const live = await ConnectContacts.of(connect, instanceAlias);
  for (const id of known) {
    faults.push(...(await attempt(`contact ${id}`, () => live.forget(id))));
  }
  for (const file of records.files) {
    const erased = () => eraseFromFile(s3, bucket, file, caller);
    faults.push(...(await attempt(file.version.key, erased)));
  }
  return faults;
}

/** What AWS refuses is told with the rest, so that nothing half done stays unsaid. */
async function attempt(what: string, work: () => Promise<Fault[]>): Promise<Fault[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [`${what}: ${error.name}: ${error.message}`];
  }
}
