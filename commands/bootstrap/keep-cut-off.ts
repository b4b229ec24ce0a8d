import type { Terraform } from "../../sandbox/terraform/terraform";

/** The state, as far as it says what is marked as damaged. */
interface State {
  readonly values?: {
    readonly root_module: {
      readonly resources?: readonly { readonly address: string; readonly tainted?: boolean }[];
    };
  };
}

/**
 * Keeps what a cut-off run had just made. Terraform marks it as damaged, since it didn't see it
 * finished, and would make another one; the gate would refuse that for a role or a key. What it
 * lacks, the next plan sets.
 *
 * @param terraform - In the stack's folder, initialised.
 * @see https://developer.hashicorp.com/terraform/cli/commands/untaint
 */
export async function keepCutOff(terraform: Pick<Terraform, "show" | "untaint">): Promise<void> {
  const { values } = (await terraform.show()) as State;
  for (const { address, tainted = false } of values?.root_module.resources ?? []) {
    if (tainted) await terraform.untaint(address);
  }
}
