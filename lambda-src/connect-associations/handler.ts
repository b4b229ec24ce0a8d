import { ConnectClient } from "@aws-sdk/client-connect";
import { SSMClient } from "@aws-sdk/client-ssm";

import { AgentStatusAssociation } from "./agent-statuses";
import type { Association, DesiredState } from "./desired-state";
import { readEnvironment } from "./environment";
import { HolidayAssociation } from "./holidays";
import { patiently } from "./patience";
import { PhoneNumberFlowAssociation } from "./phone-number-flow";
import { QueueQuickConnectAssociation } from "./queue-quick-connects";
import { PatientRetryStrategy } from "./retries";
import { RunRecord } from "./run-record";

const connect = new ConnectClient({ retryStrategy: new PatientRetryStrategy() });
const ssm = new SSMClient({ retryStrategy: new PatientRetryStrategy() });
const environment = readEnvironment(process.env);

/** What `aws_lambda_invocation` sends with `lifecycle_scope = "CRUD"`. */
export interface ReconcileEvent {
  readonly desired: DesiredState;
  /** The run that `observe` asked for. */
  readonly run: string;
  readonly tf: {
    readonly action: "create" | "update" | "delete";
    readonly prev_input?: { readonly desired: DesiredState } | null;
  };
}

/**
 * Compares what is wanted with what is there, and changes nothing.
 * @returns the run that Terraform should ask for: another one than the last if anything differs.
 */
export async function observe({ desired }: { readonly desired: DesiredState }) {
  const drift = await associationOf(desired).observe(desired);
  return { run: await recordOf(desired).toRun(drift, new Date()) };
}

/**
 * Brings about what is wanted or, when Terraform deletes, takes it back.
 * @throws Error with Connect's own message; what was done until then stays and may be repeated.
 */
export async function reconcile({ desired, run, tf }: ReconcileEvent): Promise<{ run: string }> {
  const association = associationOf(desired);
  try {
    await patiently(async () => {
      if (tf.action === "delete") {
        await association.remove(desired);
      } else {
        await association.reconcile(desired, tf.prev_input?.desired);
        await recordOf(desired).store(run);
      }
    });
  } catch (error) {
    console.error(error);
    throw forTheOperator(error as Error, tf.action, desired.kind);
  }
  return { run };
}

/** Terraform shows the whole error, its stack too: an operator needs Connect's words, not that. */
function forTheOperator({ name, message }: Error, action: string, kind: string): Error {
  const failure = new Error(`Amazon Connect could not ${action} ${kind}: ${name}: ${message}`);
  failure.stack = failure.message;
  return failure;
}

function recordOf({ kind }: DesiredState): RunRecord {
  return new RunRecord(ssm, `${environment.RUN_PARAMETER_PREFIX}${kind}`);
}

/** The one place that knows which kind is which; the types keep a state with its association. */
function associationOf(desired: DesiredState): Association<DesiredState> {
  const associations = {
    agentStatuses: new AgentStatusAssociation(connect),
    queueQuickConnects: new QueueQuickConnectAssociation(connect),
    phoneNumberFlow: new PhoneNumberFlowAssociation(connect),
    holidays: new HolidayAssociation(connect),
  };
  return associations[desired.kind];
}
