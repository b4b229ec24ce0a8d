import type { ContactFlowType } from "@aws-sdk/client-connect";
import { change, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  summaries,
} from "../store/lookup";
import type { Input } from "../protocol/model";
import type { Operations } from "../store/operation";
import { searchKind } from "../store/search";
import type { Instance, QuickConnect } from "../store/store";

type Config = Input<"CreateQuickConnect">["QuickConnectConfig"];

/** Quick connects: the transfer destinations that agents see. */
export const quickConnectOperations: Operations = {
  CreateQuickConnect(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "quickConnects", input.Name);
    requireConfig(instance, input.QuickConnectConfig);
    const { id, arn } = newIdInQuota(account, instance, "quickConnects");
    add(instance, "quickConnects", {
      QuickConnectId: id,
      QuickConnectARN: arn,
      QuickConnectConfig: input.QuickConnectConfig,
      ...made(account, input),
    });
    return { QuickConnectId: id, QuickConnectARN: arn };
  },

  DescribeQuickConnect(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { QuickConnect: find(instance, "quickConnects", input.QuickConnectId) };
  },

  ListQuickConnects(input, account) {
    const types = input.QuickConnectTypes ?? [];
    return {
      QuickConnectSummaryList: summaries(account, input, "quickConnects")
        .map((quickConnect) => ({ ...quickConnect, QuickConnectType: typeOf(quickConnect) }))
        .filter(({ QuickConnectType }) => types.length === 0 || types.includes(QuickConnectType)),
    };
  },

  SearchQuickConnects(input, account) {
    const found = searchKind(account, input, "quickConnects");
    return { QuickConnects: found, ApproximateTotalCount: found.length };
  },

  UpdateQuickConnectName(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const quickConnect = find(instance, "quickConnects", input.QuickConnectId);
    return change(account, quickConnect, renamed(instance, "quickConnects", quickConnect, input));
  },

  UpdateQuickConnectConfig(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const quickConnect = find(instance, "quickConnects", input.QuickConnectId);
    requireConfig(instance, input.QuickConnectConfig);
    return change(account, quickConnect, { QuickConnectConfig: input.QuickConnectConfig });
  },

  DeleteQuickConnect(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { QuickConnectId } = find(instance, "quickConnects", input.QuickConnectId);
    // Connect lets it go while queues show it: its model has no ResourceInUseException here.
    for (const queue of instance.queues.values())
      queue.quickConnectIds = queue.quickConnectIds.filter((id) => id !== QuickConnectId);
    instance.quickConnects.delete(QuickConnectId);
    return {};
  },
};

const typeOf = ({ QuickConnectConfig }: QuickConnect): Config["QuickConnectType"] =>
  (QuickConnectConfig as Config).QuickConnectType;

/**
 * A destination must exist, and the flow that leads to it must be of the right type.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_UserQuickConnectConfig.html
 */
function requireConfig(instance: Instance, config: Config): void {
  const { QuickConnectType: type, PhoneConfig, QueueConfig, UserConfig, FlowConfig } = config;
  switch (type) {
    case "PHONE_NUMBER":
      required(PhoneConfig, "PhoneConfig", type);
      return;
    case "QUEUE": {
      const { QueueId, ContactFlowId } = required(QueueConfig, "QueueConfig", type);
      find(instance, "queues", QueueId);
      requireFlow(instance, ContactFlowId, "QUEUE_TRANSFER", type);
      return;
    }
    case "USER": {
      const { UserId, ContactFlowId } = required(UserConfig, "UserConfig", type);
      find(instance, "users", UserId);
      requireFlow(instance, ContactFlowId, "AGENT_TRANSFER", type);
      return;
    }
    case "FLOW":
      find(instance, "contactFlows", required(FlowConfig, "FlowConfig", type).ContactFlowId);
  }
}

function required<T>(config: T | undefined, member: string, type: string): T {
  if (config === undefined)
    throw invalidParameter(`${member} is required when QuickConnectType is ${type}`);
  return config;
}

function requireFlow(
  instance: Instance,
  id: string,
  flowType: ContactFlowType,
  type: string,
): void {
  const flow = find(instance, "contactFlows", id);
  if (flow.Type !== flowType)
    throw invalidParameter(
      `ContactFlowId of a ${type} quick connect must be a flow of type ${flowType}, got ${flow.Name} of type ${flow.Type}`,
    );
}
