/**
 * The Terraform name that a thing gets from its name in the value: `Customer Service` becomes
 * `customer_service`, `FlowLogs` `flow_logs`. It is part of the resource's address, so another name makes
 * another resource.
 */
export function terraformName(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return /^\d/.test(slug) ? `_${slug}` : slug;
}
