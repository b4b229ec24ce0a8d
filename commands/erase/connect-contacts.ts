import {
  type ConnectClient,
  type Contact,
  type ContactSearchSummary,
  DeleteContactDataCommand,
  DescribeContactCommand,
  SearchContactsCommand,
} from "@aws-sdk/client-connect";

import { instanceIdOf } from "../support/instance-id";
import { unlessMissing } from "../support/unless-missing";
import type { Caller } from "./caller";
import type { Fault } from "./versions";

/** How far back Amazon Connect knows contacts, in months. */
export const KEPT_MONTHS = 24;

/** The longest time that one search may cover, in milliseconds: eight weeks. */
const LONGEST_SEARCH = 8 * 7 * 24 * 60 * 60 * 1000;

/** A search finds no more than so many, so that a longer time is searched in parts. */
const MOST_FOUND = 10_000;

/** Amazon Connect's own contacts of one instance. */
export class ConnectContacts {
  private constructor(
    private readonly client: ConnectClient,
    public readonly instanceId: string,
  ) {}

  /** @throws OperatorError where there is no instance of that alias. */
  public static async of(client: ConnectClient, alias: string): Promise<ConnectContacts> {
    return new ConnectContacts(client, await instanceIdOf(client, alias));
  }

  /** What Amazon Connect knows of a contact; undefined once it has forgotten it. */
  public async describe(id: string): Promise<Contact | undefined> {
    const command = new DescribeContactCommand({ InstanceId: this.instanceId, ContactId: id });
    return (await unlessMissing(this.client.send(command)))?.Contact;
  }

  /**
   * Adds the caller's contacts of some time to the caller's, and those of the same conversations.
   * A search can't ask for a number, so that each contact is looked at.
   *
   * @param onSeen - Is told how many contacts were looked at.
   * @returns How many there were.
   */
  public async search(
    caller: Caller,
    since: Date,
    until: Date,
    onSeen: (contacts: number) => void,
  ): Promise<number> {
    const parts = new Map<string, string>();
    let seen = 0;
    for await (const { Id = "", InitialContactId = Id } of this.between(since, until)) {
      if (!caller.has(Id) && (await this.isOf(caller, Id))) caller.add(Id);
      if (InitialContactId !== Id) parts.set(Id, InitialContactId);
      onSeen(++seen);
    }
    for (const [id, whole] of parts) {
      if (caller.has(whole)) caller.add(id);
    }
    return seen;
  }

  /** Has Amazon Connect forget a contact's number. */
  public async forget(id: string): Promise<Fault[]> {
    try {
      await this.client.send(
        new DeleteContactDataCommand({
          InstanceId: this.instanceId,
          ContactId: id,
          ContactFields: ["CUSTOMER_ENDPOINT"],
        }),
      );
      return [];
    } catch (error) {
      if (!(error instanceof Error && error.name === "ContactNotTerminatedException")) throw error;
      return [`contact ${id} isn't over yet, and keeps its number until then`];
    }
  }

  private async isOf({ phone }: Caller, id: string): Promise<boolean> {
    return (await this.describe(id))?.CustomerEndpoint?.Address === phone;
  }

  private async *between(from: Date, to: Date): AsyncGenerator<ContactSearchSummary> {
    const time = to.getTime() - from.getTime();
    const first = time > LONGEST_SEARCH ? undefined : await this.page(from, to);
    if (first === undefined || ((first.TotalCount ?? 0) > MOST_FOUND && time > 1)) {
      const middle = from.getTime() + Math.floor(time / 2);
      yield* this.between(from, new Date(middle));
      yield* this.between(new Date(middle + 1), to);
      return;
    }
    let page = first;
    yield* page.Contacts ?? [];
    while (page.NextToken !== undefined) {
      page = await this.page(from, to, page.NextToken);
      yield* page.Contacts ?? [];
    }
  }

  private page(StartTime: Date, EndTime: Date, NextToken?: string) {
    return this.client.send(
      new SearchContactsCommand({
        InstanceId: this.instanceId,
        TimeRange: { Type: "INITIATION_TIMESTAMP", StartTime, EndTime },
        MaxResults: 100,
        NextToken,
      }),
    );
  }
}
