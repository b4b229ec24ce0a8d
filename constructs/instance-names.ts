import type { ContactCenterValue, Environment } from "./contact-center-value";

/** The names that follow from an instance's alias. */
export interface InstanceNames {
  readonly alias: string;
  /** The alias in lower case, for the host name and for all that has it there: buckets, keys, roles, topics. */
  readonly name: string;
  /** Where Connect writes flow logs: it makes a group of its own where this one isn't there. */
  readonly flowLogGroup: string;
  /** Begins the keys of what Connect stores in a bucket, as it does by default. */
  readonly storagePrefix: string;
}

/**
 * @returns the names of an environment's instance
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs.html
 */
export function instanceNames(
  { instance }: Pick<ContactCenterValue, "instance">,
  { suffix }: Pick<Environment, "suffix">,
): InstanceNames {
  const alias = `${instance.alias}${suffix}`;
  return {
    alias,
    name: alias.toLowerCase(),
    flowLogGroup: `/aws/connect/${alias}`,
    storagePrefix: `connect/${alias}`,
  };
}
