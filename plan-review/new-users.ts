import type { Plan } from "./plan.ts";

/**
 * Users that an apply would make without the password that Amazon Connect demands: it would break
 * off at them. A plan alone needs none, and where SAML manages identities nobody has one.
 *
 * @param plan - What would be applied.
 * @returns their usernames.
 */
export function usersWithoutPassword({ changes }: Plan): string[] {
  const connectManaged = changes.some(
    ({ type, after }) =>
      type === "aws_connect_instance" && after?.identity_management_type === "CONNECT_MANAGED",
  );
  if (!connectManaged) return [];
  return changes
    .filter(({ type, kind }) => type === "aws_connect_user" && ["create", "replace"].includes(kind))
    .filter(({ after }) => typeof after?.password !== "string")
    .map(({ after }) => String(after?.name));
}

/**
 * What gives users their first passwords, and the rule that Connect has for these.
 *
 * @param usernames - Who has none.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
 */
export function firstPasswords(usernames: readonly string[]): { template: string; rule: string } {
  return {
    template: JSON.stringify(Object.fromEntries(usernames.map((name) => [name, "…"]))),
    rule: "8 to 64 characters with upper case, lower case and a digit",
  };
}

/**
 * How to give them theirs at a terminal.
 *
 * @param usernames - Who has none.
 */
export function passwordCure(usernames: readonly string[]): string {
  const { template, rule } = firstPasswords(usernames);
  return `new users need a first password: export TF_VAR_initial_passwords='${template}' (${rule})`;
}
