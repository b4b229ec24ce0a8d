import { add, find, findInstance, inUse, newId, requireRoom, requireUniqueName } from "./lookup";
import { modified, type Operations } from "./operation";
import { search } from "./search";

/** Security profiles: what their users may do. */
export const securityProfileOperations: Operations = {
  CreateSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "securityProfiles", input.SecurityProfileName);
    requireRoom(instance, "securityProfiles");
    const { id, arn } = newId(instance, "securityProfiles");
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
    const { securityProfiles } = findInstance(account, input.InstanceId);
    return {
      SecurityProfileSummaryList: [...securityProfiles.values()].map((profile) => ({
        ...profile,
        Name: profile.SecurityProfileName,
      })),
    };
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
    const { securityProfiles } = findInstance(account, input.InstanceId);
    const found = search(securityProfiles.values(), input, {
      fields: {
        name: ({ SecurityProfileName }) => SecurityProfileName,
        description: ({ Description }) => Description,
        resourceid: ({ Id }) => Id,
      },
    });
    return { SecurityProfiles: found, ApproximateTotalCount: found.length };
  },

  UpdateSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const profile = find(instance, "securityProfiles", input.SecurityProfileId);
    profile.Description = input.Description ?? profile.Description;
    profile.permissions = input.Permissions ?? profile.permissions;
    profile.AllowedAccessControlTags =
      input.AllowedAccessControlTags ?? profile.AllowedAccessControlTags;
    profile.TagRestrictedResources = input.TagRestrictedResources ?? profile.TagRestrictedResources;
    profile.HierarchyRestrictedResources =
      input.HierarchyRestrictedResources ?? profile.HierarchyRestrictedResources;
    profile.AllowedAccessControlHierarchyGroupId =
      input.AllowedAccessControlHierarchyGroupId ?? profile.AllowedAccessControlHierarchyGroupId;
    Object.assign(profile, modified(account));
    return {};
  },

  DeleteSecurityProfile(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const { Id } = find(instance, "securityProfiles", input.SecurityProfileId);
    const user = [...instance.users.values()].find(({ SecurityProfileIds }) =>
      SecurityProfileIds.includes(Id),
    );
    if (user !== undefined) throw inUse("securityProfiles", Id, `the user ${user.Username}`);
    instance.securityProfiles.delete(Id);
    return {};
  },
};
