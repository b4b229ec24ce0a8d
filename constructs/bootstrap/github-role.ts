import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";

import type { GitHub } from "../value/contact-center-value";
import { policyDocument, type Statement } from "../iam/iam-policy";
import { GITHUB_ISSUER } from "./names";

/** Properties of a {@link GitHubRole}. */
export interface GitHubRoleProps {
  /** The role's name, 1 to 64 characters. */
  readonly name: string;
  /** What it is for, as IAM shows it; 1 to 1000 characters. */
  readonly description: string;
  /** ARN of GitHub's identity provider in the account. */
  readonly provider: string;
  /** The repository whose workflows plan and apply. */
  readonly github: GitHub;
  /** The last part of the subject in its jobs' tokens: `environment:prod`, `pull_request`; no wildcards. */
  readonly events: readonly string[];
  /** The workflows of these jobs, as `apply.yml@refs/heads/main`; `*` for any text. */
  readonly workflows: readonly string[];
  /** ARNs of its managed policies by name. */
  readonly managed: Readonly<Record<string, string>>;
  /** Its inline policies by name; 10,240 characters together. */
  readonly policies: Readonly<Record<string, readonly Statement[]>>;
}

/**
 * A role that GitHub's workflows assume for an hour with a token that says for which repository, event and
 * workflow they run. AWS supports the claim of the workflow since January 2026.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export class GitHubRole extends Construct {
  /** The role's ARN, known after the apply. */
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
              [`${GITHUB_ISSUER}:sub`]: props.events.map((event) => subject(props.github, event)),
            },
            StringLike: {
              [`${GITHUB_ISSUER}:job_workflow_ref`]: props.workflows.map(
                (workflow) => `${props.github.repository}/.github/workflows/${workflow}`,
              ),
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

/** The repository as GitHub's tokens name it: by its names, and by its ids if its tokens hold them. */
function subject({ repository, ids }: GitHub, event: string): string {
  const [owner = "", name = ""] = repository.split("/");
  return ids === undefined
    ? `repo:${repository}:${event}`
    : `repo:${owner}@${ids.owner}/${name}@${ids.repository}:${event}`;
}
