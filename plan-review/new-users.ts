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
 * How to give them theirs.
 *
 * @param usernames - Who has none.
 */
export function passwordCure(usernames: readonly string[]): string {
  const template = JSON.stringify(Object.fromEntries(usernames.map((name) => [name, "…"])));
  return `new users need a first password: export TF_VAR_initial_passwords='${template}' (8 to 64 characters with upper case, lower case and a digit)`;
}
