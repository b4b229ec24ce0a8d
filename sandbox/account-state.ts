import type { Quotas } from "./connect/store/quotas";
import type { Store } from "./connect/store/store";
import { emptyStore } from "./connect/store/store";
import type { Budgets } from "./budgets";
import type { HeldFunction } from "./lambda/lambda";
import type { LogGroupKeys } from "./moto/log-group-keys";
import type { QueryDefinitions } from "./moto/query-definitions";
import type { SamlProviderTags } from "./moto/saml-provider-tags";
import type { Executions } from "./step-functions/execution";
import type { TableEncryption } from "./moto/table-updates";

/**
 * All that an account holds beside moto: Amazon Connect, and what moto forgets. Plain data, so that it
 * can be copied (`structuredClone`) and sent to another process.
 */
export interface AccountState {
  /** Amazon Connect, by Region. */
  readonly connect: Map<string, Store>;
  /** What AWS has granted Connect's instances above a new account's. */
  readonly quotas: Quotas;
  readonly budgets: Budgets;
  readonly functions: Map<string, HeldFunction>;
  readonly executions: Executions;
  readonly logGroupKeys: LogGroupKeys;
  readonly queryDefinitions: QueryDefinitions;
  readonly samlProviderTags: SamlProviderTags;
  readonly tableEncryption: TableEncryption;
}

/** A new account's. @param quotas - What AWS has granted it. */
export const emptyState = (quotas: Quotas = {}): AccountState => ({
  connect: new Map(),
  quotas,
  budgets: new Map(),
  functions: new Map(),
  executions: new Map(),
  logGroupKeys: new Map(),
  queryDefinitions: new Map(),
  samlProviderTags: new Map(),
  tableEncryption: new Map(),
});

/** A Region's Amazon Connect, made where there is none yet. */
export function connectStore({ connect }: AccountState, region: string): Store {
  const store = connect.get(region) ?? emptyStore();
  connect.set(region, store);
  return store;
}
