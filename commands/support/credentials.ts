import { STSClient } from "@aws-sdk/client-sts";
import { errorMessage, Missing } from "../../sandbox/machine/errors";

/**
 * Asks the AWS SDK for credentials, which looks where Terraform looks; the Region is of no matter to that.
 *
 * @throws Missing when there are none.
 */
export async function requireCredentials(): Promise<void> {
  const client = new STSClient({ region: "us-east-1" });
  try {
    await client.config.credentials();
  } catch (error) {
    const reason = errorMessage(error);
    throw new Missing(
      "there are no AWS credentials",
      `set AWS_PROFILE (after aws sso login), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n${reason}`,
    );
  } finally {
    client.destroy();
  }
}
