/**
 * The quotas of a new account's instance that AWS raises on request, as far as the value of a center has a field
 * for them.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
 */
export const DEFAULT_QUOTAS = {
  users: 500,
  hierarchyGroups: 500,
  queues: 50,
  queuesPerRoutingProfile: 50,
  routingProfiles: 100,
  quickConnects: 100,
  securityProfiles: 100,
  hoursOfOperation: 100,
  flows: 100,
} as const;

/** Calls at once in a new account's instance. AWS raises it, too; its field is the instance's own. */
export const DEFAULT_CONCURRENT_CALLS = 10;
