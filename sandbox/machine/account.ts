/** The account that the sandbox plays: moto's own, so that every ARN names the same one. */
export const SANDBOX_ACCOUNT = "123456789012";

/** The access key id of the person at the terminal, in the gateway's call log. */
export const OPERATOR_KEY = "sandbox";

/**
 * The settings with which any AWS client uses the sandbox.
 *
 * @param endpoint - The sandbox's.
 * @param region - Where to look: as in AWS, regions know nothing of each other.
 */
export function clientSettings(endpoint: string, region: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: OPERATOR_KEY,
    AWS_SECRET_ACCESS_KEY: OPERATOR_KEY,
  };
}
