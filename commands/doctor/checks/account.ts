import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Account } from "../../../constructs/contact-center-value";
import { SANDBOX_ACCOUNT } from "../../../sandbox/account";
import { Missing } from "../../../sandbox/errors";
import { isOperator } from "../../bootstrap/caller";
import { requireCredentials } from "../../support/credentials";
import { isLoopback } from "../../support/loopback";
import type { Check } from "../finding";

/** The person's credentials for AWS. Nobody is asked. */
export const credentials: Check = {
  name: "AWS credentials",
  look: async () => {
    await requireCredentials();
    return process.env.AWS_PROFILE ?? process.env.AWS_ACCESS_KEY_ID ?? "there";
  },
};

/**
 * Whose the credentials are. STS is asked only where there are any.
 *
 * @param accounts - Those that are expected.
 */
export const account = (accounts: readonly Account[]): Check => ({
  name: "AWS account",
  look: async () => {
    try {
      await requireCredentials();
    } catch {
      throw new Missing("not known without credentials", "set them first");
    }
    const { Account: id = "", Arn: arn = "" } = await callerOf(accounts[0]?.region ?? "us-east-1");
    const endpoint = process.env.AWS_ENDPOINT_URL ?? "";
    if (id === SANDBOX_ACCOUNT && isLoopback(endpoint)) return `${id}, the sandbox at ${endpoint}`;
    const expected = accounts.find((each) => each.id === id);
    if (expected === undefined) {
      const ids = accounts.map((each) => `${each.id} (${each.name})`).join(" or ");
      throw new Missing(
        `the credentials must be of ${ids}, got ${arn}`,
        "choose another profile, or mend ACCOUNTS in kwglobal.ts",
      );
    }
    if (isOperator(arn, expected.operators)) return `${id} (${expected.name}), as ${arn}`;
    throw new Missing(
      `only operators (${expected.operators.join(", ")}) can read the states of "${expected.name}", got ${arn}`,
      "sign in as one, or add the role's name to operators in kwglobal.ts",
    );
  },
});

async function callerOf(region: string) {
  const sts = new STSClient({ region, maxAttempts: 2 });
  try {
    return await sts.send(new GetCallerIdentityCommand({}));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Missing(
      `AWS doesn't tell whose the credentials are (${reason})`,
      "sign in again (aws sso login), or connect to the network",
    );
  } finally {
    sts.destroy();
  }
}
