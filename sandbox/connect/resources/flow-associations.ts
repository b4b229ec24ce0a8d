import { ConnectError } from "../protocol/errors";
import { find, findInstance, idOf, invalidParameter } from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import { findPhoneNumber, numbersOfInstance } from "./phone-numbers";
import type { ClaimedPhoneNumber, Instance } from "../store/store";

/** Which flow answers which phone number. */
export const flowAssociationOperations: Operations = {
  AssociatePhoneNumberContactFlow(input, account) {
    const { instance, number } = findNumberOf(account, input);
    const flow = find(instance, "contactFlows", input.ContactFlowId);
    if (flow.Type !== "CONTACT_FLOW")
      throw invalidParameter(
        `ContactFlowId must be a flow of type CONTACT_FLOW, got ${flow.Name} of type ${flow.Type}`,
      );
    number.contactFlowId = flow.Id;
    return {};
  },

  DisassociatePhoneNumberContactFlow(input, account) {
    findNumberOf(account, input).number.contactFlowId = undefined;
    return {};
  },

  ListFlowAssociations(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireVoice(input.ResourceType);
    return { FlowAssociationSummaryList: associations(account, instance) };
  },

  BatchGetFlowAssociation(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireVoice(input.ResourceType);
    const ids = input.ResourceIds.map(idOf);
    return {
      FlowAssociationSummaryList: associations(account, instance).filter(({ ResourceId }) =>
        ids.includes(idOf(ResourceId)),
      ),
    };
  },
};

const associations = (account: Account, instance: Instance) =>
  numbersOfInstance(account, instance).flatMap(({ PhoneNumberArn, contactFlowId }) =>
    contactFlowId === undefined
      ? []
      : [
          {
            ResourceId: PhoneNumberArn,
            FlowId: find(instance, "contactFlows", contactFlowId).Arn,
            ResourceType: "VOICE_PHONE_NUMBER" as const,
          },
        ],
  );

function findNumberOf(
  account: Account,
  input: { InstanceId: string; PhoneNumberId: string },
): { instance: Instance; number: ClaimedPhoneNumber } {
  const instance = findInstance(account, input.InstanceId);
  const number = findPhoneNumber(account, input.PhoneNumberId);
  if (number.InstanceId !== instance.Id)
    throw new ConnectError(
      "ResourceNotFoundException",
      `instance ${instance.Id} has no phone number ${input.PhoneNumberId}`,
    );
  return { instance, number };
}

function requireVoice(type: string | undefined): void {
  if (type !== undefined && type !== "VOICE_PHONE_NUMBER")
    throw new ConnectError(
      "InvalidRequestException",
      `ResourceType ${type} is not emulated: the sandbox's Amazon Connect has voice numbers only`,
    );
}
