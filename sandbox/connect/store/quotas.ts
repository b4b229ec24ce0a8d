import { DEFAULT_QUOTAS as QUOTAS_OF_A_CENTER } from "../../../contact-flow/default-quotas";

/** What AWS raises on request, and how much of it a new account's instance may have. */
export const DEFAULT_QUOTAS = {
  ...QUOTAS_OF_A_CENTER,
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
