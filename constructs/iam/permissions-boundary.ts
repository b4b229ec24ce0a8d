import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Aspects, type IAspect } from "cdktf";
import type { Construct, IConstruct } from "constructs";

/**
 * Sets a permissions boundary on every role below a construct, so that no role is forgotten: none can do more
 * than the boundary allows, whatever its own policies say.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export class PermissionsBoundary implements IAspect {
  private constructor(private readonly policyArn: string) {}

  /** @param policyArn - ARN of the managed policy, which must exist before the roles do. */
  public static apply(scope: Construct, policyArn: string): void {
    Aspects.of(scope).add(new PermissionsBoundary(policyArn));
  }

  /** Sets the boundary where the construct is a role. */
  public visit(node: IConstruct): void {
    if (node instanceof IamRole) node.permissionsBoundary = this.policyArn;
  }
}
