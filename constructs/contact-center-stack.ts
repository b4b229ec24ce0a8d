import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Backend, type TerraformElement, TerraformStack } from "cdktf";
import type { Construct, Node } from "constructs";

import { ContactCenter } from "./contact-center";
import type { ContactCenterValue, Environment } from "./contact-center-value";
import { TerraformAddresses } from "./terraform-addresses";

/** What one environment's stack is made of. */
export interface ContactCenterStackProps {
  readonly center: ContactCenterValue;
  readonly environment: Environment;
}

/** One environment: provider, state, and the contact center in it. */
export class ContactCenterStack extends TerraformStack {
  private readonly addresses = new TerraformAddresses();

  public constructor(
    scope: Construct,
    id: string,
    { center, environment }: ContactCenterStackProps,
  ) {
    super(scope, id);
    const backend = new S3Backend(this, {
      bucket: environment.stateBucket,
      key: `contact-center/${environment.name}.tfstate`,
      region: environment.region,
      encrypt: true,
    });
    // S3's own lock file; cdktf 0.21 has no field for it.
    backend.addOverride("use_lockfile", true);
    // The first version in which use_lockfile is no experiment.
    this.addOverride("terraform.required_version", ">= 1.11.0");
    new AwsProvider(this, "aws", {
      region: environment.region,
      defaultTags: [
        {
          tags: { Project: center.company, Environment: environment.name, ManagedBy: "terraform" },
        },
      ],
    });
    new ContactCenter(this, "ContactCenter", { center, environment });
  }

  /** Addresses as people read them, without hashes: see {@link TerraformAddresses}. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return this.addresses.nameOf(element);
  }
}
