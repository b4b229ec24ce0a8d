/** A call of GitHub's API that failed for good. */
export class GitHubError extends Error {
  public override readonly name = "GitHubError";
}

/** Where and as whom GitHub's API is called. */
export interface GitHubOptions {
  /** `https://api.github.com`, or that of an Enterprise Server. */
  readonly url: string;
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
}

type Method = "GET" | "POST" | "PATCH";

const TRIES = 4;
/** Longest wait for a rate limit, in seconds; it is reset hourly, which no job waits for. */
const PATIENCE = 90;

/**
 * GitHub's REST API, as far as comments, issues and pull requests need it. It uses Node alone: the jobs that hold
 * a token install nothing from npm.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
 */
export class GitHub {
  private readonly options: GitHubOptions;

  public constructor(options: GitHubOptions) {
    this.options = options;
  }

  /** The API of the workflow that runs this. @throws GitHubError outside of a workflow */
  public static ofWorkflow(environment: NodeJS.ProcessEnv): GitHub {
    const [url, token, repository] = ["GITHUB_API_URL", "GITHUB_TOKEN", "GITHUB_REPOSITORY"].map(
      (name) => {
        const value = environment[name];
        if (value === undefined || value === "") {
          throw new GitHubError(`${name} must be set: this runs in a GitHub workflow`);
        }
        return value;
      },
    );
    return new GitHub({ url: url ?? "", token: token ?? "", repository: repository ?? "" });
  }

  /** Every item of a list, from all of its pages. @param path - Below the repository: `/issues`. */
  public async list(path: string): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    let next: string | undefined = this.address(
      `${path}${path.includes("?") ? "&" : "?"}per_page=100`,
    );
    while (next !== undefined) {
      const response: Response = await this.call("GET", next);
      const page: unknown = await response.json();
      if (!Array.isArray(page)) throw new GitHubError(`GET ${path} must answer a list`);
      items.push(...(page as unknown[]));
      next = this.nextPage(response);
    }
    return items;
  }

  /** Makes something. @param path - Below the repository: `/issues/7/comments`. */
  public async create(path: string, body: Readonly<Record<string, unknown>>): Promise<unknown> {
    return (await this.call("POST", this.address(path), body)).json();
  }

  /** Changes something. @param path - Below the repository: `/issues/7`. */
  public async update(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    await this.call("PATCH", this.address(path), body);
  }

  private address(path: string): string {
    const { url, repository } = this.options;
    return `${url.replace(/\/$/, "")}/repos/${repository}${path}`;
  }

  /** The token goes nowhere else, whatever a header says. */
  private nextPage(response: Response): string | undefined {
    const [, next] = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "") ?? [];
    if (next !== undefined && new URL(next).origin !== new URL(this.options.url).origin) {
      throw new GitHubError(`the next page must be at ${this.options.url}, got ${next}`);
    }
    return next;
  }

  private async call(method: Method, address: string, body?: unknown): Promise<Response> {
    for (let tried = 1; ; tried += 1) {
      const response = await this.send(method, address, body);
      if (response.ok) return response;
      const wait = tried < TRIES ? waitOf(method, response, tried) : undefined;
      if (wait === undefined) throw await failure(method, address, response);
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }

  private async send(method: Method, address: string, body?: unknown): Promise<Response> {
    try {
      return await fetch(address, {
        method,
        headers: {
          Accept: "application/vnd.github+json",
          Authorization: `Bearer ${this.options.token}`,
          "X-GitHub-Api-Version": "2022-11-28",
          "User-Agent": "plan-review",
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A redirect of a write would be followed as a read.
        redirect: "error",
        signal: AbortSignal.timeout(30_000),
      });
    } catch (error) {
      const reason = error instanceof Error ? (error.cause ?? error) : error;
      throw new GitHubError(`${method} ${address} got no answer: ${String(reason)}`);
    }
  }
}

/**
 * Seconds to wait before another try; undefined where none would help.
 *
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function waitOf(method: Method, { status, headers }: Response, tried: number): number | undefined {
  if (status === 403 || status === 429) {
    const after = headers.get("retry-after");
    const reset = headers.get("x-ratelimit-reset");
    const exceeded = headers.get("x-ratelimit-remaining") === "0";
    const wait =
      after !== null
        ? Number(after)
        : exceeded && reset !== null
          ? Math.max(0, Number(reset) - Date.now() / 1000) + 1
          : undefined;
    return wait !== undefined && wait <= PATIENCE ? wait : undefined;
  }
  // A write may have been done before its answer was lost: the next run finds and updates it.
  return status >= 500 && method !== "POST" ? 2 ** (tried - 1) : undefined;
}

async function failure(method: Method, address: string, response: Response): Promise<GitHubError> {
  const text = await response.text();
  let message = text.slice(0, 200);
  try {
    message = String((JSON.parse(text) as { message?: unknown }).message);
  } catch {
    // Not JSON: a proxy's page, say. Its beginning is the message.
  }
  const cure =
    response.headers.get("x-ratelimit-remaining") === "0"
      ? ": the rate limit is used up, run the job again later"
      : response.status === 403
        ? ": the job needs `pull-requests: write` for a comment or a pull request, which GitHub Actions must be allowed to create (Settings → Actions → General), `contents: write` for a branch, `issues: write` for an issue"
        : "";
  return new GitHubError(`${method} ${address} failed (${response.status}): ${message}${cure}`);
}
