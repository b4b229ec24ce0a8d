import { type TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";

import { TerraformAddresses } from "./terraform-addresses";

/** The base of our stacks: its addresses are readable, and it refers to no other stack. */
export class Stack extends TerraformStack {
  private readonly addresses = new TerraformAddresses();

  /**
   * Without this, cdktf would resolve every element once more before each synth, to find references to other
   * stacks and make outputs for them. That takes a fifth of a synth's time, and there are no such references
   * here. If one slips in, it refers to something that its own stack doesn't have, and Terraform refuses it.
   */
  public override prepareStack(): void {
    this.ensureBackendExists();
  }

  /** Readable addresses without hashes: see {@link TerraformAddresses}. */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    return this.addresses.nameOf(element);
  }
}
