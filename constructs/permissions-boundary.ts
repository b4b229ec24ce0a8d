import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects, type IAspect } from "cdktf";
import type { Construct, IConstruct } from "constructs";

/**
 * Sets a permissions boundary on every role below a construct: none can do more than the policy
 * says, whatever its own policies allow, and none can be forgotten.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export class PermissionsBoundary implements IAspect {
  private constructor(private readonly policyArn: string) {}

  /** @param policyArn of the managed policy, which must exist before the roles do. */
  public static apply(scope: Construct, policyArn: string): void {
    Aspects.of(scope).add(new PermissionsBoundary(policyArn));
  }

  public visit(node: IConstruct): void {
    if (node instanceof IamRole) node.permissionsBoundary = this.policyArn;
  }
}
