import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { execa } from "execa";

const BOT = { login: "github-actions[bot]", type: "Bot" };
const PAGE = 100;
const LIMIT = 65_536;

export interface Text {
  readonly user: { login: string; type: string };
  body: string;
}

export interface Comment extends Text {
  readonly id: number;
}

export interface Issue extends Text {
  readonly number: number;
  title: string;
  state: string;
  readonly comments: Comment[];
  readonly pull_request?: object;
}

/** An answer that stands in for the next one: a rate limit, a lost permission, a failing server. */
export interface Trouble {
  readonly method: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** The body, where it is no message. */
  readonly json?: unknown;
}

/**
 * GitHub's REST API as far as issues, their comments and new pull requests go: pages of at most 100 with a
 * Link header, 422 for a body that is too long, 401 without the token. Everybody who calls is the bot. Trees,
 * commits and branches are made by git in {@link repository}.
 * @see https://docs.github.com/en/rest/issues/comments
 */
export class GitHubApi {
  public readonly issues: Issue[] = [];
  /** `POST /issues/7/comments`, in their order. */
  public readonly calls: string[] = [];
  /** Answered first, one to a matching call. */
  public readonly troubles: Trouble[] = [];
  /** The folder of the repository. */
  public repository = "";
  private ids = 1000;

  private constructor(private readonly server: Server) {}

  public static async start(): Promise<GitHubApi> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const api = new GitHubApi(server);
    server.on("request", (request, response) => {
      void api.answer(request).then(({ status, headers = {}, json }) => {
        response.writeHead(status, { "Content-Type": "application/json", ...headers });
        response.end(JSON.stringify(json));
      });
    });
    return api;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a workflow's step has in its environment. */
  public get environment(): Record<string, string> {
    return {
      GITHUB_API_URL: this.url,
      GITHUB_TOKEN: "token-of-the-job",
      GITHUB_REPOSITORY: "kwglobal/contact-center",
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RUN_ID: "42",
    };
  }

  /** Opens an issue, or a pull request. */
  public open(
    title: string,
    body = "",
    user = { login: "mary", type: "User" },
    request = false,
  ): Issue {
    const number = this.issues.length + 1;
    const own = { number, title, body, user, state: "open", comments: [] };
    const issue: Issue = request ? { ...own, pull_request: {} } : own;
    this.issues.push(issue);
    return issue;
  }

  /** Lets somebody comment. */
  public comment(issue: Issue, body: string, user = { login: "mary", type: "User" }): Comment {
    const comment = { id: (this.ids += 1), body, user };
    issue.comments.push(comment);
    return comment;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<Answer> {
    const { method = "", url = "" } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(url, this.url);
    const path = pathname.replace("/repos/kwglobal/contact-center", "");
    this.calls.push(`${method} ${path}`);
    const trouble = this.troubles.findIndex((each) => each.method === method);
    const [next] = trouble < 0 ? [] : this.troubles.splice(trouble, 1);
    if (next !== undefined) {
      const { status, headers = {}, message, json = { message } } = next;
      return { status, headers, json };
    }
    if (request.headers.authorization !== "Bearer token-of-the-job") {
      return { status: 401, json: { message: "Bad credentials" } };
    }
    const text = Buffer.concat(chunks).toString();
    const body = (text === "" ? {} : JSON.parse(text)) as Readonly<Record<string, string>>;
    if (method === "POST" && path.startsWith("/git/")) return this.git(path, body);
    if ((body.body ?? "").length > LIMIT) {
      return { status: 422, json: { message: "Body is too long (maximum is 65536 characters)" } };
    }
    return this.route(`${method} ${path}`, body, searchParams);
  }

  private route(
    call: string,
    body: Readonly<Record<string, string>>,
    query: URLSearchParams,
  ): Answer {
    const [, number] = /\/(\d+)(?:\/comments)?$/.exec(call) ?? [];
    const issue = this.issues.find((each) => each.number === Number(number));
    if (call === "GET /issues") {
      return this.page(
        this.issues.filter(({ state }) => state === query.get("state")),
        call,
        query,
      );
    }
    if (call === "POST /issues") {
      const opened = this.open(body.title ?? "", body.body ?? "", BOT);
      return { status: 201, json: opened };
    }
    if (call === "POST /pulls") {
      const { title = "", body: words = "", head, base } = body;
      const opened = this.open(title, words, BOT, true);
      const html_url = `https://github.com/kwglobal/contact-center/pull/${opened.number}`;
      Object.assign(opened, { pull_request: { head, base } });
      return { status: 201, json: { ...opened, html_url } };
    }
    const [comment] = this.issues
      .flatMap(({ comments }) => comments)
      .filter(({ id }) => id === Number(number));
    if (/^PATCH \/issues\/comments\/\d+$/.test(call) && comment !== undefined) {
      return { status: 200, json: Object.assign(comment, body) };
    }
    if (issue === undefined) return { status: 404, json: { message: "Not Found" } };
    if (/^GET \/issues\/\d+\/comments$/.test(call)) return this.page(issue.comments, call, query);
    if (/^POST \/issues\/\d+\/comments$/.test(call)) {
      return { status: 201, json: this.comment(issue, body.body ?? "", BOT) };
    }
    if (/^PATCH \/issues\/\d+$/.test(call))
      return { status: 200, json: Object.assign(issue, body) };
    return { status: 404, json: { message: "Not Found" } };
  }

  private async git(path: string, body: Readonly<Record<string, unknown>>): Promise<Answer> {
    const run = async (args: readonly string[], input = "") =>
      (await execa("git", args, { cwd: this.repository, input, env: IDENTITY })).stdout;
    switch (path) {
      case "/git/trees": {
        const { base_tree: base, tree } = body as unknown as NewTree;
        const env = { GIT_INDEX_FILE: `${this.repository}/.git/index-of-the-api` };
        const staged = (args: readonly string[], input = "") =>
          execa("git", args, { cwd: this.repository, input, env });
        await staged(["read-tree", base]);
        for (const { path: file, mode, content } of tree) {
          const blob = await run(["hash-object", "-w", "--stdin"], content);
          await staged(["update-index", "--add", "--cacheinfo", `${mode},${blob},${file}`]);
        }
        return { status: 201, json: { sha: (await staged(["write-tree"])).stdout } };
      }
      case "/git/commits": {
        const { message, tree, parents } = body as unknown as NewCommit;
        const parent = parents.flatMap((each) => ["-p", each]);
        const sha = await run(["commit-tree", tree, ...parent], message);
        return { status: 201, json: { sha } };
      }
      case "/git/refs": {
        const { ref, sha } = body as unknown as { ref: string; sha: string };
        // The zeros say that there must be none.
        const made = run(["update-ref", ref, sha, "0".repeat(40)]);
        return made.then(
          () => ({ status: 201, json: { ref } }),
          () => ({ status: 422, json: { message: "Reference already exists" } }),
        );
      }
      default:
        return { status: 404, json: { message: "Not Found" } };
    }
  }

  private page(items: readonly object[], call: string, query: URLSearchParams): Answer {
    const size = Math.min(Number(query.get("per_page") ?? 30), PAGE);
    const page = Number(query.get("page") ?? 1);
    const json = items.slice((page - 1) * size, page * size);
    const next = new URL(
      `${this.url}/repos/kwglobal/contact-center${call.replace("GET ", "")}?${query.toString()}`,
    );
    next.searchParams.set("page", String(page + 1));
    const more = items.length > page * size;
    return { status: 200, json, ...(more && { headers: { link: `<${next.href}>; rel="next"` } }) };
  }
}

interface NewTree {
  readonly base_tree: string;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly content: string;
  }[];
}

interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

const IDENTITY = {
  GIT_AUTHOR_NAME: BOT.login,
  GIT_AUTHOR_EMAIL: "bot@example.com",
  GIT_COMMITTER_NAME: BOT.login,
  GIT_COMMITTER_EMAIL: "bot@example.com",
};

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json: unknown;
}
