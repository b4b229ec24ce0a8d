import { DataAwsLambdaInvocation } from "@cdktf/provider-aws/lib/data-aws-lambda-invocation";
import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Fn, TerraformLocal, Token } from "cdktf";
import { Construct } from "constructs";

import type { DesiredState } from "../../lambda-src/connect-associations/desired-state";
import type { ConnectAssociations } from "./connect-associations";

/** Properties of an {@link Association}. */
export interface AssociationProps {
  /** The functions that compare and change. */
  readonly functions: ConnectAssociations;
  /** The wanted state of this part of the instance. */
  readonly desired: DesiredState;
}

/**
 * A part of the instance that the reconciler keeps in the state that `desired` describes.
 *
 * Every plan calls the observer. If the instance is in the wanted state, the observer answers with the last
 * run, which is what Terraform has in its state: no change. If it isn't (somebody edited it in the console,
 * or an apply failed and left something to undo), the observer answers with a new run and the reason, and the
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
    // Through a local value: Terraform defers a data source that refers directly to a resource that is about
    // to change, so a new prompt would show as an update here.
    const local = new TerraformLocal(this, "Desired", desired);
    const wanted: unknown = local.expression;
    const observed = new DataAwsLambdaInvocation(this, "Observed", {
      // The ARN, not the name: the ARN is unknown until the function exists, so the answer is unknown too.
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
