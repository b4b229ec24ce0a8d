import type { ChildExecution } from "./child-execution";
import type { RunNames } from "./run-names";

/** An object that a ResultWriter writes. */
export interface ResultFile {
  readonly key: string;
  readonly body: string;
}

/** In which file executions stand, by their status. */
const FILES = {
  SUCCEEDED: ["SUCCEEDED"],
  FAILED: ["FAILED", "ABORTED"],
  PENDING: ["PENDING"],
} as const;

/**
 * The files of a Distributed Map's results: one for each outcome that some execution had, the manifest last. All of one
 * outcome stand in its first file, `SUCCEEDED_0.json`: AWS begins another one after 5 GB.
 *
 * @param folder - Their prefix, which has the run's name at its end.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function resultFiles(
  children: readonly ChildExecution[],
  { bucket, folder, names }: { bucket: string; folder: string; names: RunNames },
): readonly [...ResultFile[], ResultFile] {
  const written = new Map<string, ResultFile>();
  for (const [name, statuses] of Object.entries(FILES)) {
    const listed = children.filter(({ status }) => statuses.some((each) => each === status));
    const body = JSON.stringify(listed.map((each) => record(each, names)));
    if (listed.length > 0) written.set(name, { key: `${folder}/${name}_0.json`, body });
  }
  const filesOf = (name: string) => {
    const file = written.get(name);
    return file ? [{ Key: file.key, Size: Buffer.byteLength(file.body) }] : [];
  };
  const manifest = {
    DestinationBucket: bucket,
    MapRunArn: names.mapRun,
    ResultFiles: Object.fromEntries(Object.keys(FILES).map((name) => [name, filesOf(name)])),
  };
  const last = { key: `${folder}/manifest.json`, body: JSON.stringify(manifest) };
  return [...written.values(), last];
}

/** An execution as AWS's page shows it; of one that never started it shows none. */
function record(child: ChildExecution, names: RunNames): object {
  const { status, output, error, cause, started, stopped } = child;
  return {
    ...(cause !== undefined && { Cause: cause }),
    ...(error !== undefined && { Error: error }),
    ExecutionArn: names.child(child.name),
    Input: child.input,
    InputDetails: { Included: true },
    Name: child.name,
    ...(output !== undefined && { Output: output, OutputDetails: { Included: true } }),
    RedriveCount: child.redrives,
    ...(status === "SUCCEEDED"
      ? {
          RedriveStatus: "NOT_REDRIVABLE",
          RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
        }
      : { RedriveStatus: "REDRIVABLE" }),
    ...(started && { StartDate: started.toISOString() }),
    StateMachineArn: names.childMachine,
    Status: status,
    ...(stopped && { StopDate: stopped.toISOString() }),
  };
}
