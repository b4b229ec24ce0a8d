import type { InstanceAttributeType } from "@aws-sdk/client-connect";
import { findInstance, invalidParameter } from "../store/lookup";
import type { Input } from "../protocol/model";
import type { Operations } from "../store/operation";

/** The attributes of a new instance: AWS's defaults, and the calls that its maker allowed. */
export const initialAttributes = (
  input: Input<"CreateInstance">,
): Map<InstanceAttributeType, string> =>
  new Map([
    ["INBOUND_CALLS", String(input.InboundCallsEnabled)],
    ["OUTBOUND_CALLS", String(input.OutboundCallsEnabled)],
    ["CONTACTFLOW_LOGS", "false"],
    ["CONTACT_LENS", "true"],
    ["AUTO_RESOLVE_BEST_VOICES", "true"],
    ["USE_CUSTOM_TTS_VOICES", "false"],
    ["EARLY_MEDIA", "true"],
    ["MULTI_PARTY_CONFERENCE", "false"],
    ["MULTI_PARTY_CHAT_CONFERENCE", "false"],
    ["HIGH_VOLUME_OUTBOUND", "false"],
    ["ENHANCED_CONTACT_MONITORING", "false"],
    ["ENHANCED_CHAT_MONITORING", "false"],
    ["MESSAGE_STREAMING", "false"],
  ]);

/** The switches of an instance, each "true" or "false". */
export const instanceAttributeOperations: Operations = {
  /** Flow logs have their group from the start: Connect's own, where nobody has made it before. */
  async UpdateInstanceAttribute(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const type = input.AttributeType;
    if (input.Value !== "true" && input.Value !== "false")
      throw invalidParameter(`Value must be "true" or "false" for ${type}, got ${input.Value}`);
    if (type === "CONTACTFLOW_LOGS" && input.Value === "true")
      await account.others?.haveLogGroup(`/aws/connect/${instance.InstanceAlias ?? instance.Id}`);
    instance.attributes.set(type, input.Value);
    if (type === "INBOUND_CALLS") instance.InboundCallsEnabled = input.Value === "true";
    if (type === "OUTBOUND_CALLS") instance.OutboundCallsEnabled = input.Value === "true";
    return {};
  },

  DescribeInstanceAttribute(input, account) {
    const { attributes } = findInstance(account, input.InstanceId);
    return {
      Attribute: { AttributeType: input.AttributeType, Value: attributes.get(input.AttributeType) },
    };
  },

  ListInstanceAttributes(input, account) {
    const { attributes } = findInstance(account, input.InstanceId);
    return {
      Attributes: [...attributes].map(([AttributeType, Value]) => ({ AttributeType, Value })),
    };
  },
};
