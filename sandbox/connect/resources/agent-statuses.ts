import { change, given, made, renamed } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  summaries,
} from "../store/lookup";
import type { Operations } from "../store/operation";
import { searchKind } from "../store/search";

/** The statuses that agents can set. Connect has no operation that deletes one. */
export const agentStatusOperations: Operations = {
  CreateAgentStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "agentStatuses", input.Name);
    const { id, arn } = newIdInQuota(account, instance, "agentStatuses");
    add(instance, "agentStatuses", {
      AgentStatusId: id,
      AgentStatusARN: arn,
      Type: "CUSTOM",
      DisplayOrder: input.DisplayOrder ?? instance.agentStatuses.size + 1,
      State: input.State,
      ...made(account, input),
    });
    return { AgentStatusId: id, AgentStatusARN: arn };
  },

  DescribeAgentStatus(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { AgentStatus: find(instance, "agentStatuses", input.AgentStatusId) };
  },

  ListAgentStatuses(input, account) {
    const types = input.AgentStatusTypes ?? [];
    return {
      AgentStatusSummaryList: summaries(account, input, "agentStatuses").filter(
        ({ Type }) => types.length === 0 || types.includes(Type),
      ),
    };
  },

  SearchAgentStatuses(input, account) {
    const found = searchKind(account, input, "agentStatuses", {
      fields: {
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
    const names = renamed(instance, "agentStatuses", status, input);
    if (status.Type !== "CUSTOM" && input.State === "DISABLED")
      throw invalidParameter(`State of ${status.Name}, which every instance has, must be ENABLED`);
    const { State, DisplayOrder, ResetOrderNumber } = input;
    return change(account, status, {
      ...names,
      ...given({ State, DisplayOrder }),
      ...(ResetOrderNumber && { DisplayOrder: undefined }),
    });
  },
};
