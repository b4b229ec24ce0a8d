import { ConnectSecurityProfile } from "@cdktf/provider-aws/lib/connect-security-profile";
import { Construct } from "constructs";

import type { SecurityProfileValue } from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";

/** Properties of a {@link SecurityProfile}. */
export interface SecurityProfileProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: SecurityProfileValue;
}

/** What its users may do in Amazon Connect. */
export class SecurityProfile extends Construct {
  /** The security profile's id, known after the apply. */
  public readonly securityProfileId: string;

  public constructor(scope: Construct, id: string, { instance, value }: SecurityProfileProps) {
    super(scope, id);
    const profile = new ConnectSecurityProfile(this, "Resource", {
      instanceId: instance.instanceId,
      name: value.name,
      description: value.description,
      permissions: [...value.permissions],
      lifecycle: DELETED_AFTER_DEPENDENTS,
    });
    this.securityProfileId = profile.securityProfileId;
  }
}
