import * as connect from "@aws-sdk/client-connect";

import type { HandMade } from "./hand-made";

/** Five levels, of which the last has another name than in the code. */
export async function createHierarchy(center: HandMade): Promise<void> {
  const level = (Name: string) => ({ Name });
  await center.client.send(
    new connect.UpdateUserHierarchyStructureCommand({
      ...center.of(),
      HierarchyStructure: {
        LevelOne: level("Company"),
        LevelTwo: level("Department"),
        LevelThree: level("Region"),
        LevelFour: level("City"),
        // The code says Supervisor.
        LevelFive: level("Team lead"),
      },
    }),
  );
  const below = async (path: readonly string[], Name: string) => {
    const ParentGroupId = path.length > 0 ? center.id("group", path.join("/")) : undefined;
    const { HierarchyGroupId } = await center.client.send(
      new connect.CreateUserHierarchyGroupCommand({ ...center.of(), Name, ParentGroupId }),
    );
    center.made("group", [...path, Name].join("/"), HierarchyGroupId);
  };
  for (const path of [
    ["KWGlobal", "Consulting", "Asia Pacific", "Shanghai", "Jimin Lee"],
    ["KWGlobal", "Customer Service", "North America", "Portland", "Jimin Lee"],
  ]) {
    for (const [depth, name] of path.entries()) {
      const above = path.slice(0, depth);
      if (!center.ids.has(`group ${[...above, name].join("/")}`)) await below(above, name);
    }
  }
}

/** The four users, and one who is not in the code. */
export async function createUsers(center: HandMade): Promise<void> {
  for (const [Username, FirstName, LastName, profile, group] of [
    ["caleb.wang", "Caleb", "Wang", "Admin", "KWGlobal"],
    ["jimin.lee", "Jimin", "Lee", "CallCenterManager", "KWGlobal"],
    ["peter.parker", "Peter", "Parker", "Agent", "KWGlobal/Consulting"],
    ["mary.jane", "Mary", "Jane", "Agent", "KWGlobal/Customer Service"],
    // Not in the code.
    ["temp.agent", "Temp", "Agent", "Agent", "KWGlobal"],
  ] as const) {
    const { UserId } = await center.client.send(
      new connect.CreateUserCommand({
        ...center.of(),
        Username,
        Password: "ByHand12345",
        IdentityInfo: { FirstName, LastName },
        PhoneConfig: {
          PhoneType: "SOFT_PHONE",
          AutoAccept: false,
          AfterContactWorkTimeLimit: 30,
        },
        SecurityProfileIds: [center.id("security profile", profile)],
        RoutingProfileId: center.id("routing profile", "Basic Routing Profile"),
        HierarchyGroupId: center.id("group", group),
      }),
    );
    center.made("user", Username, UserId);
  }
}

/** The three statuses in another order, and one that is not in the code. */
export async function createStatuses(center: HandMade): Promise<void> {
  for (const [Name, Description] of [
    ["Meeting", "Agents or managers in a meeting"],
    ["Lunch", "Eating"],
    ["Break", "Agents on a break"],
    ["Training", "Not in the code"],
  ] as const) {
    const { AgentStatusId } = await center.client.send(
      new connect.CreateAgentStatusCommand({
        ...center.of(),
        Name,
        Description,
        State: "ENABLED",
      }),
    );
    center.made("agent status", Name, AgentStatusId);
  }
}
