import { GetCommand } from "@aws-sdk/lib-dynamodb";

import { OperatorError } from "../../sandbox/machine/errors";
import type { Caller } from "./caller";
import type { Clients } from "../support/clients";
import { ConnectContacts } from "./connect-contacts";
import { findRecords, type FoundRecords } from "./contact-records";
import { findConversations } from "./conversations";
import { findInLogs, type FoundLogs } from "./flow-logs";
import type { Places } from "../support/places";
import type { Version } from "./versions";

/** What an environment holds of a caller. */
export interface Found {
  /** Whether the table has a row. */
  readonly row: boolean;
  readonly contacts: readonly string[];
  /** Contacts of which Amazon Connect itself still knows the number. */
  readonly known: readonly string[];
  /** How many contacts Amazon Connect was asked about. */
  readonly searched: number;
  readonly records: FoundRecords;
  /** Recordings, transcripts and analyses. */
  readonly conversations: readonly Version[];
  readonly logs: FoundLogs;
}

/** Where to look, beside the places. */
export interface Search {
  /** From when on Amazon Connect's own contacts are looked at. */
  readonly since: Date;
  readonly until: Date;
  /** Contacts that people know to be of the caller. */
  readonly contacts: readonly string[];
  /** Is told what is done at the moment. */
  readonly onProgress: (doing: string) => void;
}

/**
 * Looks for a caller everywhere; changes nothing.
 *
 * @throws OperatorError if a named contact is another caller's.
 */
export async function find(
  clients: Clients,
  places: Places,
  caller: Caller,
  { since, until, contacts, onProgress }: Search,
): Promise<Found> {
  const { connect, documents, logs, s3 } = clients;
  const live = await ConnectContacts.of(connect, places.instanceAlias);
  await addNamed(live, caller, contacts);
  const key = { TableName: places.table, Key: { phone: caller.phone } };
  const { Item } = await documents.send(new GetCommand({ ...key, ProjectionExpression: "phone" }));
  const searched = await live.search(caller, since, until, (seen) => {
    onProgress(`Amazon Connect: ${seen} contacts looked at`);
  });
  const records = await findRecords(s3, places.bucket, places.recordFolders, caller, (read) => {
    onProgress(`contact records: ${read} files read`);
  });
  const known: string[] = [];
  for (const id of caller.contacts) {
    if ((await live.describe(id))?.CustomerEndpoint?.Address === caller.phone) known.push(id);
  }
  const conversations = await findConversations(s3, places.bucket, caller, (names) => {
    onProgress(`recordings and transcripts: ${names} names looked at`);
  });
  onProgress("flow logs");
  return {
    ...{ row: Item !== undefined, contacts: [...caller.contacts], known, searched },
    ...{ records, conversations },
    logs: await findInLogs(logs, places.flowLogGroup, caller),
  };
}

async function addNamed(live: ConnectContacts, caller: Caller, contacts: readonly string[]) {
  for (const id of contacts) {
    const { Address = caller.phone } = (await live.describe(id))?.CustomerEndpoint ?? {};
    if (Address !== caller.phone) {
      throw new OperatorError(`--contact ${id} is a contact of another number`);
    }
    caller.add(id);
  }
}
