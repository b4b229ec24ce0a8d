import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Account } from "../../../constructs/value/contact-center-value";
import { SANDBOX_ACCOUNT } from "../../../sandbox/machine/account";
import { errorMessage, Missing } from "../../../sandbox/machine/errors";
import { requireOperator } from "../../bootstrap/caller";
import { requireCredentials } from "../../support/credentials";
import { isLoopback } from "../../support/loopback";
import type { Check } from "../finding";

/** The person's credentials for AWS. Nobody is asked. */
export const credentials: Check = {
  name: "AWS credentials",
  look: async () => {
    await requireCredentials();
    const { AWS_PROFILE: profile, AWS_ACCESS_KEY_ID: key } = process.env;
    if (profile !== undefined) return `of the profile ${profile}`;
    return key === undefined ? "of this machine" : "in AWS_ACCESS_KEY_ID";
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
    const caller = await callerOf(accounts[0]?.region ?? "us-east-1");
    const { Account: id = "", Arn: arn = "" } = caller;
    const endpoint = process.env.AWS_ENDPOINT_URL ?? "";
    if (id === SANDBOX_ACCOUNT && isLoopback(endpoint)) return `${id}, the sandbox at ${endpoint}`;
    return `${id} (${requireOperator(caller, accounts).name}), as ${arn}`;
  },
});

async function callerOf(region: string) {
  const sts = new STSClient({ region, maxAttempts: 2 });
  try {
    return await sts.send(new GetCallerIdentityCommand({}));
  } catch (error) {
    const reason = errorMessage(error);
    throw new Missing(
      `AWS doesn't tell whose the credentials are (${reason})`,
      "sign in again (aws sso login), or connect to the network",
    );
  } finally {
    sts.destroy();
  }
}
