/** The longest that a server on this machine may take to say anything, in milliseconds. */
const PATIENCE = 5000;

/**
 * Tells whether an HTTP server is at an address: any answer will do, a refusal included.
 *
 * @param url - Its base URL.
 */
export async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(PATIENCE), redirect: "manual" });
    return true;
  } catch {
    // Whatever it was, there is nobody to talk to, and the caller says so.
    return false;
  }
}
