import { randomUUID } from "node:crypto";
import type { HierarchyGroupCondition } from "@aws-sdk/client-connect";
import { ConnectError } from "../protocol/errors";
import { change } from "../store/changes";
import {
  add,
  find,
  findInstance,
  idOf,
  invalidParameter,
  newIdInQuota,
  requireUniqueName,
} from "../store/lookup";
import type { Input } from "../protocol/model";
import { type Account, modified, type Operations } from "../store/operation";
import { search } from "../store/search";
import type { Instance, User } from "../store/store";
import { lineTo } from "./user-hierarchy";

/**
 * Seconds of after-contact work: 24 days.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html
 */
const MOST_AFTER_CONTACT_WORK = 2_000_000;

/** Users: who logs in, with which rights, to serve which queues. */
export const userOperations: Operations = {
  CreateUser(input, account) {
    const instance = findInstance(account, input.InstanceId);
    requireUniqueName(instance, "users", input.Username);
    requireCredentials(instance, input);
    const profile = find(instance, "routingProfiles", input.RoutingProfileId);
    const user = {
      Username: input.Username,
      IdentityInfo: input.IdentityInfo,
      PhoneConfig: phoneConfigOf(input.PhoneConfig),
      DirectoryUserId: input.DirectoryUserId ?? randomUUID(),
      RoutingProfileId: profile.RoutingProfileId,
      SecurityProfileIds: securityProfilesOf(instance, input.SecurityProfileIds),
      HierarchyGroupId: groupOf(instance, input.HierarchyGroupId),
      Tags: input.Tags ?? {},
      ...modified(account),
    };
    const { id, arn } = newIdInQuota(account, instance, "users");
    add(instance, "users", { Id: id, Arn: arn, ...user });
    return { UserId: id, UserArn: arn };
  },

  DescribeUser: (input, account) => ({ User: findUser(account, input).user }),

  ListUsers: (input, account) => ({
    UserSummaryList: [...findInstance(account, input.InstanceId).users.values()],
  }),

  SearchUsers(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const found = search(instance.users.values(), input, {
      fields: {
        username: ({ Username }) => Username,
        firstname: ({ IdentityInfo }) => IdentityInfo?.FirstName,
        lastname: ({ IdentityInfo }) => IdentityInfo?.LastName,
        resourceid: ({ Id }) => Id,
        routingprofileid: ({ RoutingProfileId }) => RoutingProfileId,
        securityprofileid: ({ SecurityProfileIds }) => SecurityProfileIds,
        hierarchygroupid: ({ HierarchyGroupId }) => HierarchyGroupId,
      },
      conditions: {
        HierarchyGroupCondition: (user, group: HierarchyGroupCondition) =>
          isInGroup(instance, user, group),
        // Of proficiencies, which nobody has here.
        ListCondition: () => false,
      },
    });
    return { Users: found, ApproximateTotalCount: found.length };
  },

  UpdateUserIdentityInfo(input, account) {
    const { instance, user } = findUser(account, input);
    requireNoEmailWithSaml(instance, input.IdentityInfo);
    return change(account, user, { IdentityInfo: input.IdentityInfo });
  },

  UpdateUserPhoneConfig(input, account) {
    const { user } = findUser(account, input);
    return change(account, user, { PhoneConfig: phoneConfigOf(input.PhoneConfig) });
  },

  UpdateUserRoutingProfile(input, account) {
    const { instance, user } = findUser(account, input);
    return change(account, user, {
      RoutingProfileId: find(instance, "routingProfiles", input.RoutingProfileId).RoutingProfileId,
    });
  },

  UpdateUserSecurityProfiles(input, account) {
    const { instance, user } = findUser(account, input);
    return change(account, user, {
      SecurityProfileIds: securityProfilesOf(instance, input.SecurityProfileIds),
    });
  },

  UpdateUserHierarchy(input, account) {
    const { instance, user } = findUser(account, input);
    return change(account, user, { HierarchyGroupId: groupOf(instance, input.HierarchyGroupId) });
  },

  /** A quick connect to the user stays behind, dangling: AWS tells to delete it, too. */
  DeleteUser(input, account) {
    const { instance, user } = findUser(account, input);
    instance.users.delete(user.Id);
    return {};
  },
};

function findUser(
  account: Account,
  input: { InstanceId: string; UserId: string },
): { instance: Instance; user: User } {
  const instance = findInstance(account, input.InstanceId);
  return { instance, user: find(instance, "users", input.UserId) };
}

/** Whether a user's group is the given one or, where that is asked for, below it. */
function isInGroup(
  instance: Instance,
  { HierarchyGroupId }: User,
  { Value = "", HierarchyGroupMatchType }: HierarchyGroupCondition,
): boolean {
  if (HierarchyGroupId === undefined) return false;
  if (HierarchyGroupMatchType !== "WITH_CHILD_GROUPS") return HierarchyGroupId === idOf(Value);
  const group = find(instance, "hierarchyGroups", HierarchyGroupId);
  return lineTo(instance, group).some(({ Id }) => Id === idOf(Value));
}

const securityProfilesOf = (instance: Instance, ids: readonly string[]): string[] =>
  ids.map((id) => find(instance, "securityProfiles", id).Id);

const groupOf = (instance: Instance, id: string | undefined): string | undefined =>
  id === undefined || id === "" ? undefined : find(instance, "hierarchyGroups", id).Id;

/**
 * A phone config as it is answered, with all that was left out. A desk phone needs its number: see
 * docs/connect-emulator.md.
 */
function phoneConfigOf(
  config: User["PhoneConfig"] = { PhoneType: "SOFT_PHONE" },
): User["PhoneConfig"] {
  const { DeskPhoneNumber = "", AfterContactWorkTimeLimit: seconds = 0 } = config;
  if (seconds > MOST_AFTER_CONTACT_WORK)
    throw invalidParameter(
      `PhoneConfig.AfterContactWorkTimeLimit must be at most ${MOST_AFTER_CONTACT_WORK}, got ${seconds}`,
    );
  if (config.PhoneType === "DESK_PHONE" && DeskPhoneNumber === "")
    throw invalidParameter("PhoneConfig.DeskPhoneNumber is required when PhoneType is DESK_PHONE");
  return { AutoAccept: false, AfterContactWorkTimeLimit: 0, ...config, DeskPhoneNumber };
}

/** Who manages the identities decides what must and what must not be given with a new user. */
function requireCredentials(instance: Instance, input: Input<"CreateUser">): void {
  const management = instance.IdentityManagementType;
  requireNoEmailWithSaml(instance, input.IdentityInfo);
  requireUsername(input.Username);
  if (management !== "CONNECT_MANAGED") {
    if (input.Password !== undefined)
      throw new ConnectError(
        "InvalidRequestException",
        `Password must not be given on an instance whose identity management is ${management}`,
      );
    return;
  }
  if (input.Password === undefined)
    throw new ConnectError(
      "InvalidRequestException",
      "Password is required on an instance that manages its users itself",
    );
}

/**
 * The characters are documented; the 20 that Connect's own users are said to have at most (64 with SAML)
 * aren't enforced: the AWS provider's acceptance tests make users of 43.
 * https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html, Username.
 */
function requireUsername(username: string): void {
  if (!/^[\w.@-]+$/.test(username))
    throw invalidParameter(
      `Username must have letters, digits and the characters _ . @ - only, got ${JSON.stringify(username)}`,
    );
}

function requireNoEmailWithSaml(
  { IdentityManagementType }: Instance,
  identity: User["IdentityInfo"],
): void {
  if (IdentityManagementType === "SAML" && identity?.Email !== undefined)
    throw new ConnectError(
      "InvalidRequestException",
      "IdentityInfo.Email must not be given on an instance whose identity management is SAML",
    );
}
