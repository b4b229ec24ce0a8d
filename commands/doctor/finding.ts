import { Missing, OperatorError } from "../../sandbox/machine/errors";

/** Something that is needed, and how to look for it. */
export interface Check {
  readonly name: string;
  /**
   * Says what is there.
   *
   * @throws Missing where it isn't.
   */
  readonly look: () => string | Promise<string>;
}

/** What a check has found. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What is there, or what is wrong. */
  readonly found: string;
  /** What mends it; undefined where nothing is wrong. */
  readonly cure?: string;
}

/** Makes checks, all at a time: each says what it has found, and none stops another. */
export function examine(checks: readonly Check[]): Promise<Finding[]> {
  return Promise.all(
    checks.map(async ({ name, look }): Promise<Finding> => {
      try {
        return { name, ok: true, found: await look() };
      } catch (error) {
        if (error instanceof Missing) {
          return { name, ok: false, found: error.lacks, cure: error.cure };
        }
        // Its message has the cure in it.
        if (error instanceof OperatorError) return { name, ok: false, found: error.message };
        throw error;
      }
    }),
  );
}

/**
 * Refuses to go on where something is missing: all of it is told, each with its cure.
 *
 * @throws OperatorError
 */
export async function requireAll(checks: readonly Check[]): Promise<void> {
  const missing = (await examine(checks)).filter(({ ok }) => !ok);
  if (missing.length === 0) return;
  const lines = missing.map(({ found, cure }) =>
    cure === undefined ? found : `${found}: ${cure}`,
  );
  throw new OperatorError(lines.join("\n"));
}
