import type { ConnectAssociationsEnvironment } from "../../lambda-src/connect-associations/environment";
import { Construct } from "constructs";

import type { EncryptionKey } from "../storage/encryption-key";
import { allow, type Statement } from "../iam/iam-policy";
import type { Instance } from "../connect/instance";
import { LambdaFunction, type LambdaFunctionProps } from "../functions/lambda-function";

/** Properties of {@link ConnectAssociations}. */
export interface ConnectAssociationsProps {
  /** The instance that the functions read and change. */
  readonly instance: Instance;
  /** The key that encrypts the functions' logs. */
  readonly key: EncryptionKey;
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
  /** The suffix of the names of functions and roles. */
  readonly suffix: string;
  /** How long CloudWatch keeps its logs, in days, as CloudWatch allows. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy the log groups. */
  readonly guarded: boolean;
}

/**
 * Keeps what provider 5.100.0 has no resource for, by two functions that Terraform calls. One changes the
 * instance; the other only reads it, so that a plan may call it. They share their code, but each has its own
 * role.
 */
export class ConnectAssociations extends Construct {
  /** The function that every plan calls; it changes nothing. */
  public readonly observer: LambdaFunction;
  /** The function that an apply calls. */
  public readonly reconciler: LambdaFunction;
  /** The prefix of the names of the parameters that store the last run and what it set. */
  public readonly runParameterPrefix: string;

  public constructor(scope: Construct, id: string, props: ConnectAssociationsProps) {
    super(scope, id);
    const { instance, accountId, region, suffix } = props;
    this.runParameterPrefix = `/connect-associations${suffix}/`;
    const parameters = `arn:aws:ssm:${region}:${accountId}:parameter${this.runParameterPrefix}*`;
    const phoneNumbers = `arn:aws:connect:${region}:${accountId}:phone-number/*`;
    const environment: ConnectAssociationsEnvironment = {
      RUN_PARAMETER_PREFIX: this.runParameterPrefix,
    };
    const shared = {
      source: { entry: "lambda-src/connect-associations/handler.ts" },
      environment: { ...environment },
      // 50 queues at 2 requests a second take a minute; the rest is a margin for requests of others.
      timeoutSeconds: 600,
      memoryMb: 256,
      key: props.key,
      logRetentionDays: props.logRetentionDays,
      guarded: props.guarded,
    } satisfies Partial<LambdaFunctionProps>;

    this.observer = new LambdaFunction(this, "Observer", {
      ...shared,
      functionName: `observeConnectAssociations${suffix}`,
      roleName: `observe-connect-associations${suffix}`,
      description:
        "Compares what Terraform can't set: agent statuses, quick connects, holidays, evaluation forms and more; changes nothing",
      handler: "observe",
      permissions: [...reading(instance, phoneNumbers), allow(["ssm:GetParameter"], [parameters])],
    });
    this.reconciler = new LambdaFunction(this, "Reconciler", {
      ...shared,
      functionName: `reconcileConnectAssociations${suffix}`,
      roleName: `reconcile-connect-associations${suffix}`,
      description:
        "Sets what Terraform can't: agent statuses, quick connects, holidays, evaluation forms, the number's flow",
      handler: "reconcile",
      permissions: [
        ...reading(instance, phoneNumbers),
        ...writing(instance, phoneNumbers),
        allow(["ssm:GetParameter", "ssm:PutParameter"], [parameters]),
      ],
    });
  }
}

/**
 * Actions, each with the resources against which IAM checks it.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonconnect.html
 */
function reading({ instanceArn }: Instance, phoneNumbers: string): Statement[] {
  return [
    allow(["connect:BatchGetFlowAssociation"], [phoneNumbers]),
    allow(
      ["connect:DescribeAgentStatus", "connect:ListAgentStatuses"],
      [`${instanceArn}/agent-state/*`],
    ),
    allow(["connect:ListQueueQuickConnects"], [`${instanceArn}/queue/*`]),
    allow(
      ["connect:ListHoursOfOperationOverrides"],
      [instanceArn, `${instanceArn}/operating-hours/*`],
    ),
    allow(
      ["connect:DescribeEvaluationForm", "connect:ListEvaluationForms"],
      [instanceArn, `${instanceArn}/evaluation-form/*`],
    ),
    allow(["connect:DescribeRule", "connect:ListRules"], [instanceArn, `${instanceArn}/rule/*`]),
  ];
}

function writing({ instanceArn, instanceId }: Instance, phoneNumbers: string): Statement[] {
  return [
    allow(
      ["connect:CreateAgentStatus", "connect:UpdateAgentStatus"],
      [`${instanceArn}/agent-state/*`],
    ),
    allow(
      ["connect:AssociateQueueQuickConnects", "connect:DisassociateQueueQuickConnects"],
      [`${instanceArn}/queue/*`, `${instanceArn}/transfer-destination/*`],
    ),
    // Not the number's own ARN: if no number could be claimed, everything else must still be created.
    allow(
      ["connect:AssociatePhoneNumberContactFlow", "connect:DisassociatePhoneNumberContactFlow"],
      [`${instanceArn}/contact-flow/*`, phoneNumbers],
      { StringEquals: { "connect:InstanceId": instanceId } },
    ),
    allow(
      [
        "connect:CreateHoursOfOperationOverride",
        "connect:DeleteHoursOfOperationOverride",
        "connect:UpdateHoursOfOperationOverride",
      ],
      [instanceArn, `${instanceArn}/operating-hours/*`],
    ),
    // No action deletes a form, so evaluations that were made with it stay readable.
    allow(
      [
        "connect:ActivateEvaluationForm",
        "connect:CreateEvaluationForm",
        "connect:DeactivateEvaluationForm",
        "connect:UpdateEvaluationForm",
      ],
      [`${instanceArn}/evaluation-form/*`],
    ),
    allow(
      ["connect:CreateRule", "connect:DeleteRule", "connect:UpdateRule"],
      [`${instanceArn}/rule/*`],
    ),
  ];
}
