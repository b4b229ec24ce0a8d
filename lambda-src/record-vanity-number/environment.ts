/** The function's environment: what its construct sets and its handler reads. */
export interface RecordVanityNumberEnvironment {
  /** The DynamoDB table's name: key `phone`. */
  readonly TABLE_NAME: string;
  /** The name that logs and metrics carry. */
  readonly POWERTOOLS_SERVICE_NAME: string;
  /** The CloudWatch namespace of the metrics. */
  readonly POWERTOOLS_METRICS_NAMESPACE: string;
}

const NAMES = ["TABLE_NAME", "POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE"] as const;

/**
 * Reads the environment.
 * @param env `process.env`
 * @throws Error naming each variable that is missing
 */
export function readEnvironment(env: NodeJS.ProcessEnv): RecordVanityNumberEnvironment {
  const missing = NAMES.filter((name) => !env[name]);
  if (missing.length > 0)
    throw new Error(
      `environment variables must be set by the function's construct, missing ${missing.join(", ")}`,
    );
  const [TABLE_NAME, POWERTOOLS_SERVICE_NAME, POWERTOOLS_METRICS_NAMESPACE] = NAMES.map(
    (name) => env[name] ?? "",
  ) as [string, string, string];
  return { TABLE_NAME, POWERTOOLS_SERVICE_NAME, POWERTOOLS_METRICS_NAMESPACE };
}
