/** The environment of both functions: a contract with the construct that deploys them. */
export interface ConnectAssociationsEnvironment {
  /** Begins the name of the parameters that hold the last run, one for each kind. */
  readonly RUN_PARAMETER_PREFIX: string;
}

/**
 * @throws Error that names a variable that is missing.
 */
export function readEnvironment(env: NodeJS.ProcessEnv): ConnectAssociationsEnvironment {
  const { RUN_PARAMETER_PREFIX } = env;
  if (RUN_PARAMETER_PREFIX === undefined) {
    throw new Error("the function's environment must set RUN_PARAMETER_PREFIX");
  }
  return { RUN_PARAMETER_PREFIX };
}
