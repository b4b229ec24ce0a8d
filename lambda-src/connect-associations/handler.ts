import { ConnectClient } from "@aws-sdk/client-connect";
import { SSMClient } from "@aws-sdk/client-ssm";

import type { DesiredState } from "./desired-state";
import { readEnvironment } from "./environment";
import { type ReconcileEvent, Reconciler } from "./reconciler";
import { PatientRetryStrategy } from "./retries";

const reconciler = new Reconciler(
  new ConnectClient({ retryStrategy: new PatientRetryStrategy() }),
  new SSMClient({ retryStrategy: new PatientRetryStrategy() }),
  readEnvironment(process.env).RUN_PARAMETER_PREFIX,
);

/** The observer, which every plan invokes: see {@link Reconciler.observe}. */
export async function observe({ desired }: { readonly desired: DesiredState }) {
  return await reconciler.observe(desired);
}

/** The reconciler, which an apply invokes: see {@link Reconciler.reconcile}. */
export async function reconcile(event: ReconcileEvent) {
  return await reconciler.reconcile(event);
}
