import { type TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";

import { TerraformAddresses } from "./terraform-addresses";

/** A stack of ours: its addresses can be read, and it refers to no other stack. */
export class Stack extends TerraformStack {
  private readonly addresses = new TerraformAddresses();

  /**
   * cdktf would resolve every element once more before each synth, to find references to other stacks
   * and make outputs for them: a fifth of a synth's time. There are none here; one that slips in stays
   * a reference to something that its stack doesn't have, which Terraform refuses.
   */
  public override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** Addresses as people read them, without hashes: see {@link TerraformAddresses}. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return this.addresses.nameOf(element);
  }
}
