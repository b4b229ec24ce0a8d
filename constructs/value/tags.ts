import type { ContactCenterValue, Environment } from "./contact-center-value";

/** The tags of everything that one environment's center is made of. */
export function centerTags(
  { company }: Pick<ContactCenterValue, "company">,
  { name }: Pick<Environment, "name">,
): Readonly<Record<string, string>> {
  return { Project: company, Environment: name, ManagedBy: "terraform" };
}
