/** Whether an endpoint is this machine's own, and so a sandbox's. */
export function isLoopback(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(endpoint).hostname);
}
