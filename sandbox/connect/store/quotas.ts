/**
 * What AWS raises on request, and how much of it a new account's instance may have.
 * https://docs.aws.amazon.com/connect/latest/adminguide/amazon-connect-service-limits.html
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
  flowModules: 200,
  prompts: 500,
  phoneNumbers: 5,
} as const;

/** The name of a quota that AWS raises. */
export type QuotaName = keyof typeof DEFAULT_QUOTAS;

/** What AWS has granted, where it isn't a new account's. */
export type Quotas = Readonly<Partial<Record<QuotaName, number | undefined>>>;

/** The quota that holds: a number where AWS doesn't raise it. */
export const quotaOf = (
  { quotas = {} }: { readonly quotas?: Quotas | undefined },
  quota: QuotaName | number,
): number => (typeof quota === "number" ? quota : (quotas[quota] ?? DEFAULT_QUOTAS[quota]));
