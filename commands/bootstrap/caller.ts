import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

import type { Account } from "../../constructs/contact-center-value";
import { OperatorError } from "../../sandbox/errors";

/**
 * Refuses credentials with which a bootstrap would break off: of another account, or of somebody
 * who could not read the state once the bucket is there.
 *
 * @throws OperatorError that says whose credentials they are.
 */
export async function checkCaller(account: Account): Promise<void> {
  const sts = new STSClient({ region: account.region });
  try {
    const { Arn = "", Account: id } = await sts.send(new GetCallerIdentityCommand({}));
    if (id !== account.id) {
      throw new OperatorError(
        `the credentials must be of account "${account.name}" (${account.id}), got ${Arn}: choose another profile, or mend the id in kwglobal.ts`,
      );
    }
    if (!isOperator(Arn, account.operators)) {
      throw new OperatorError(
        `only operators of account "${account.name}" (${account.operators.join(", ")}) can read its states, got ${Arn}: sign in as one, or add the role's name to operators in kwglobal.ts`,
      );
    }
  } finally {
    sts.destroy();
  }
}

/**
 * Whether a caller has one of some roles.
 *
 * @param arn - As STS tells it: `arn:aws:sts::<account>:assumed-role/<role>/<session>`.
 * @param operators - Names of roles, `*` for any text.
 */
export function isOperator(arn: string, operators: readonly string[]): boolean {
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  return role !== undefined && operators.some((pattern) => matches(role, pattern));
}

function matches(text: string, pattern: string): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[^\w]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}
