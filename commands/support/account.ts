import { GetCallerIdentityCommand, type STSClient } from "@aws-sdk/client-sts";

import type { Environment } from "../../constructs/value/contact-center-value";
import { OperatorError } from "../../sandbox/machine/errors";
import { requireCredentials } from "./credentials";
import { isLoopback } from "./loopback";

/**
 * Refuses credentials of another account than the environment's; a sandbox has only one.
 *
 * @throws Missing when there are none.
 */
export async function checkAccount(sts: STSClient, { name, account }: Environment): Promise<void> {
  const isSandbox = isLoopback(process.env.AWS_ENDPOINT_URL ?? "");
  if (!isSandbox) await requireCredentials();
  const { Account = "" } = await sts.send(new GetCallerIdentityCommand({}));
  if (isSandbox || Account === account.id) return;
  throw new OperatorError(
    `the credentials must be of the account of ${name} (${account.id}), got ${Account}: choose another profile`,
  );
}
