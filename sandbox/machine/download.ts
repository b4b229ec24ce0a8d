import { EnvHttpProxyAgent, fetch } from "undici";
import { OperatorError } from "./errors";

/** The longest that a server may take to connect, to answer, or to send more, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Fetches a file into memory, through the proxy that the environment names.
 *
 * @param url - Its address; redirects are followed.
 * @param environment - `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in capitals or not.
 * @throws OperatorError with the reason, in words.
 */
export async function download(url: string, environment: NodeJS.ProcessEnv): Promise<Uint8Array> {
  return request("GET", url, environment);
}

/**
 * Asks for a file without fetching it.
 *
 * @throws OperatorError with the reason why it couldn't be fetched, as {@link download} would tell.
 */
export async function requireReachable(url: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await request("HEAD", url, environment);
}

async function request(
  method: "GET" | "HEAD",
  url: string,
  environment: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  const proxy = proxyFor(url, environment);
  let agent: EnvHttpProxyAgent | undefined;
  try {
    agent = new EnvHttpProxyAgent({
      // Empty, not absent: else the process's own variables would count.
      httpProxy: variable(environment, "HTTP_PROXY"),
      httpsProxy: variable(environment, "HTTPS_PROXY"),
      noProxy: variable(environment, "NO_PROXY"),
      connect: { timeout: PATIENCE },
      headersTimeout: PATIENCE,
      bodyTimeout: PATIENCE,
    });
    const response = await fetch(url, { method, dispatcher: agent });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    const through = proxy === "" ? "" : ` through the proxy ${withoutPassword(proxy)}`;
    throw new OperatorError(`${url} could not be fetched${through} (${reasonOf(error)})`);
  } finally {
    await agent?.destroy();
  }
}

const variable = (environment: NodeJS.ProcessEnv, name: string): string =>
  environment[name.toLowerCase()] ?? environment[name] ?? "";

/** The proxy that the environment names for an address, whether or not NO_PROXY leaves it out. */
function proxyFor(url: string, environment: NodeJS.ProcessEnv): string {
  const plain = variable(environment, "HTTP_PROXY");
  return url.startsWith("https:") ? variable(environment, "HTTPS_PROXY") || plain : plain;
}

const withoutPassword = (proxy: string): string => proxy.replace(/\/\/[^/@]*@/, "//…@");

/** The first cause of a failure, which says more than "fetch failed" does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error.message;
}
