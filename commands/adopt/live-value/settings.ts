import * as connect from "@aws-sdk/client-connect";

import type {
  HierarchyGroupValue,
  HierarchyValue,
} from "../../../constructs/value/contact-center-value";
import { collect } from "../../support/pages";
import type { LiveGroup, LiveInstance } from "../live-instance";
import type { LiveSettings } from "./live-value";
import type { Reader } from "./reader";

/** What an instance has once: its switches, the flow of its number, its hierarchy. */
export async function readSettings(reader: Reader): Promise<LiveSettings> {
  const { client, instance } = reader;
  // Of a list, since DescribeInstance needs a permission on directories, too.
  const instances = await collect(
    connect.paginateListInstances({ client }, {}),
    (page) => page.InstanceSummaryList,
  );
  const found = instances.find(({ Id }) => Id === instance.id);
  return {
    instance: {
      inboundCalls: found?.InboundCallsEnabled ?? true,
      outboundCalls: found?.OutboundCallsEnabled ?? true,
    },
    phoneNumber: await readNumber(reader),
    hierarchy: await readHierarchy(instance),
  };
}

async function readNumber(reader: Reader): Promise<LiveSettings["phoneNumber"]> {
  const [number, ...others] = await reader.instance.numbers();
  if (number === undefined) return {};
  if (others.length > 0) {
    reader.note("phoneNumber", "", `is one of ${others.length + 1}, whose flows aren't compared`);
    return {};
  }
  const associations = await collect(
    connect.paginateListFlowAssociations(
      { client: reader.client },
      { ...reader.of, ResourceType: "VOICE_PHONE_NUMBER" },
    ),
    (page) => page.FlowAssociationSummaryList,
  );
  const flowId = associations.find(({ ResourceId }) =>
    [number.arn, number.id].includes(ResourceId ?? ""),
  )?.FlowId;
  const flow = await reader.nameOf("contactFlow", flowId?.split("/").at(-1));
  if (flow === "") {
    reader.note("phoneNumber", "", "leads to no flow");
    return {};
  }
  return { flow };
}

async function readHierarchy(instance: LiveInstance): Promise<HierarchyValue> {
  const { HierarchyStructure: structure = {} } = await instance.client.send(
    new connect.DescribeUserHierarchyStructureCommand({ InstanceId: instance.id }),
  );
  const { LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive } = structure;
  const levels = [LevelOne, LevelTwo, LevelThree, LevelFour, LevelFive].flatMap(
    (level) => level?.Name ?? [],
  );
  return { levels, groups: groupsBelow(await instance.hierarchyGroups(), []) };
}

function groupsBelow(all: readonly LiveGroup[], path: readonly string[]): HierarchyGroupValue[] {
  return all
    .filter(
      ({ path: own }) =>
        own.length === path.length + 1 && path.every((name, index) => own[index] === name),
    )
    .map(({ path: own }) => {
      const groups = groupsBelow(all, own);
      return { name: own.at(-1) ?? "", ...(groups.length > 0 && { groups }) };
    });
}
