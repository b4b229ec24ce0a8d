import { readFileSync } from "node:fs";
import { join } from "node:path";

import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamSamlProvider } from "@cdktf/provider-aws/lib/iam-saml-provider";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";

import { allow, policyDocument } from "../iam/iam-policy";
import type { Instance } from "./instance";
import { terraformText } from "../terraform/terraform-text";

const PROJECT = join(__dirname, "..", "..");

/** Properties of {@link SamlSignIn}. */
export interface SamlSignInProps {
  /** The instance that people sign in to. */
  readonly instance: Instance;
  /** The identity provider's metadata document: a file of the project. */
  readonly metadata: string;
  /** The provider's name in IAM, unique in the account. */
  readonly name: string;
  /** The suffix of the role's name. */
  readonly suffix: string;
  /** The instance's AWS Region. */
  readonly region: string;
}

/**
 * Lets people sign in through the company's identity provider: the provider in IAM, and the one role that a
 * signed-in user has in AWS. The role allows each user only to enter this instance under his own name; his
 * security profile decides what he may do there.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
export class SamlSignIn extends Construct {
  public constructor(scope: Construct, id: string, props: SamlSignInProps) {
    super(scope, id);
    const { instance, region } = props;
    const provider = new IamSamlProvider(this, "Provider", {
      name: props.name,
      samlMetadataDocument: terraformText(readFileSync(join(PROJECT, props.metadata), "utf8")),
    });
    const role = new IamRole(this, "Role", {
      name: `federate-connect${props.suffix}`,
      description: "What people who signed in through SAML may do in AWS: enter Amazon Connect",
      assumeRolePolicy: policyDocument([
        {
          Effect: "Allow",
          Principal: { Federated: provider.arn },
          Action: "sts:AssumeRoleWithSAML",
          Condition: {
            StringEquals: {
              // AWS recommends the endpoint of the instance's Region; most identity providers use the global
              // one.
              "SAML:aud": [
                `https://${region}.signin.aws.amazon.com/saml`,
                "https://signin.aws.amazon.com/saml",
              ],
            },
          },
        },
      ]),
    });
    new IamRolePolicy(this, "Permissions", {
      name: "permissions",
      role: role.name,
      policy: policyDocument([
        allow(
          ["connect:GetFederationToken"],
          [`${instance.instanceArn}/user/${terraformText("${aws:userid}")}`],
        ),
      ]),
    });

    new TerraformOutput(this, "RoleAttribute", {
      description: "The SAML attribute https://aws.amazon.com/SAML/Attributes/Role",
      value: `${role.arn},${provider.arn}`,
    });
    new TerraformOutput(this, "RelayState", {
      description: "Where the identity provider sends people who have signed in",
      value: `https://${region}.console.aws.amazon.com/connect/federate/${instance.instanceId}`,
    });
  }
}
