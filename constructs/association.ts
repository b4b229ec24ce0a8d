import { DataAwsLambdaInvocation } from "@cdktf/provider-aws/lib/data-aws-lambda-invocation";
import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Fn, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";

import type { DesiredState } from "../lambda-src/connect-associations/desired-state";
import type { ConnectAssociations } from "./connect-associations";

/** Properties of an {@link Association}. */
export interface AssociationProps {
  readonly functions: ConnectAssociations;
  readonly desired: DesiredState;
}

/**
 * A part of the instance that the reconciler keeps as `desired` says.
 *
 * Every plan asks the observer. Where the instance is as wanted, it answers with the last run,
 * which is what Terraform remembers: no change. Where it is not (an edit in the console, an apply
 * that broke off and left something to take back), it answers with a new run and the reason, and the
 * plan shows an update.
 */
export class Association extends Construct {
  public constructor(scope: Construct, id: string, { functions, desired }: AssociationProps) {
    super(scope, id);
    const lastRun = new SsmParameter(this, "LastRun", {
      name: `${functions.runParameterPrefix}${desired.kind}`,
      type: "String",
      value: JSON.stringify({ owned: [] }),
      description: "The reconciler's last run that ended well, and what it has set",
      lifecycle: { ignoreChanges: ["value"] },
    });
    // Through a local, since Terraform puts off reading what refers directly to a resource that is
    // about to change: a new prompt would then show as an update here.
    const local = new TerraformLocal(this, "Desired", desired);
    const wanted: unknown = local.expression;
    const observed = new DataAwsLambdaInvocation(this, "Observed", {
      // The ARN, not the name: it is unknown until the function is there, and so is the answer.
      functionName: functions.observer.functionArn,
      input: Token.asString(Fn.jsonencode({ desired: wanted })),
    });
    const run: unknown = Fn.lookup(Fn.jsondecode(observed.result), "run", "");
    new LambdaInvocation(this, "Resource", {
      functionName: functions.reconciler.functionName,
      input: Token.asString(Fn.jsonencode({ desired: wanted, run })),
      lifecycleScope: "CRUD",
      dependsOn: [lastRun],
    });
  }
}
