/** The agent hierarchy, up to five levels deep. */
export interface HierarchyValue {
  /** The names of the levels, the highest first: at most 5, each of 1 to 50 characters. */
  readonly levels: readonly string[];
  /** The groups at the highest level, with those below them. */
  readonly groups: readonly HierarchyGroupValue[];
}

/** A group of the agent hierarchy, with the groups below it. */
export interface HierarchyGroupValue {
  /** 1 to 100 characters; unique below its parent. */
  readonly name: string;
  /**
   * The time zone of its people: an IANA name, such as `Asia/Shanghai`. The synth warns of queues that are
   * open when it is outside working hours for all of their agents.
   * @default - that of the group above; without any, people may work at any time
   */
  readonly timeZone?: string;
  /** @default - a leaf */
  readonly groups?: readonly HierarchyGroupValue[];
}

/** A status that agents choose, besides the built-in Available and Offline. */
export interface AgentStatusValue {
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /** 1 to 250 characters. */
  readonly description: string;
}

/** What its users may do in Amazon Connect. */
export interface SecurityProfileValue {
  /** 1 to 127 characters: letters, digits, spaces, hyphens, underscores and `@`. */
  readonly name: string;
  /** 1 to 250 characters. */
  readonly description: string;
  /**
   * The permissions, as the API names them: `ContactSearch.View`. A user has the permissions of all of his
   * profiles.
   * @see https://docs.aws.amazon.com/connect/latest/adminguide/security-profile-list.html
   */
  readonly permissions: readonly string[];
}

/**
 * How a user takes calls.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_UserPhoneConfig.html
 */
export interface AgentPhoneValue {
  /**
   * The browser, or a telephone whose number each user gives.
   * @default SOFT_PHONE
   */
  readonly type?: "SOFT_PHONE" | "DESK_PHONE";
  /**
   * Whether calls are connected at once, without a click.
   * @default false
   */
  readonly autoAccept?: boolean;
  /**
   * After how long the work after a call ends automatically, 0 to 2000000 seconds. With 0 it ends only when
   * the agent clicks: an agent who forgets the click gets no more calls.
   * @default 0
   */
  readonly afterCallWorkSeconds?: number;
}

/** How one user takes calls; fields that are left out are as for all users. */
export interface UserPhoneValue extends AgentPhoneValue {
  /**
   * The desk phone, in E.164: needed with `DESK_PHONE`, and only there.
   * @default - none
   */
  readonly number?: string;
}

/** A person who signs in to the instance. */
export interface UserValue {
  /**
   * 1 to 100 characters, 2 to 100 characters with SAML: letters, digits, `_`, `.` and `-`, or an e-mail
   * address made of these. Unique in the instance; with SAML it must equal the session name that the identity
   * provider sends.
   */
  readonly username: string;
  /** 1 to 255 characters; with SAML 1 to 100 characters. */
  readonly firstName: string;
  /** 1 to 300 characters; with SAML 1 to 100 characters. */
  readonly lastName: string;
  /**
   * The e-mail address to which Amazon Connect sends password resets; not with SAML.
   * @default - none
   */
  readonly email?: string;
  /** 1 to 10 of the center's own, or of those that every instance has. */
  readonly securityProfiles: readonly string[];
  /** The routing profile's name: one of the center's, or the built-in one. */
  readonly routingProfile: string;
  /** The group's name under the names of the groups above it, from the top: `["KWGlobal"]`; `[]` is in no group. */
  readonly hierarchyGroup: readonly string[];
  /** @default - as `agentPhones` of the center says */
  readonly phone?: UserPhoneValue;
  /**
   * Tags besides those that everything has, such as `CostCenter`; at most 47. Run `npm run bootstrap` again
   * after adding a new key.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
}
