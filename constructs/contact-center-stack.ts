import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";

import { ContactCenter } from "./contact-center";
import type { ContactCenterValue, Environment } from "./contact-center-value";
import { Stack } from "./stack";
import { centerTags } from "./tags";
import { environmentStateKey, keepStateIn } from "./terraform-state";

/** What one environment's stack is made of. */
export interface ContactCenterStackProps {
  readonly center: ContactCenterValue;
  readonly environment: Environment;
}

/** One environment: provider, state, and the contact center in it. */
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
