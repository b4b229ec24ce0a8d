import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

import { ContactCenter } from "./contact-center";
import type { ContactCenterValue, Environment } from "./value/contact-center-value";
import { Stack } from "./terraform/stack";
import { centerTags } from "./value/tags";
import { environmentStateKey, keepStateIn } from "./terraform/terraform-state";

/** What the stack of one environment is made from. */
export interface ContactCenterStackProps {
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The environment of the center. */
  readonly environment: Environment;
}

/** The stack of one environment: provider, state, and the contact center. */
export class ContactCenterStack extends Stack {
  public constructor(
    scope: Construct,
    id: string,
    { center, environment }: ContactCenterStackProps,
  ) {
    super(scope, id);
    keepStateIn(environment.account, this, environmentStateKey(environment));
    new AwsProvider(this, "aws", {
      region: environment.region,
      allowedAccountIds: [environment.account.id],
      defaultTags: [{ tags: centerTags(center, environment) }],
    });
    new ContactCenter(this, "ContactCenter", { center, environment });
  }
}
