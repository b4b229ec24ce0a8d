import type { ConnectAssociationsEnvironment } from "../lambda-src/connect-associations/environment";
import { Construct } from "constructs";

import type { EncryptionKey } from "./encryption-key";
import { allow, type Statement } from "./iam-policy";
import type { Instance } from "./instance";
import { LambdaFunction, type LambdaFunctionProps } from "./lambda-function";

/** Properties of {@link ConnectAssociations}. */
export interface ConnectAssociationsProps {
  readonly instance: Instance;
  readonly key: EncryptionKey;
  readonly accountId: string;
  readonly region: string;
  /** Ends the names of functions and roles. */
  readonly suffix: string;
  readonly logRetentionDays: number;
  readonly guarded: boolean;
}

/**
 * What provider 5.100.0 has no resource for: two functions that Terraform calls while it applies.
 * One changes the instance; the other only looks, so that a plan may call it. They share their
 * code, not their roles.
 */
export class ConnectAssociations extends Construct {
  public readonly observer: LambdaFunction;
  public readonly reconciler: LambdaFunction;
  /** Begins the names of the parameters that remember the last run and what it set. */
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
      // 50 queues at 2 requests a second take a minute; the rest is for others' requests.
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
        "Compares agent statuses, quick connects, holidays and the number's flow; changes nothing",
      handler: "observe",
      permissions: [...reading(instance, phoneNumbers), allow(["ssm:GetParameter"], [parameters])],
    });
    this.reconciler = new LambdaFunction(this, "Reconciler", {
      ...shared,
      functionName: `reconcileConnectAssociations${suffix}`,
      roleName: `reconcile-connect-associations${suffix}`,
      description: "Sets agent statuses, quick connects, holidays and the number's flow",
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
 * Actions and the resources that each is checked against.
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
    // Not the number's own ARN: where none could be claimed, all else is to be there all the same.
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
  ];
}
