import type { OwnWords } from "../vanity-engine/own-words";

/** The function's environment: what its construct sets and its handler reads. */
export interface RecordVanityNumberEnvironment {
  /** The DynamoDB table's name: key `phone`. */
  readonly TABLE_NAME: string;
  /**
   * The operator's own words, as `writtenWords` writes them. In the environment, since a change of it is in effect from the next call on
   * and needs no code, no right and no further request.
   */
  readonly VANITY_WORDS?: string;
}

/** What the handler makes of its environment. */
export interface Surroundings {
  readonly tableName: string;
  /** The operator's own words; absent where there are none. */
  readonly ownWords?: OwnWords;
}

const WRITTEN = /^never:((?: [A-Z0-9]+)*) allowed:((?: [A-Z0-9]+)*)$/;

/**
 * The operator's own words as a variable of the environment: `never: TURKEY allowed: NEGRONI`.
 * @param words of A–Z and 0–9
 */
export function writtenWords({ never, allowed }: OwnWords): string {
  return ["never:", ...never, "allowed:", ...allowed].join(" ");
}

function wordsIn(written: string): OwnWords {
  const [, never, allowed] = WRITTEN.exec(written) ?? [];
  if (never === undefined || allowed === undefined)
    throw new Error(
      `VANITY_WORDS must be "never: … allowed: …" with words of A-Z and 0-9, got ${JSON.stringify(written.slice(0, 80))}: the construct sets it`,
    );
  const wordsOf = (list: string): string[] => list.split(" ").filter((word) => word !== "");
  return { never: wordsOf(never), allowed: wordsOf(allowed) };
}

/** The CloudWatch namespace of the function's metrics, for dashboards and alarms. */
export const METRICS_NAMESPACE = "KWGlobal";

/** The service that the function's logs and metrics name. */
export const METRICS_SERVICE = "recordVanityNumber";

/**
 * Reads the environment.
 * @param env `process.env`
 * @throws Error naming the variable that is missing or can't be read
 */
export function readEnvironment(env: NodeJS.ProcessEnv): Surroundings {
  const { TABLE_NAME, VANITY_WORDS } = env;
  if (!TABLE_NAME)
    throw new Error("TABLE_NAME must be the table's name, got nothing: the construct sets it");
  return {
    tableName: TABLE_NAME,
    ...(VANITY_WORDS ? { ownWords: wordsIn(VANITY_WORDS) } : {}),
  };
}
