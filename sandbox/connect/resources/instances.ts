import { randomUUID } from "node:crypto";
import { initialAttributes } from "./instance-attributes";
import { ConnectError } from "../protocol/errors";
import { furnish } from "../fresh-instance/fresh-instance";
import { madeBefore, remember } from "../store/client-tokens";
import { findInstance } from "../store/lookup";
import type { Input } from "../protocol/model";
import type { Account, Operations } from "../store/operation";
import { release } from "./phone-numbers";
import { systemAttributes } from "./predefined-attributes";
import type { Instance } from "../store/store";

/** Connect instances: made at once, with all that a fresh instance contains. */
export const instanceOperations: Operations = {
  CreateInstance(input, account) {
    const { store } = account;
    const repeated = madeBefore(account, "CreateInstance", input.ClientToken);
    const known = repeated === undefined ? undefined : store.instances.get(repeated);
    if (known !== undefined) return { Id: known.Id, Arn: known.Arn };

    checkIdentity(input);
    if ([...store.instances.values()].some((other) => isAliasOf(input, other)))
      throw new ConnectError(
        "InvalidRequestException",
        "Invalid Input. Instance alias is already used.",
      );
    const instance = newInstance(input, account);
    furnish(instance, account);
    store.instances.set(instance.Id, instance);
    remember(account, "CreateInstance", input.ClientToken, instance.Id);
    return { Id: instance.Id, Arn: instance.Arn };
  },

  DescribeInstance: (input, account) => ({ Instance: findInstance(account, input.InstanceId) }),

  ListInstances: (_input, { store }) => ({ InstanceSummaryList: [...store.instances.values()] }),

  DeleteInstance(input, account) {
    const { store } = account;
    const { Id } = findInstance(account, input.InstanceId);
    for (const number of [...store.phoneNumbers.values()])
      if (number.InstanceId === Id) release(account, number);
    store.instances.delete(Id);
    return {};
  },
};

/** Aliases make host names, so that case does not tell two of them apart. */
const isAliasOf = (input: Input<"CreateInstance">, instance: Instance): boolean =>
  input.InstanceAlias !== undefined &&
  input.InstanceAlias.toLowerCase() === instance.InstanceAlias?.toLowerCase();

function checkIdentity(input: Input<"CreateInstance">): void {
  const directory = input.IdentityManagementType === "EXISTING_DIRECTORY";
  if (directory && input.DirectoryId === undefined)
    throw new ConnectError(
      "InvalidRequestException",
      "DirectoryId is required when IdentityManagementType is EXISTING_DIRECTORY",
    );
  if (directory)
    throw new ConnectError(
      "ResourceNotFoundException",
      `there is no directory ${String(input.DirectoryId)}: the sandbox has no AWS Directory Service`,
    );
  if (input.InstanceAlias === undefined)
    throw new ConnectError(
      "InvalidRequestException",
      `InstanceAlias is required when IdentityManagementType is ${input.IdentityManagementType}`,
    );
}

function newInstance(input: Input<"CreateInstance">, account: Account): Instance {
  const id = randomUUID();
  return {
    Id: id,
    Arn: `arn:aws:connect:${account.region}:${account.accountId}:instance/${id}`,
    IdentityManagementType: input.IdentityManagementType,
    InstanceAlias: input.InstanceAlias,
    InstanceAccessUrl:
      input.InstanceAlias === undefined
        ? undefined
        : `https://${input.InstanceAlias.toLowerCase()}.my.connect.aws`,
    CreatedTime: account.now(),
    ServiceRole: `arn:aws:iam::${account.accountId}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect_${id.slice(-12)}`,
    InstanceStatus: "ACTIVE",
    InboundCallsEnabled: input.InboundCallsEnabled,
    OutboundCallsEnabled: input.OutboundCallsEnabled,
    Tags: input.Tags ?? {},
    attributes: initialAttributes(input),
    storageConfigs: new Map(),
    lambdaFunctions: [],
    approvedOrigins: [],
    bots: [],
    defaultVocabularies: new Map(),
    contacts: new Map(),
    contactEvaluations: new Map(),
    integrationAssociations: new Map(),
    predefinedAttributes: systemAttributes(account),
    hierarchyStructure: {},
    stock: new Set(),
    hoursOfOperations: new Map(),
    queues: new Map(),
    quickConnects: new Map(),
    routingProfiles: new Map(),
    users: new Map(),
    hierarchyGroups: new Map(),
    securityProfiles: new Map(),
    contactFlows: new Map(),
    contactFlowModules: new Map(),
    prompts: new Map(),
    agentStatuses: new Map(),
    vocabularies: new Map(),
    evaluationForms: new Map(),
    rules: new Map(),
  };
}
