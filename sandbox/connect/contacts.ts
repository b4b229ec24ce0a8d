import type * as sdk from "@aws-sdk/client-connect";
import { ConnectError } from "./errors";
import { findInstance, idOf, invalidParameter } from "./lookup";
import type { Account, Operations } from "./operation";
import type { Contact, Instance } from "./store";

/** A contact that begins: what the telephone knows of it. */
export interface NewContact {
  readonly id: string;
  readonly initiationMethod: sdk.ContactInitiationMethod;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In E.164; absent where it was withheld. */
  readonly customerNumber?: string;
  readonly systemNumber?: string;
}

/** Writes down that a voice contact has begun. */
export function beginContact(instance: Instance, contact: NewContact): void {
  const { id, initiationMethod, customerNumber, systemNumber } = contact;
  const at = new Date(contact.at);
  const endpoint = (Address: string): sdk.EndpointInfo => ({ Type: "TELEPHONE_NUMBER", Address });
  instance.contacts.set(id, {
    Id: id,
    Arn: `${instance.Arn}/contact/${id}`,
    Channel: "VOICE",
    InitiationMethod: initiationMethod,
    InitiationTimestamp: at,
    LastUpdateTimestamp: at,
    ...(customerNumber !== undefined && { CustomerEndpoint: endpoint(customerNumber) }),
    ...(systemNumber !== undefined && { SystemEndpoint: endpoint(systemNumber) }),
  });
}

/** Writes down that a contact is over. */
export function endContact(instance: Instance, id: string, at: number): void {
  const contact = instance.contacts.get(id);
  if (contact === undefined) return;
  contact.DisconnectTimestamp = new Date(at);
  contact.LastUpdateTimestamp = new Date(at);
}

/** Contacts: the calls that the telephone has made. */
export const contactOperations: Operations = {
  DescribeContact(input, account) {
    return { Contact: findContact(account, input.InstanceId, input.ContactId) };
  },

  SearchContacts(input, account) {
    if (input.SearchCriteria !== undefined || input.Sort !== undefined)
      throw new ConnectError(
        "InvalidRequestException",
        "SearchCriteria and Sort are not emulated by the sandbox's Amazon Connect",
      );
    const { Type, StartTime, EndTime } = input.TimeRange;
    const time = {
      INITIATION_TIMESTAMP: "InitiationTimestamp",
      DISCONNECT_TIMESTAMP: "DisconnectTimestamp",
    } as const;
    if (Type !== "INITIATION_TIMESTAMP" && Type !== "DISCONNECT_TIMESTAMP")
      throw new ConnectError(
        "InvalidRequestException",
        `TimeRange.Type ${Type} is not emulated by the sandbox's Amazon Connect`,
      );
    if (EndTime < StartTime)
      throw invalidParameter("TimeRange.EndTime must not be before TimeRange.StartTime");
    const found = [...findInstance(account, input.InstanceId).contacts.values()].filter(
      (contact) => {
        const at = contact[time[Type]];
        return at !== undefined && at >= StartTime && at <= EndTime;
      },
    );
    return {
      Contacts: found.map(({ CustomerEndpoint: _, SystemEndpoint: __, ...summary }) => summary),
      TotalCount: found.length,
    };
  },

  DeleteContactData(input, account) {
    const contact = findContact(account, input.InstanceId, input.ContactId);
    if (contact.DisconnectTimestamp === undefined)
      throw new ConnectError(
        "ContactNotTerminatedException",
        `contact ${contact.Id} must be over before its data can be deleted`,
      );
    if (input.ContactFields.includes("CUSTOMER_ENDPOINT")) delete contact.CustomerEndpoint;
    contact.LastUpdateTimestamp = account.now();
    return {};
  },
};

function findContact(account: Account, instanceId: string, idOrArn: string): Contact {
  const { Id, contacts } = findInstance(account, instanceId);
  const contact = contacts.get(idOf(idOrArn));
  if (contact === undefined)
    throw new ConnectError("ResourceNotFoundException", `instance ${Id} has no contact ${idOrArn}`);
  return contact;
}
