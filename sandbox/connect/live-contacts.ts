import type { ContactInitiationMethod } from "@aws-sdk/client-connect";
import { findContact } from "./resources/contacts";
import { ConnectError } from "./protocol/errors";
import { madeBefore, remember } from "./store/client-tokens";
import { find, findInstance, invalidParameter, liveCalls, refuseGiven } from "./store/lookup";
import type { Account, Operations } from "./store/operation";
import type { Instance } from "./store/store";

/** Documented: in bytes of UTF-8, names and values together. */
const MOST_ATTRIBUTES = 32_768;

/** Documented: what StopContact doesn't end. */
const NOT_STOPPED: readonly (ContactInitiationMethod | undefined)[] = [
  ...(["DISCONNECT", "TRANSFER", "QUEUE_TRANSFER"] as const),
  ...(["EXTERNAL_OUTBOUND", "MONITOR"] as const),
];

/** How long the customer's telephone rings, unless the request says so. */
const RING_SECONDS = 60;

/**
 * Calls under way, changed by the API.
 *
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_StopContact.html
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundVoiceContact.html
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UpdateContactAttributes.html
 */
export const liveContactOperations: Operations = {
  GetContactAttributes: (input, account) => ({
    Attributes: findContact(account, input.InstanceId, input.InitialContactId).Attributes ?? {},
  }),

  UpdateContactAttributes(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const contact = findContact(account, input.InstanceId, input.InitialContactId);
    const attributes = { ...contact.Attributes, ...input.Attributes };
    const bytes = Buffer.byteLength(Object.entries(attributes).flat().join(""));
    if (bytes > MOST_ATTRIBUTES)
      throw invalidParameter(
        `Attributes must have at most ${MOST_ATTRIBUTES} bytes with those that are set, got ${bytes}`,
      );
    contact.Attributes = attributes;
    contact.LastUpdateTimestamp = account.calls?.().now() ?? account.now();
    account.calls?.().changed(instance, contact);
    return {};
  },

  StopContact(input, account) {
    const { Id, InitiationMethod } = findContact(account, input.InstanceId, input.ContactId);
    if (NOT_STOPPED.includes(InitiationMethod))
      throw new ConnectError(
        "InvalidRequestException",
        `a voice contact that began as ${InitiationMethod} can't be stopped`,
      );
    if (!liveCalls(account).stop(Id))
      throw new ConnectError("ContactNotFoundException", `contact ${Id} is over already`);
    return {};
  },

  StartOutboundVoiceContact(input, account) {
    const instance = findInstance(account, input.InstanceId);
    refuseGiven(input, [
      ...["AnswerMachineDetectionConfig", "CampaignId", "OutboundStrategy"],
      ...["References", "RelatedContactId"],
    ]);
    const known = madeBefore(account, "StartOutboundVoiceContact", input.ClientToken);
    if (known !== undefined) return { ContactId: known };
    if (!instance.OutboundCallsEnabled)
      throw new ConnectError(
        "OutboundContactNotPermittedException",
        "the instance's outbound calls are off",
      );
    const flow = find(instance, "contactFlows", input.ContactFlowId);
    if (flow.Content === undefined)
      throw new ConnectError("InvalidRequestException", `the flow ${flow.Name} isn't published`);
    const queue = input.QueueId === undefined ? undefined : find(instance, "queues", input.QueueId);
    const from = input.SourcePhoneNumber ?? callerIdOf(account, queue?.OutboundCallerConfig);
    if (from === undefined)
      throw invalidParameter("SourcePhoneNumber must be given, or a QueueId with a caller id");
    requireOwnNumber(account, instance, from);
    const to = input.DestinationPhoneNumber;
    if (!/^\+1\d{10}$/.test(to))
      throw new ConnectError(
        "DestinationNotAllowedException",
        "the instance may call numbers of +1 only, until AWS allows more",
      );
    const ContactId = liveCalls(account).call(instance, {
      ...{ to, from, flowId: flow.Id, attributes: input.Attributes ?? {} },
      ...(queue && { queueId: queue.QueueId }),
      ringSeconds: input.RingTimeoutInSeconds ?? RING_SECONDS,
    });
    remember(account, "StartOutboundVoiceContact", input.ClientToken, ContactId);
    return { ContactId };
  },

  /** Documented: tasks and emails alone are transferred so, and the telephone has voice contacts only. */
  TransferContact(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const contact = findContact(account, input.InstanceId, input.ContactId);
    find(instance, "contactFlows", input.ContactFlowId);
    throw new ConnectError(
      "InvalidRequestException",
      `contact ${contact.Id} must be of the channel TASK or EMAIL to be transferred by the API, got VOICE`,
    );
  },

  /** References are what tasks carry; a call has none. */
  ListContactReferences(input, account) {
    findContact(account, input.InstanceId, input.ContactId);
    return { ReferenceSummaryList: [] };
  },

  PutUserStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const user = find(instance, "users", input.UserId);
    const status = find(instance, "agentStatuses", input.AgentStatusId);
    if (status.State !== "ENABLED")
      throw new ConnectError(
        "InvalidRequestException",
        `the agent status ${status.Name} is disabled, so nobody can choose it`,
      );
    liveCalls(account).setStatus(user.Id, status.AgentStatusId);
    return {};
  },
};

function callerIdOf(
  { store }: Account,
  config: { readonly OutboundCallerIdNumberId?: string | undefined } | undefined,
): string | undefined {
  const id = config?.OutboundCallerIdNumberId ?? "";
  return store.phoneNumbers.get(id.slice(id.lastIndexOf("/") + 1))?.PhoneNumber;
}

function requireOwnNumber({ store }: Account, { Id }: Instance, number: string): void {
  const own = [...store.phoneNumbers.values()].filter(({ InstanceId }) => InstanceId === Id);
  if (!own.some(({ PhoneNumber }) => PhoneNumber === number))
    throw invalidParameter(
      `SourcePhoneNumber must be claimed by the instance (${own.map(({ PhoneNumber }) => PhoneNumber).join(", ") || "it has none"})`,
    );
}
