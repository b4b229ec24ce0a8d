import type { ContactCenterValue, Environment } from "../contact-center-value";

/** GitHub's identity provider for workflows. */
export const GITHUB_ISSUER = "token.actions.githubusercontent.com";

/** Where the bootstrap's own state lies, once it has made the bucket. */
export const BOOTSTRAP_STATE_KEY = "bootstrap.tfstate";

/**
 * What an apply writes: four policies, since IAM takes 10,240 characters inline and 6,144 in each
 * that is managed.
 */
export type Writing = "connect" | "resources" | "roles" | "reporting";

/** The names that the bootstrap gives to what other stacks, workflows and people refer to. */
export interface BootstrapNames {
  /** The role that plans. */
  readonly plan: string;
  /** The role that applies. */
  readonly apply: string;
  /** The managed policies that an apply writes with, by what they are about. */
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
    writing: {
      connect: `${instance.alias.toLowerCase()}-connect-${name}`,
      resources: `${instance.alias.toLowerCase()}-resources-${name}`,
      roles: `${instance.alias.toLowerCase()}-roles-${name}`,
      reporting: `${instance.alias.toLowerCase()}-reporting-${name}`,
    },
    boundary: `${instance.alias.toLowerCase()}-boundary-${name}`,
  };
}

/** @returns the role of an account that may do what its state bucket refuses to everybody else. */
export function breakGlassName({ instance }: Pick<ContactCenterValue, "instance">): string {
  return `${instance.alias.toLowerCase()}-break-glass`;
}
