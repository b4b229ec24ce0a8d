import { expect } from "chai";

import { GitHub, GitHubError } from "../../../plan-review/github/client";
import { keepIssue, marker, writeComment } from "../../../plan-review/github/discussion";
import { GitHubApi } from "../../support/github/api";

const BOT = { login: "github-actions[bot]", type: "Bot" };

/** The error that a promise is rejected with. */
async function failureOf(work: Promise<unknown>): Promise<GitHubError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof GitHubError) return error;
    throw error;
  }
  throw new Error("it must fail");
}

describe("GitHub's API", () => {
  let api: GitHubApi;
  let github: GitHub;

  beforeEach(async () => {
    api = await GitHubApi.start();
    github = GitHub.ofWorkflow(api.environment);
  });

  afterEach(() => api.stop());

  describe("the comment on a pull request", () => {
    it("is written once, and then kept up to date", async () => {
      const request = api.open("Greet callers");
      expect(await writeComment(github, 1, "plan", "first")).to.equal("created");
      expect(await writeComment(github, 1, "plan", "second")).to.equal("updated");
      expect(request.comments.map(({ body }) => body)).to.deep.equal([`${marker("plan")}\nsecond`]);
    });

    it("is found behind hundreds of others", async () => {
      const request = api.open("Greet callers");
      for (let index = 0; index < 150; index += 1) api.comment(request, `comment ${index}`);
      const own = api.comment(request, `${marker("plan")}\nold`, BOT);
      for (let index = 0; index < 120; index += 1) api.comment(request, `comment ${index}`);
      expect(await writeComment(github, 1, "plan", "new")).to.equal("updated");
      expect(own.body).to.equal(`${marker("plan")}\nnew`);
      expect(api.calls.filter((call) => call === "GET /issues/1/comments")).to.have.length(3);
    });

    it("is never somebody else's, whatever marker it bears", async () => {
      const request = api.open("Greet callers");
      const person = api.comment(request, `${marker("plan")}\nmine`);
      const bot = api.comment(request, `${marker("plan")}\nmine`, {
        login: "other[bot]",
        type: "Bot",
      });
      const quote = api.comment(request, `> ${marker("plan")}`, BOT);
      expect(await writeComment(github, 1, "plan", "new")).to.equal("created");
      expect(
        [person.body, bot.body, quote.body].filter((body) => body.includes("new")),
      ).to.deep.equal([]);
      expect(request.comments).to.have.length(4);
    });

    it("is refused by GitHub when it is too long", async () => {
      api.open("Greet callers");
      const { message } = await failureOf(writeComment(github, 1, "plan", "x".repeat(65_537)));
      expect(message).to.include("POST").and.include("(422): Body is too long");
    });
  });

  describe("the issue of a kind", () => {
    it("is opened, updated, and closed with a word when all is well", async () => {
      expect(await keepIssue(github, "drift", "Drift", undefined)).to.equal("none");
      expect(await keepIssue(github, "drift", "Drift", "one")).to.equal("opened");
      expect(await keepIssue(github, "drift", "Drift", "two")).to.equal("updated");
      expect(api.issues).to.have.length(1);
      expect(api.issues[0]?.body).to.include("two");
      expect(await keepIssue(github, "drift", "Drift", undefined)).to.equal("closed");
      expect(api.issues[0]).to.include({ state: "closed", state_reason: "completed" });
      expect(api.issues[0]?.comments.map(({ body }) => body)).to.deep.equal(["It is gone."]);
    });

    it("is a new one when drift comes back", async () => {
      await keepIssue(github, "drift", "Drift", "one");
      await keepIssue(github, "drift", "Drift", undefined);
      expect(await keepIssue(github, "drift", "Drift", "again")).to.equal("opened");
      expect(api.issues).to.have.length(2);
    });

    it("is no pull request, and nobody else's issue", async () => {
      api.open("A pull request", `${marker("drift")}\n`, BOT, true);
      api.open("An issue", `${marker("drift")}\n`);
      expect(await keepIssue(github, "drift", "Drift", "one")).to.equal("opened");
    });
  });

  describe("when it is in trouble", () => {
    it("waits as long as a rate limit asks for", async () => {
      api.open("Greet callers");
      api.troubles.push(
        { method: "GET", status: 429, headers: { "retry-after": "0" }, message: "slow down" },
        {
          method: "POST",
          status: 403,
          headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" },
          message: "API rate limit exceeded",
        },
      );
      expect(await writeComment(github, 1, "plan", "text")).to.equal("created");
      expect(api.calls).to.deep.equal([
        "GET /issues/1/comments",
        "GET /issues/1/comments",
        "POST /issues/1/comments",
        "POST /issues/1/comments",
      ]);
    });

    it("doesn't wait an hour for it", async () => {
      const reset = String(Math.floor(Date.now() / 1000) + 3600);
      const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
      api.troubles.push({
        method: "GET",
        status: 403,
        headers,
        message: "API rate limit exceeded",
      });
      const { message } = await failureOf(github.list("/issues?state=open"));
      expect(message)
        .to.include("(403): API rate limit exceeded")
        .and.include("run the job again later");
    });

    it("says which permission is missing", async () => {
      api.open("Greet callers");
      const refusal = "Resource not accessible by integration";
      api.troubles.push({ method: "POST", status: 403, message: refusal });
      const { message } = await failureOf(writeComment(github, 1, "plan", "text"));
      expect(message).to.include(refusal).and.include("`pull-requests: write`");
      expect(api.calls).to.have.length(2);
    });

    it("tries again to read and to update, but never to write twice", async () => {
      api.open("Greet callers");
      api.troubles.push({ method: "GET", status: 502, message: "bad gateway" });
      expect(await writeComment(github, 1, "plan", "text")).to.equal("created");
      api.troubles.push({ method: "POST", status: 502, message: "bad gateway" });
      const { message } = await failureOf(github.create("/issues", { title: "a" }));
      expect(message).to.include("(502)");
    }).timeout(5000);

    it("sends its token nowhere else, whatever the next page is said to be", async () => {
      const headers = { link: '<http://127.0.0.1:1/evil>; rel="next"' };
      api.troubles.push({ method: "GET", status: 200, headers, json: [] });
      const { message } = await failureOf(github.list("/issues"));
      expect(message).to.equal(`the next page must be at ${api.url}, got http://127.0.0.1:1/evil`);
    });

    it("says that nobody answers", async () => {
      const nobody = new GitHub({ url: "http://127.0.0.1:1", token: "t", repository: "a/b" });
      expect((await failureOf(nobody.list("/issues"))).message).to.include("got no answer");
    });

    it("says what is missing outside of a workflow", () => {
      expect(() => GitHub.ofWorkflow({ GITHUB_API_URL: api.url })).to.throw(
        "GITHUB_TOKEN must be set: this runs in a GitHub workflow",
      );
    });
  });
});
