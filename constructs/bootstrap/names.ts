import type { ContactCenterValue, Environment } from "../contact-center-value";

/** GitHub's identity provider for workflows. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** Where the bootstrap's own state lies, once it has made the bucket. */
export const BOOTSTRAP_STATE_KEY = "bootstrap.tfstate";

/** The names that the bootstrap gives to what other stacks, workflows and people refer to. */
export interface BootstrapNames {
  /** The role that plans. */
  readonly plan: string;
  /** The role that applies. */
  readonly apply: string;
  /** The managed policy that both roles read with. */
  readonly reading: string;
  /** The managed policy with which an apply changes what watches the center, and its switches. */
  readonly reporting: string;
  /** The managed policy that bounds the roles of the center. */
  readonly boundary: string;
}

/** @returns an environment's names: `kwglobal-plan-prod`, … */
export function bootstrapNames(
  { instance }: Pick<ContactCenterValue, "instance">,
  { name }: Pick<Environment, "name">,
): BootstrapNames {
  return {
    plan: `${instance.alias}-plan-${name}`,
    apply: `${instance.alias}-apply-${name}`,
    reading: `${instance.alias}-reading-${name}`,
    reporting: `${instance.alias}-reporting-${name}`,
    boundary: `${instance.alias}-boundary-${name}`,
  };
}

/** @returns the role of an account that may do what its state bucket refuses to everybody else. */
export function breakGlassName({ instance }: Pick<ContactCenterValue, "instance">): string {
  return `${instance.alias}-break-glass`;
}
