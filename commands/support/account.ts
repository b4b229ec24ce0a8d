import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";

import type { Environment } from "../../constructs/contact-center-value";
import { OperatorError } from "../../sandbox/errors";
import { isLoopback } from "./loopback";

/** Refuses credentials of another account than the environment's; a sandbox has only one. */
export async function checkAccount(sts: STSClient, { name, account }: Environment): Promise<void> {
  const { Account = "" } = await sts.send(new GetCallerIdentityCommand({}));
  if (isLoopback(process.env.AWS_ENDPOINT_URL ?? "") || Account === account.id) return;
  throw new OperatorError(
    `the credentials must be of the account of ${name} (${account.id}), got ${Account}: choose another profile`,
  );
}
