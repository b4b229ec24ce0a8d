import { change, given } from "../store/changes";
import {
  add,
  find,
  findInstance,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
  requireUnused,
  summaries,
} from "../store/lookup";
import { modified, type Operations } from "../store/operation";
import { searchKind } from "../store/search";
import { isPermission } from "../../../contact-flow/security-profile-permissions";

/** Security profiles: what their users may do. */
export const securityProfileOperations: Operations = {
  CreateSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "securityProfiles", input.SecurityProfileName);
    requirePermissions(input);
    const { id, arn } = newIdInQuota(account, instance, "securityProfiles");
    add(instance, "securityProfiles", {
      Id: id,
      Arn: arn,
      OrganizationResourceId: instance.Id,
      SecurityProfileName: input.SecurityProfileName,
      Description: input.Description,
      AllowedAccessControlTags: input.AllowedAccessControlTags,
      TagRestrictedResources: input.TagRestrictedResources,
      HierarchyRestrictedResources: input.HierarchyRestrictedResources,
      AllowedAccessControlHierarchyGroupId: input.AllowedAccessControlHierarchyGroupId,
      Tags: input.Tags ?? {},
      permissions: input.Permissions ?? [],
      ...modified(account),
    });
    return { SecurityProfileId: id, SecurityProfileArn: arn };
  },

  DescribeSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    return { SecurityProfile: find(instance, "securityProfiles", input.SecurityProfileId) };
  },

  ListSecurityProfiles(input, account) {
    return { SecurityProfileSummaryList: summaries(account, input, "securityProfiles") };
  },

  ListSecurityProfilePermissions(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const profile = find(instance, "securityProfiles", input.SecurityProfileId);
    return {
      Permissions: profile.permissions,
      LastModifiedTime: profile.LastModifiedTime,
      LastModifiedRegion: profile.LastModifiedRegion,
    };
  },

  SearchSecurityProfiles(input, account) {
    const found = searchKind(account, input, "securityProfiles");
    return { SecurityProfiles: found, ApproximateTotalCount: found.length };
  },

  UpdateSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const profile = find(instance, "securityProfiles", input.SecurityProfileId);
    requirePermissions(input);
    const { Description, Permissions: permissions, AllowedAccessControlTags } = input;
    const { TagRestrictedResources, HierarchyRestrictedResources } = input;
    const { AllowedAccessControlHierarchyGroupId } = input;
    return change(
      account,
      profile,
      given({
        ...{ Description, permissions, AllowedAccessControlTags, TagRestrictedResources },
        ...{ HierarchyRestrictedResources, AllowedAccessControlHierarchyGroupId },
      }),
    );
  },

  DeleteSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Id, SecurityProfileName } = find(instance, "securityProfiles", input.SecurityProfileId);
    if (SecurityProfileName === "Admin" && instance.stock.has(Id))
      throw invalidParameter(
        "SecurityProfileId must not be that of Admin, which cannot be deleted",
      );
    requireUnused(instance, ["securityProfiles", Id], "users", ({ SecurityProfileIds }) =>
      SecurityProfileIds.includes(Id),
    );
    instance.securityProfiles.delete(Id);
    return {};
  },
};

/**
 * What can be tagged, by the names that restrictions use.
 * https://docs.aws.amazon.com/connect/latest/adminguide/tagging.html
 */
const TAGGED: ReadonlySet<string> = new Set([
  ...["AgentStatus", "ContactFlow", "ContactFlowModule", "EvaluationForm", "HoursOfOperation"],
  ...["PhoneNumber", "Prompt", "Queue", "QuickConnect", "RoutingProfile", "Rule"],
  ...["SecurityProfile", "TaskTemplate", "User", "UserHierarchyGroup", "View"],
]);

const RULES = {
  Permissions: isPermission,
  TagRestrictedResources: (name: string) => TAGGED.has(name),
  HierarchyRestrictedResources: (name: string) => name === "User",
} as const;

/** Names that mean nothing to Connect would leave a profile without the right that was meant. */
function requirePermissions(
  profile: Partial<Record<keyof typeof RULES, readonly string[] | undefined>>,
): void {
  for (const [member, isKnown] of Object.entries(RULES)) {
    const unknown = profile[member as keyof typeof RULES]?.filter((name) => !isKnown(name)) ?? [];
    if (unknown.length > 0)
      throw invalidParameter(
        `${member} must have names that Connect knows, got ${unknown.join(", ")}`,
      );
  }
}
