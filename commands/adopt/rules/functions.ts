import {
  GetRoleCommand,
  GetRolePolicyCommand,
  GetSAMLProviderCommand,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { GetFunctionCommand, GetPolicyCommand } from "@aws-sdk/client-lambda";

import { unlessMissing } from "../../support/unless-missing";
import type { ImportRule } from "../rule";

const role: ImportRule = async (wanted, { clients: { iam } }) => {
  const RoleName = wanted.text("name");
  return (await unlessMissing(iam.send(new GetRoleCommand({ RoleName })))) && RoleName;
};

const samlProvider: ImportRule = async (wanted, { clients: { iam }, accountId }) => {
  const SAMLProviderArn = `arn:aws:iam::${accountId}:saml-provider/${wanted.text("name")}`;
  const command = new GetSAMLProviderCommand({ SAMLProviderArn });
  return (await unlessMissing(iam.send(command))) && SAMLProviderArn;
};

const rolePolicy: ImportRule = async (wanted, { clients: { iam } }) => {
  const [RoleName, PolicyName] = [wanted.text("role"), wanted.text("name")];
  const command = new GetRolePolicyCommand({ RoleName, PolicyName });
  return (await unlessMissing(iam.send(command))) && `${RoleName}:${PolicyName}`;
};

const rolePolicyAttachment: ImportRule = async (wanted, { clients: { iam } }) => {
  const [RoleName, PolicyArn] = [wanted.text("role"), wanted.text("policy_arn")];
  const command = new ListAttachedRolePoliciesCommand({ RoleName });
  const { AttachedPolicies = [] } = (await unlessMissing(iam.send(command))) ?? {};
  return AttachedPolicies.some((each) => each.PolicyArn === PolicyArn)
    ? `${RoleName}/${PolicyArn}`
    : undefined;
};

const lambdaFunction: ImportRule = async (wanted, { clients: { lambda } }) => {
  const FunctionName = wanted.text("function_name");
  const command = new GetFunctionCommand({ FunctionName });
  return (await unlessMissing(lambda.send(command))) && FunctionName;
};

const lambdaPermission: ImportRule = async (wanted, { clients: { lambda } }) => {
  const [FunctionName, statement] = [wanted.text("function_name"), wanted.text("statement_id")];
  const command = new GetPolicyCommand({ FunctionName });
  const { Policy = "{}" } = (await unlessMissing(lambda.send(command))) ?? {};
  const { Statement = [] } = JSON.parse(Policy) as { Statement?: readonly { Sid?: string }[] };
  return Statement.some(({ Sid }) => Sid === statement)
    ? `${FunctionName}/${statement}`
    : undefined;
};

/** How functions and roles are found. */
export const FUNCTION_RULES: Readonly<Record<string, ImportRule>> = {
  aws_iam_role: role,
  aws_iam_saml_provider: samlProvider,
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: rolePolicyAttachment,
  aws_lambda_function: lambdaFunction,
  aws_lambda_permission: lambdaPermission,
};
