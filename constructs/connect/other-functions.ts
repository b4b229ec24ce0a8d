import { ConnectLambdaFunctionAssociation } from "@cdktf/provider-aws/lib/connect-lambda-function-association";
import type { Construct } from "constructs";

import { Group } from "../terraform/terraform-addresses";
import type { Instance } from "./instance";

/** Properties of {@link OtherFunctions}. */
export interface OtherFunctionsProps {
  /** The instance whose flows may call the functions. */
  readonly instance: Instance;
  /** Their names, from the center's value. */
  readonly names: readonly string[];
  /** The AWS account's twelve digits. */
  readonly accountId: string;
  /** The AWS Region, such as `us-west-2`. */
  readonly region: string;
}

/**
 * Lambda functions of other projects, which flows may call. Only the association is made: with it Amazon
 * Connect adds the right to invoke the function, which must exist, to the function's own policy.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export class OtherFunctions extends Group {
  /** By name; of the association, so that a flow is made only after Amazon Connect may call the function. */
  public readonly arns: ReadonlyMap<string, string>;

  public constructor(
    scope: Construct,
    id: string,
    { instance, names, accountId, region }: OtherFunctionsProps,
  ) {
    super(scope, id);
    this.arns = new Map(
      names.map((name) => {
        const { functionArn } = new ConnectLambdaFunctionAssociation(this, name, {
          instanceId: instance.instanceId,
          functionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
        });
        return [name, functionArn];
      }),
    );
  }
}
