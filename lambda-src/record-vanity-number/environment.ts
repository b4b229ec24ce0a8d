/** The function's environment: what its construct sets and its handler reads. */
export interface RecordVanityNumberEnvironment {
  /** The DynamoDB table's name: key `phone`. */
  readonly TABLE_NAME: string;
}

/** The CloudWatch namespace of the function's metrics, for dashboards and alarms. */
export const METRICS_NAMESPACE = "KWGlobal";

/** The service that the function's logs and metrics name. */
export const METRICS_SERVICE = "recordVanityNumber";

/**
 * Reads the environment.
 * @param env `process.env`
 * @throws Error naming the variable that is missing
 */
export function readEnvironment(env: NodeJS.ProcessEnv): RecordVanityNumberEnvironment {
  const { TABLE_NAME } = env;
  if (!TABLE_NAME)
    throw new Error("TABLE_NAME must be the table's name, got nothing: the construct sets it");
  return { TABLE_NAME };
}
