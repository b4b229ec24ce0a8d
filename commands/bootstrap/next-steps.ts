import { terraformName } from "../../constructs/terraform/terraform-name";

/**
 * What remains to be told to GitHub, as commands of its command line.
 *
 * @param environments - Names of the account's environments.
 * @param outputs - ARNs of roles by the stack's outputs.
 */
export function nextSteps(
  environments: readonly string[],
  outputs: Readonly<Record<string, string>>,
): string {
  const role = (environment: string, output: string) =>
    outputs[`${terraformName(environment)}_${output}`] ?? "";
  const variable = (environment: string) => environment.toUpperCase().replaceAll("-", "_");
  const commands = environments.flatMap((environment) => [
    `gh variable set AWS_PLAN_ROLE_ARN_${variable(environment)} --body ${role(environment, "plan_role")}`,
    `gh variable set AWS_PULL_ROLE_ARN_${variable(environment)} --body ${role(environment, "pull_role")}`,
    `gh variable set AWS_APPLY_ROLE_ARN --env ${environment} --body ${role(environment, "apply_role")}`,
  ]);
  return [
    "The account is ready. Tell GitHub the roles (docs/go-live.md says more):",
    ...commands.map((command) => `  ${command}`),
    "Then:",
    ...environments.map((environment) => `  npm run plan -- ${environment}`),
  ].join("\n");
}
