import type { ContactCenterValue, Environment } from "../value/contact-center-value";

/** GitHub's identity provider for workflows. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** The key of the bootstrap's own state, once the bucket exists. */
export const BOOTSTRAP_STATE_KEY = "bootstrap.tfstate";

/**
 * Permission to write for an apply, in four policies: IAM takes 10,240 characters inline and 6,144 in each
 * managed policy.
 */
export type Writing = "connect" | "resources" | "roles" | "reporting";

/** The names that the bootstrap gives to what other stacks, workflows and people refer to. */
export interface BootstrapNames {
  /** The role that plans. */
  readonly plan: string;
  /** The role that applies. */
  readonly apply: string;
  /** The role that reads what was changed in the console. */
  readonly pull: string;
  /** The managed policies that let an apply write, by what they cover. */
  readonly writing: Readonly<Record<Writing, string>>;
  /** The managed policy that bounds the roles of the center. */
  readonly boundary: string;
}

/** @returns an environment's names: `kwglobal-plan-prod`, … */
export function bootstrapNames(
  { instance }: Pick<ContactCenterValue, "instance">,
  { name }: Pick<Environment, "name">,
): BootstrapNames {
  return {
    plan: `${instance.alias.toLowerCase()}-plan-${name}`,
    apply: `${instance.alias.toLowerCase()}-apply-${name}`,
    pull: `${instance.alias.toLowerCase()}-pull-${name}`,
    writing: {
      connect: `${instance.alias.toLowerCase()}-connect-${name}`,
      resources: `${instance.alias.toLowerCase()}-resources-${name}`,
      roles: `${instance.alias.toLowerCase()}-roles-${name}`,
      reporting: `${instance.alias.toLowerCase()}-reporting-${name}`,
    },
    boundary: `${instance.alias.toLowerCase()}-boundary-${name}`,
  };
}

/**
 * @returns the name of the one role in an account that may do what the state bucket refuses to everybody
 * else.
 */
export function breakGlassName({ instance }: Pick<ContactCenterValue, "instance">): string {
  return `${instance.alias.toLowerCase()}-break-glass`;
}
