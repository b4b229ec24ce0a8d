/** The account that the sandbox plays: moto's own, so that every ARN names the same one. */
export const SANDBOX_ACCOUNT = "123456789012";

/** The access key id of the person at the terminal, in the gateway's call log. */
export const OPERATOR_KEY = "sandbox";

/**
 * An environment in which every AWS client goes to the sandbox and none can reach a real account:
 * this machine's profiles, credentials, endpoints and certificates are taken out, and so are the
 * settings that would change what Terraform does.
 *
 * @param environment - The process's own.
 * @param endpoint - The sandbox's.
 * @param region - The region of what is deployed.
 */
export function sandboxEnvironment(
  environment: NodeJS.ProcessEnv,
  endpoint: string,
  region: string,
): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(AWS_|TF_CLI_ARGS|TF_WORKSPACE$|TF_DATA_DIR$)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    ...clientSettings(endpoint, region),
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    NO_PROXY: "127.0.0.1,localhost",
    no_proxy: "127.0.0.1,localhost",
  };
}

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
