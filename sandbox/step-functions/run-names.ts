import { randomUUID } from "node:crypto";

/** What a map run and its executions are called. */
export interface RunNames {
  /** A UUID, also the folder of the results. */
  readonly id: string;
  readonly mapRun: string;
  /** The state machine of the child executions. */
  readonly childMachine: string;
  /** A child execution's ARN. */
  readonly child: (name: string) => string;
}

/**
 * Names a new run.
 *
 * @param machineArn - `arn:aws:states:us-west-2:123456789012:stateMachine:Name`.
 * @param label - The map state's.
 */
export function runNames(machineArn: string, label: string): RunNames {
  const id = randomUUID();
  const arn = (kind: string) => machineArn.replace(":stateMachine:", `:${kind}:`);
  return {
    id,
    mapRun: `${arn("mapRun")}/${label}:${id}`,
    childMachine: `${machineArn}/${label}`,
    child: (name) => `${arn("execution")}/${label}:${name}`,
  };
}
