import * as connect from "@aws-sdk/client-connect";

import { collect } from "../../support/pages";
import { type LiveThings, optional } from "./live-value";
import type { Reader } from "./reader";

/** Who signs in. How a user takes calls is said in full, as if the center said nothing for all. */
export async function readUsers(reader: Reader): Promise<LiveThings<"users">> {
  const groups = await reader.instance.hierarchyGroups();
  return reader.each("user", async (UserId, username) => {
    const { User: user } = await reader.client.send(
      new connect.DescribeUserCommand({ ...reader.of, UserId }),
    );
    const { FirstName, LastName, Email, SecondaryEmail, Mobile } = user?.IdentityInfo ?? {};
    const { PhoneType, AutoAccept, AfterContactWorkTimeLimit, DeskPhoneNumber } =
      user?.PhoneConfig ?? {};
    for (const [what, text] of [
      ["a second address", SecondaryEmail],
      ["a mobile number", Mobile],
    ] as const) {
      if (text !== undefined && text !== "") {
        reader.note("users", username, `has ${what}, which the code doesn't keep`);
      }
    }
    const tags = Object.fromEntries(
      Object.entries(user?.Tags ?? {}).filter(
        ([key]) => !key.startsWith("aws:") && !reader.commonTags.includes(key),
      ),
    );
    return {
      username,
      firstName: FirstName ?? "",
      lastName: LastName ?? "",
      ...optional("email", Email),
      securityProfiles: await reader.namesOf("securityProfile", user?.SecurityProfileIds),
      routingProfile: await reader.nameOf("routingProfile", user?.RoutingProfileId),
      hierarchyGroup: groups.find(({ id }) => id === user?.HierarchyGroupId)?.path ?? [],
      phone: {
        type: PhoneType ?? "SOFT_PHONE",
        autoAccept: AutoAccept ?? false,
        afterCallWorkSeconds: AfterContactWorkTimeLimit ?? 0,
        ...optional("number", DeskPhoneNumber),
      },
      ...(Object.keys(tags).length > 0 && { tags }),
    };
  });
}

/** What agents may choose beside Available and Offline; one that is disabled counts as deleted. */
export async function readAgentStatuses(reader: Reader): Promise<LiveThings<"agentStatuses">> {
  return reader.each("agentStatus", async (AgentStatusId, name) => {
    const { AgentStatus: status } = await reader.client.send(
      new connect.DescribeAgentStatusCommand({ ...reader.of, AgentStatusId }),
    );
    const { Type, State, Description: description = "" } = status ?? {};
    return Type === "CUSTOM" && State === "ENABLED" ? { name, description } : undefined;
  });
}

/** What users may do. */
export async function readSecurityProfiles(
  reader: Reader,
): Promise<LiveThings<"securityProfiles">> {
  return reader.each("securityProfile", async (SecurityProfileId, name) => {
    const of = { ...reader.of, SecurityProfileId };
    const { SecurityProfile: profile } = await reader.client.send(
      new connect.DescribeSecurityProfileCommand(of),
    );
    const permissions = await collect(
      connect.paginateListSecurityProfilePermissions({ client: reader.client }, of),
      (page) => page.Permissions,
    );
    if (Object.keys(profile?.AllowedAccessControlTags ?? {}).length > 0) {
      reader.note("securityProfiles", name, "is limited by tags, which the code doesn't say");
    }
    return { name, description: profile?.Description ?? "", permissions: permissions.sort() };
  });
}
