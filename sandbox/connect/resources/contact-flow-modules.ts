import { connectProblems } from "../../../contact-flow/lint";
import { sha256 } from "./contact-flows";
import { ConnectError } from "../protocol/errors";
import { given, renamed } from "../store/changes";
import { add, find, findInstance, newIdInQuota, requireUniqueName } from "../store/lookup";
import type { Operations } from "../store/operation";
import { equals, searchKind } from "../store/search";

/** Contact flow modules: parts that flows share. */
export const contactFlowModuleOperations: Operations = {
  CreateContactFlowModule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "contactFlowModules", input.Name);
    requireValid(input.Content);
    const { id, arn } = newIdInQuota(account, instance, "contactFlowModules");
    add(instance, "contactFlowModules", {
      Id: id,
      Arn: arn,
      Name: input.Name,
      Description: input.Description,
      Content: input.Content,
      State: "ACTIVE",
      Status: "PUBLISHED",
      FlowModuleContentSha256: sha256(input.Content),
      Tags: input.Tags ?? {},
    });
    return { Id: id, Arn: arn };
  },

  DescribeContactFlowModule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { ContactFlowModule: find(instance, "contactFlowModules", input.ContactFlowModuleId) };
  },

  ListContactFlowModules(input, account) {
    const { contactFlowModules } = findInstance(account, input.InstanceId);
    return {
      ContactFlowModulesSummaryList: [...contactFlowModules.values()].filter(
        ({ State }) =>
          input.ContactFlowModuleState === undefined || State === input.ContactFlowModuleState,
      ),
    };
  },

  SearchContactFlowModules(input, account) {
    const found = searchKind(account, input, "contactFlowModules", {
      conditions: {
        StateCondition: equals(({ State }) => State),
        StatusCondition: equals(({ Status }) => Status),
      },
    });
    return { ContactFlowModules: found, ApproximateTotalCount: found.length };
  },

  UpdateContactFlowModuleMetadata(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const module = find(instance, "contactFlowModules", input.ContactFlowModuleId);
    const names = renamed(instance, "contactFlowModules", module, input);
    Object.assign(module, names, given({ State: input.State }));
    return {};
  },

  UpdateContactFlowModuleContent(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const module = find(instance, "contactFlowModules", input.ContactFlowModuleId);
    if (input.Content === undefined) return {};
    requireValid(input.Content);
    module.Content = input.Content;
    module.FlowModuleContentSha256 = sha256(input.Content);
    return {};
  },

  DeleteContactFlowModule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Id } = find(instance, "contactFlowModules", input.ContactFlowModuleId);
    instance.contactFlowModules.delete(Id);
    return {};
  },
};

function requireValid(content: string): void {
  const problems = connectProblems(content, "MODULE");
  if (problems.length > 0)
    throw new ConnectError("InvalidContactFlowModuleException", problems.join("; "), {
      Problems: problems.map((message) => ({ message })),
    });
}
