import { OperatorError } from "./errors";

/** What to say where it is forbidden. */
export const FORBIDDEN = "KW_DOWNLOADS=never lets nothing be fetched";

/**
 * Whether programs that are missing may be fetched: `KW_DOWNLOADS=never` forbids it.
 *
 * @param environment - The person's.
 * @throws OperatorError when the variable has another value.
 */
export function mayDownload({ KW_DOWNLOADS: value = "" }: NodeJS.ProcessEnv): boolean {
  if (value === "") return true;
  if (value === "never") return false;
  throw new OperatorError(
    `KW_DOWNLOADS must be "never", which lets nothing be fetched, or not be set, got "${value}"`,
  );
}
