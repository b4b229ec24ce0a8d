import type { ContactCenterValue, Environment } from "./contact-center-value";

/** The names that follow from an instance's alias. */
export interface InstanceNames {
  /** The instance's alias with the environment's suffix. */
  readonly alias: string;
  /** The alias in lower case, for the host name and for the names of buckets, keys, roles and topics. */
  readonly name: string;
  /** The log group to which Connect writes flow logs; Connect creates it if it doesn't exist. */
  readonly flowLogGroup: string;
  /** The prefix of the keys of what Connect stores in a bucket: Connect's default. */
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
