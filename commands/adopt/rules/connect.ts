import {
  DescribeUserHierarchyStructureCommand,
  type InstanceStorageResourceType,
} from "@aws-sdk/client-connect";

import { OperatorError } from "../../../sandbox/machine/errors";
import { type LiveKind, pathName } from "../live-instance";
import { AmbiguousMatchError, matchByName } from "../match";
import type { ImportRule } from "../rule";
import type { WantedResource } from "../wanted";
import { importPhoneNumber } from "./phone-number";

/** What the provider imports as `<instance id>:<id>`, and the code knows by name. */
function named(kind: LiveKind, words: string): ImportRule {
  return async (wanted, { instance }) => {
    if (instance === undefined) return undefined;
    const match = matchByName(words, wanted.text("name"), await instance.list(kind));
    if (match?.draft === true) {
      throw new OperatorError(
        `flow "${match.name}" must be published, and it was only saved: publish it in the console, or delete it there`,
      );
    }
    return match && `${instance.id}:${match.id}`;
  };
}

const storageConfig: ImportRule = async (wanted, { instance }) => {
  if (instance === undefined) return undefined;
  const resourceType = wanted.text("resource_type");
  const [config, ...others] = await instance.storageConfigs(
    resourceType as InstanceStorageResourceType,
  );
  if (others.length > 0) {
    throw new AmbiguousMatchError(
      `storage of ${resourceType} must be one, but the instance has ${others.length + 1}: remove all but one in the console (Data storage)`,
    );
  }
  return config && `${instance.id}:${config.AssociationId ?? ""}:${resourceType}`;
};

const hierarchyStructure: ImportRule = async (_, { instance }) => {
  if (instance === undefined) return undefined;
  const { HierarchyStructure: structure } = await instance.client.send(
    new DescribeUserHierarchyStructureCommand({ InstanceId: instance.id }),
  );
  return structure?.LevelOne === undefined ? undefined : instance.id;
};

/** By the whole path, since Jimin Lee may supervise in two cities. */
const hierarchyGroup: ImportRule = async (wanted, { instance }) => {
  if (instance === undefined) return undefined;
  const name = pathName(groupPath(wanted));
  const match = matchByName("hierarchy group", name, await instance.hierarchyGroups());
  return match && `${instance.id}:${match.id}`;
};

function groupPath(wanted: WantedResource): readonly string[] {
  const parent = wanted.referredIfAny("parent_group_id");
  return [...(parent ? groupPath(parent) : []), wanted.text("name")];
}

const lambdaFunctionAssociation: ImportRule = async (wanted, { instance }) => {
  if (instance === undefined) return undefined;
  const own = wanted.referredIfAny("function_arn")?.text("function_name");
  const name = own ?? String(wanted.block.function_arn).split(":function:")[1] ?? "";
  const match = matchByName("associated function", name, await instance.list("lambdaFunction"));
  return match && `${instance.id},${match.id}`;
};

/** How the resources of Amazon Connect are found. */
export const CONNECT_RULES: Readonly<Record<string, ImportRule>> = {
  aws_connect_instance: (_, { instance }) => Promise.resolve(instance?.id),
  aws_connect_phone_number: importPhoneNumber,
  aws_connect_instance_storage_config: storageConfig,
  aws_connect_hours_of_operation: named("hoursOfOperation", "hours of operation"),
  aws_connect_queue: named("queue", "queue"),
  aws_connect_quick_connect: named("quickConnect", "quick connect"),
  aws_connect_routing_profile: named("routingProfile", "routing profile"),
  aws_connect_security_profile: named("securityProfile", "security profile"),
  aws_connect_contact_flow: named("contactFlow", "flow"),
  aws_connect_contact_flow_module: named("contactFlowModule", "flow module"),
  aws_connect_user: named("user", "user"),
  aws_connect_user_hierarchy_structure: hierarchyStructure,
  aws_connect_user_hierarchy_group: hierarchyGroup,
  aws_connect_lambda_function_association: lambdaFunctionAssociation,
};
