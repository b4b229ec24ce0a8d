import {
  add,
  find,
  findInstance,
  invalidParameter,
  newId,
  requireRoom,
  requireUniqueName,
} from "../store/lookup";
import { modified, type Operations } from "../store/operation";
import { search } from "../store/search";

/** The statuses that agents can set. Connect has no operation that deletes one. */
export const agentStatusOperations: Operations = {
  CreateAgentStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "agentStatuses", input.Name);
    requireRoom(account, instance, "agentStatuses");
    const { id, arn } = newId(instance, "agentStatuses");
    add(instance, "agentStatuses", {
      AgentStatusId: id,
      AgentStatusARN: arn,
      Name: input.Name,
      Description: input.Description,
      Type: "CUSTOM",
      DisplayOrder: input.DisplayOrder ?? instance.agentStatuses.size + 1,
      State: input.State,
      Tags: input.Tags ?? {},
      ...modified(account),
    });
    return { AgentStatusId: id, AgentStatusARN: arn };
  },

  DescribeAgentStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { AgentStatus: find(instance, "agentStatuses", input.AgentStatusId) };
  },

  ListAgentStatuses(input, account) {
    const { agentStatuses } = findInstance(account, input.InstanceId);
    const types = input.AgentStatusTypes ?? [];
    return {
      AgentStatusSummaryList: [...agentStatuses.values()]
        .filter(({ Type }) => types.length === 0 || types.includes(Type))
        .map((status) => ({ ...status, Id: status.AgentStatusId, Arn: status.AgentStatusARN })),
    };
  },

  SearchAgentStatuses(input, account) {
    const { agentStatuses } = findInstance(account, input.InstanceId);
    const found = search(agentStatuses.values(), input, {
      fields: {
        name: ({ Name }) => Name,
        description: ({ Description }) => Description,
        resourceid: ({ AgentStatusId }) => AgentStatusId,
        state: ({ State }) => State,
        type: ({ Type }) => Type,
        displayorder: ({ DisplayOrder }) => DisplayOrder?.toString(),
      },
    });
    return { AgentStatuses: found, ApproximateTotalCount: found.length };
  },

  UpdateAgentStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const status = find(instance, "agentStatuses", input.AgentStatusId);
    if (input.Name !== undefined)
      requireUniqueName(instance, "agentStatuses", input.Name, { except: status.AgentStatusId });
    if (status.Type !== "CUSTOM" && input.State === "DISABLED")
      throw invalidParameter(`State of ${status.Name}, which every instance has, must be ENABLED`);
    status.Name = input.Name ?? status.Name;
    status.Description = input.Description ?? status.Description;
    status.State = input.State ?? status.State;
    status.DisplayOrder = input.ResetOrderNumber
      ? undefined
      : (input.DisplayOrder ?? status.DisplayOrder);
    Object.assign(status, modified(account));
    return {};
  },
};
