import {
  GetCallerIdentityCommand,
  type GetCallerIdentityCommandOutput,
  STSClient,
} from "@aws-sdk/client-sts";

import type { Account } from "../../constructs/value/contact-center-value";
import { Missing } from "../../sandbox/machine/errors";

/**
 * Refuses credentials with which a bootstrap would break off: of another account, or of somebody
 * who could not read the state once the bucket is there.
 *
 * @throws Missing that says whose credentials they are.
 */
export async function checkCaller(account: Account): Promise<void> {
  const sts = new STSClient({ region: account.region });
  try {
    requireOperator(await sts.send(new GetCallerIdentityCommand({})), [account]);
  } finally {
    sts.destroy();
  }
}

/**
 * Finds the account that somebody can work on.
 *
 * @param caller - As STS tells it.
 * @param accounts - Those that it may be.
 * @throws Missing where it is none of them, or somebody who can't read its states.
 */
export function requireOperator(
  { Arn = "", Account: id }: GetCallerIdentityCommandOutput,
  accounts: readonly Account[],
): Account {
  const account = accounts.find((each) => each.id === id);
  if (account === undefined) {
    const expected = accounts.map((each) => `"${each.name}" (${each.id})`).join(" or ");
    throw new Missing(
      `the credentials must be of account ${expected}, got ${Arn}`,
      "choose another profile, or mend the id in kwglobal.ts",
    );
  }
  if (isOperator(Arn, account.operators)) return account;
  throw new Missing(
    `only operators of account "${account.name}" (${account.operators.join(", ")}) can read its states, got ${Arn}`,
    "sign in as one, or add the role's name to operators in kwglobal.ts",
  );
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
