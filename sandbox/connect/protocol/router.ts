import type { OperationModel } from "./model";

/** The operation that a request names, with the labels of its path as they were sent: encoded. */
export interface Route {
  readonly operation: OperationModel;
  readonly labels: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly operation: OperationModel;
  readonly segments: readonly string[];
}

const labelOf = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/**
 * Puts the more literal path first, so that `/phone-number/list` is not the number called "list":
 * literals sort before labels, and the leftmost difference decides.
 */
function moreLiteralFirst(a: Candidate, b: Candidate): number {
  const shape = (candidate: Candidate): string =>
    candidate.segments.map((segment) => (labelOf(segment) === undefined ? "0" : "1")).join("");
  return shape(a).localeCompare(shape(b));
}

/**
 * Makes the router of a set of operations.
 *
 * A path is matched as it was sent, before any decoding: the ARN in `/tags/{resourceArn}` arrives
 * as one segment with its slashes written `%2F`, and decoding first would make it many.
 *
 * @returns a function that finds the operation for a method and a raw path (no query), or undefined;
 *   it never throws, whatever the path
 */
export function createRouter(
  operations: readonly OperationModel[],
): (method: string, rawPath: string) => Route | undefined {
  const routes = new Map<string, Candidate[]>();
  const key = (method: string, segments: readonly string[]): string =>
    `${method} ${segments.length}`;
  for (const operation of operations) {
    const segments = operation.path.split("/");
    const candidates = routes.get(key(operation.method, segments)) ?? [];
    routes.set(
      key(operation.method, segments),
      [...candidates, { operation, segments }].sort(moreLiteralFirst),
    );
  }

  return (method, rawPath) => {
    const sent = rawPath.split("/");
    const found = routes
      .get(key(method, sent))
      ?.find(({ segments }) =>
        segments.every((segment, i) => labelOf(segment) !== undefined || segment === sent[i]),
      );
    if (found === undefined) return undefined;
    const labels = found.segments.flatMap((segment, i) => {
      const label = labelOf(segment);
      return label === undefined ? [] : [[label, sent[i] ?? ""] as const];
    });
    return { operation: found.operation, labels: Object.fromEntries(labels) };
  };
}
