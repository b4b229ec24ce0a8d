import type * as sdk from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { findInstance, idOf, invalidParameter, notEmulated, refuseGiven } from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import type { Contact } from "../store/store";

/** Contacts: the calls that the telephone has made. */
export const contactOperations: Operations = {
  DescribeContact(input, account) {
    return { Contact: findContact(account, input.InstanceId, input.ContactId) };
  },

  SearchContacts(input, account) {
    const { AgentIds, Channels, InitiationMethods, QueueIds, ...others } =
      input.SearchCriteria ?? {};
    refuseGiven(others);
    const by = input.Sort === undefined ? undefined : sortedBy(input.Sort);
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
        return (
          at !== undefined &&
          at >= StartTime &&
          at <= EndTime &&
          isOneOf(contact.AgentInfo?.Id, AgentIds) &&
          isOneOf(contact.QueueInfo?.Id, QueueIds) &&
          isOneOf(contact.Channel, Channels) &&
          isOneOf(contact.InitiationMethod, InitiationMethods)
        );
      },
    );
    if (by !== undefined) found.sort(by);
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

const isOneOf = (value: string | undefined, wanted: readonly string[] | undefined): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value ?? "");

const TIMES: Readonly<
  Partial<Record<sdk.SortableFieldName, (contact: Contact) => Date | undefined>>
> = {
  INITIATION_TIMESTAMP: ({ InitiationTimestamp }) => InitiationTimestamp,
  DISCONNECT_TIMESTAMP: ({ DisconnectTimestamp }) => DisconnectTimestamp,
  CONNECTED_TO_AGENT_TIMESTAMP: ({ AgentInfo }) => AgentInfo?.ConnectedToAgentTimestamp,
};

/** In the order of a time; what has none comes last. */
function sortedBy({ FieldName, Order }: sdk.Sort): (one: Contact, other: Contact) => number {
  const time = FieldName === undefined ? undefined : TIMES[FieldName];
  if (time === undefined) throw notEmulated("Sort.FieldName", [FieldName ?? ""]);
  const sign = Order === "DESCENDING" ? -1 : 1;
  return (one, other) => {
    const [a, b] = [time(one)?.getTime(), time(other)?.getTime()];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return sign * (a - b);
  };
}

/** Finds a contact by id or ARN. @throws ConnectError ResourceNotFoundException */
export function findContact(account: Account, instanceId: string, idOrArn: string): Contact {
  const { Id, contacts } = findInstance(account, instanceId);
  const contact = contacts.get(idOf(idOrArn));
  if (contact === undefined)
    throw new ConnectError("ResourceNotFoundException", `instance ${Id} has no contact ${idOrArn}`);
  return contact;
}
