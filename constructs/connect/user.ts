import { ConnectUser } from "@cdktf/provider-aws/lib/connect-user";
import { Construct } from "constructs";

import type { AgentPhoneValue, UserPhoneValue, UserValue } from "../value/contact-center-value";
import type { InitialPasswords } from "./initial-passwords";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";

/** Properties of a {@link User}. */
export interface UserProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: UserValue;
  /** How all users take calls. */
  readonly phones: AgentPhoneValue;
  /** The ids of its security profiles, 1 to 10. */
  readonly securityProfileIds: string[];
  /** The id of its routing profile. */
  readonly routingProfileId: string;
  /** @default - in no group */
  readonly hierarchyGroupId?: string;
  /**
   * Map of username to initial password; an existing user needs none.
   * @default - users sign in elsewhere and have no password here
   */
  readonly initialPasswords?: InitialPasswords;
}

/**
 * A person who signs in. The password is used only when the user is created: provider 5.100.0 never sends a
 * later one, so changes of it are ignored and no plan shows them.
 */
export class User extends Construct {
  /** The user's id, known after the apply. */
  public readonly userId: string;

  public constructor(scope: Construct, id: string, props: UserProps) {
    super(scope, id);
    const { username, firstName, lastName, email, phone, tags } = props.value;
    const user = new ConnectUser(this, "Resource", {
      instanceId: props.instance.instanceId,
      name: username,
      password: props.initialPasswords?.of(username),
      identityInfo: { firstName, lastName, email },
      phoneConfig: phoneConfig({ ...props.phones, ...phone }),
      securityProfileIds: props.securityProfileIds,
      routingProfileId: props.routingProfileId,
      hierarchyGroupId: props.hierarchyGroupId,
      ...(tags && { tags: { ...tags } }),
      lifecycle: {
        ...DELETED_AFTER_DEPENDENTS,
        ...(props.initialPasswords && { ignoreChanges: ["password"] }),
      },
    });
    this.userId = user.userId;
  }
}

function phoneConfig({
  type = "SOFT_PHONE",
  autoAccept = false,
  afterCallWorkSeconds = 0,
  number,
}: UserPhoneValue) {
  return {
    phoneType: type,
    autoAccept,
    afterContactWorkTimeLimit: afterCallWorkSeconds,
    deskPhoneNumber: number,
  };
}
