/**
 * What a read answers, or undefined if what it asks for isn't there.
 *
 * @param request - Under way.
 */
export async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that what was asked for isn't there: each service has its own name for it. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
  return httpStatusCode === 404 || /NotFound|NoSuch/.test(error.name);
}
