import type { ConnectClient } from "@aws-sdk/client-connect";
import type { SSMClient } from "@aws-sdk/client-ssm";

import { AgentStatusAssociation } from "./agent-statuses";
import { ContactLensRuleAssociation } from "./contact-lens-rules";
import type { Association, DesiredState } from "./desired-state";
import { EvaluationFormAssociation } from "./evaluation-forms";
import { HolidayAssociation } from "./holidays";
import { patiently } from "./patience";
import { PhoneNumberFlowAssociation } from "./phone-number-flow";
import { QueueQuickConnectAssociation } from "./queue-quick-connects";
import { RunRecord, toRun } from "./run-record";

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

/** Keeps a part of an instance as Terraform wants it. */
export class Reconciler {
  /**
   * @param runParameterPrefix - Begins the name of the parameters that hold the last run of each kind.
   */
  public constructor(
    private readonly connect: ConnectClient,
    private readonly ssm: SSMClient,
    private readonly runParameterPrefix: string,
  ) {}

  /**
   * Compares what is wanted with what is there, and changes nothing.
   * @returns the run that Terraform should ask for: another one than the last if anything differs.
   */
  public async observe(desired: DesiredState): Promise<{ run: string }> {
    const last = await this.recordOf(desired).read();
    const drift = await this.associationOf(desired).observe(desired, last.owned);
    return { run: toRun(last, drift, new Date()) };
  }

  /**
   * Brings about what is wanted or, when Terraform deletes, takes it back.
   *
   * After a run that failed, Terraform gives what that one wanted as `prev_input`, as if it were
   * there; what was there before, and is to be taken back, is on record.
   *
   * @throws Error with Connect's own message; what was done until then stays and may be repeated.
   */
  public async reconcile({ desired, run, tf }: ReconcileEvent): Promise<{ run: string }> {
    const association = this.associationOf(desired);
    const record = this.recordOf(desired);
    const wanted = association.ownedBy(desired);
    const previous = tf.prev_input?.desired;
    try {
      await patiently(async () => {
        const { owned: recorded } = await record.read();
        const owned = union(recorded, previous === undefined ? [] : association.ownedBy(previous));
        if (tf.action === "delete") {
          await association.remove(desired.instanceId, union(owned, wanted));
        } else {
          await record.during(run, owned, wanted, () => association.reconcile(desired, owned));
        }
      });
    } catch (error) {
      console.error(error);
      throw forTheOperator(error as Error, tf.action, desired.kind);
    }
    return { run };
  }

  private recordOf({ kind }: DesiredState): RunRecord {
    return new RunRecord(this.ssm, `${this.runParameterPrefix}${kind}`);
  }

  /** The one place that knows which kind is which; the types keep a state with its association. */
  private associationOf({ kind }: DesiredState): Association<DesiredState> {
    const associations = {
      agentStatuses: new AgentStatusAssociation(this.connect),
      queueQuickConnects: new QueueQuickConnectAssociation(this.connect),
      phoneNumberFlow: new PhoneNumberFlowAssociation(this.connect),
      holidays: new HolidayAssociation(this.connect),
      contactLensRules: new ContactLensRuleAssociation(this.connect),
      evaluationForms: new EvaluationFormAssociation(this.connect),
    };
    return associations[kind];
  }
}

const union = (one: readonly string[], other: readonly string[]): string[] => [
  ...new Set([...one, ...other]),
];

/** Terraform shows the whole error, its stack too: an operator needs Connect's words, not that. */
function forTheOperator({ name, message }: Error, action: string, kind: string): Error {
  const failure = new Error(`Amazon Connect could not ${action} ${kind}: ${name}: ${message}`);
  failure.stack = failure.message;
  return failure;
}
