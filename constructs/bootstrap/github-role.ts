import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

import { policyDocument, type Statement } from "../iam-policy";
import { GITHUB_ISSUER } from "./names";

/** Properties of a {@link GitHubRole}. */
export interface GitHubRoleProps {
  readonly name: string;
  readonly description: string;
  /** ARN of GitHub's identity provider in the account. */
  readonly provider: string;
  /** Which jobs have it: `repo:<owner>/<name>:environment:prod`; no wildcards. */
  readonly subjects: readonly string[];
  /** ARNs of its managed policies by name. */
  readonly managed: Readonly<Record<string, string>>;
  /** Its inline policies by name; 10,240 characters together. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/**
 * A role that GitHub's workflows get for an hour, by a token that says which repository and which
 * event they run for.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export class GitHubRole extends Construct {
  public readonly roleArn: string;

  public constructor(scope: Construct, id: string, props: GitHubRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "Resource", {
      name: props.name,
      description: props.description,
      maxSessionDuration: 3600,
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Federated: props.provider },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: {
              [`${GITHUB_ISSUER}:aud`]: "sts.amazonaws.com",
              [`${GITHUB_ISSUER}:sub`]: props.subjects,
            },
          },
        },
      ]),
    });
    for (const [name, policyArn] of Object.entries(props.managed)) {
      new IamRolePolicyAttachment(this, name, { role: role.name, policyArn });
    }
    for (const [name, statements] of Object.entries(props.policies)) {
      new IamRolePolicy(this, name, {
        name,
        role: role.name,
        policy: policyDocument(statements),
      });
    }
    this.roleArn = role.arn;
  }
}
