/**
 * Whether the sandbox at an address has been asked to behave badly; another emulator never has.
 *
 * @param endpoint - What AWS_ENDPOINT_URL names; something answers there.
 */
export async function behavesBadly(endpoint: string): Promise<boolean> {
  const answer = await fetch(endpoint, { redirect: "manual" });
  if (answer.headers.get("content-type") !== "application/json") return false;
  const { faults = "none" } = (await answer.json()) as { readonly faults?: string };
  return faults !== "none";
}
