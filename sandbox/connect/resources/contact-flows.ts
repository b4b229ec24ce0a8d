import { createHash } from "node:crypto";
import type { ContactFlowType, ContactFlowTypeCondition } from "@aws-sdk/client-connect";
import { connectProblems } from "../../../contact-flow/lint";
import { ConnectError } from "../protocol/errors";
import { change, given, made, renamed } from "../store/changes";
import { add, find, findInstance, newIdInQuota, requireUniqueName } from "../store/lookup";
import type { Account, Operations } from "../store/operation";
import { equals, searchKind } from "../store/search";
import type { ContactFlow, ContactFlowVersion, Instance } from "../store/store";

/** The digest that Connect keeps of a flow's content. */
export const sha256 = (content: string): string =>
  createHash("sha256").update(content).digest("hex");

/** Contact flows. Content is kept and given back to the letter. */
export const contactFlowOperations: Operations = {
  CreateContactFlow(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "contactFlows", input.Name);
    const publish = input.Status !== "SAVED";
    if (publish) requireValid(input.Content, input.Type);
    const { id, arn } = newIdInQuota(account, instance, "contactFlows");
    add(instance, "contactFlows", {
      Id: id,
      Arn: arn,
      Type: input.Type,
      State: "ACTIVE",
      Status: publish ? "PUBLISHED" : "SAVED",
      Content: publish ? input.Content : undefined,
      saved: input.Content,
      ...made(account, input),
    });
    return { ContactFlowId: id, ContactFlowArn: arn, FlowContentSha256: sha256(input.Content) };
  },

  DescribeContactFlow(input, account) {
    const { flow, alias, version } = findFlow(account, input);
    if (version !== undefined) {
      const { number, content, description } = findVersion(flow, version);
      const members = { Content: content, Version: number, VersionDescription: description };
      return { ContactFlow: { ...flow, ...members, FlowContentSha256: sha256(content) } };
    }
    if (alias !== undefined)
      return {
        ContactFlow: { ...flow, Content: flow.saved, FlowContentSha256: sha256(flow.saved) },
      };
    if (flow.Content === undefined)
      throw new ConnectError(
        "ContactFlowNotPublishedException",
        `the contact flow ${flow.Name} is not published: ask for ${flow.Id}:$SAVED`,
      );
    return { ContactFlow: { ...flow, FlowContentSha256: sha256(flow.Content) } };
  },

  ListContactFlows(input, account) {
    const { contactFlows } = findInstance(account, input.InstanceId);
    const types = input.ContactFlowTypes ?? [];
    return {
      ContactFlowSummaryList: [...contactFlows.values()]
        .filter(({ Type }) => types.length === 0 || types.includes(Type))
        .map((flow) => ({
          ...flow,
          ContactFlowType: flow.Type,
          ContactFlowState: flow.State,
          ContactFlowStatus: flow.Status,
        })),
    };
  },

  SearchContactFlows(input, account) {
    const found = searchKind(account, input, "contactFlows", {
      fields: {
        type: ({ Type }) => Type,
        state: ({ State }) => State,
        status: ({ Status }) => Status,
      },
      conditions: {
        TypeCondition: equals(({ Type }) => Type),
        StateCondition: equals(({ State }) => State),
        StatusCondition: equals(({ Status }) => Status),
        ContactFlowTypeCondition: ({ Type }, wanted: ContactFlowTypeCondition) =>
          Type === wanted.ContactFlowType,
      },
    });
    return { ContactFlows: found, ApproximateTotalCount: found.length };
  },

  /** With `<id>:$SAVED` the content is kept for the designer, unchecked, and not published. */
  UpdateContactFlowContent(input, account) {
    const { flow, alias, version } = findFlow(account, input);
    if (version !== undefined)
      throw new ConnectError(
        "InvalidRequestException",
        `version ${version} of the contact flow ${flow.Name} cannot be changed`,
      );
    if (alias === undefined) {
      requireValid(input.Content, flow.Type);
      flow.Content = input.Content;
      flow.Status = "PUBLISHED";
    }
    change(account, flow, { saved: input.Content });
    return { FlowContentSha256: sha256(input.Content) };
  },

  UpdateContactFlowName(input, account) {
    const { instance, flow } = findFlow(account, input);
    return change(account, flow, renamed(instance, "contactFlows", flow, input));
  },

  UpdateContactFlowMetadata(input, account) {
    const { instance, flow } = findFlow(account, input);
    return change(account, flow, {
      ...renamed(instance, "contactFlows", flow, input),
      ...given({ State: input.ContactFlowState }),
    });
  },

  DeleteContactFlow(input, account) {
    const { instance, flow } = findFlow(account, input);
    if (instance.stock.has(flow.Id) && flow.Name.startsWith("Default "))
      throw new ConnectError(
        "InvalidRequestException",
        `the contact flow ${flow.Name} is one of the instance's own and cannot be deleted`,
      );
    for (const number of account.store.phoneNumbers.values())
      if (number.contactFlowId === flow.Id) number.contactFlowId = undefined;
    instance.contactFlows.delete(flow.Id);
    return {};
  },
};

/**
 * A flow's id or ARN may end in `:$SAVED` or `:$LATEST`, which mean its unpublished content, or in a
 * version's number.
 */
export function findFlow(
  account: Account,
  input: { InstanceId: string; ContactFlowId: string },
): {
  instance: Instance;
  flow: ContactFlow;
  alias: string | undefined;
  version: number | undefined;
} {
  const instance = findInstance(account, input.InstanceId);
  const [, id = "", alias, version] =
    /^(.*?)(?::(?:\$(SAVED|LATEST)|(\d+)))?$/.exec(input.ContactFlowId) ?? [];
  return {
    instance,
    flow: find(instance, "contactFlows", id),
    alias,
    version: version === undefined ? undefined : Number(version),
  };
}

/** @throws {ConnectError} ResourceNotFoundException */
export function findVersion(flow: ContactFlow, number: number): ContactFlowVersion {
  const found = flow.versions?.find((version) => version.number === number && !version.deleted);
  if (found === undefined)
    throw new ConnectError(
      "ResourceNotFoundException",
      `the contact flow ${flow.Name} has no version ${number}`,
    );
  return found;
}

function requireValid(content: string, type: ContactFlowType): void {
  const problems = connectProblems(content, type);
  if (problems.length > 0)
    throw new ConnectError("InvalidContactFlowException", problems.join("; "), {
      problems: problems.map((message) => ({ message })),
    });
}
