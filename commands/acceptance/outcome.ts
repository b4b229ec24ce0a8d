/** How a test ended. */
export interface Outcome {
  readonly name: string;
  readonly verdict: "holds" | "fails" | "lacks a service" | "skipped" | "unreadable";
  /** Steps that were carried out, of all. */
  readonly steps: readonly [done: number, all: number];
  /** Checks of attributes that hold, of those that were made. */
  readonly checks: readonly [held: number, made: number];
  /** What doesn't hold, or why it wasn't run. */
  readonly reasons: readonly string[];
}

/** What the provider says where the sandbox lacks a service. */
const LACKING = /the sandbox has no service \\?"([\w-]+)/;

/** What a test that was run came to. */
export function outcomeOf(run: Omit<Outcome, "verdict">): Outcome {
  const lacking = run.reasons.map((reason) => LACKING.exec(reason)?.[1]).find(Boolean);
  if (lacking !== undefined) return { ...run, verdict: "lacks a service", reasons: [lacking] };
  return { ...run, verdict: run.reasons.length === 0 ? "holds" : "fails" };
}
