import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import ignore from "ignore";
import { parse } from "yaml";

import { GITHUB } from "../../kwglobal";

const PROJECT = join(__dirname, "..", "..");
const read = (...path: string[]) => readFileSync(join(PROJECT, ...path), "utf8");

describe("the code owners", () => {
  const [organization = ""] = GITHUB.repository.split("/");
  const owned = (text: string) => {
    const lines = text
      .split("\n")
      .map((line) => line.replace(/#.*$/, "").trim())
      .filter((line) => line !== "")
      .map((line) => line.split(/\s+/));
    /** The owners of a file: those of the last line that it fits, which may be none. */
    return (path: string) =>
      lines
        .filter(([pattern = ""]) => ignore().add(pattern).ignores(path))
        .at(-1)
        ?.slice(1) ?? [];
  };
  const ownersOf = owned(read(".github", "CODEOWNERS"));

  /** What decides over applies, roles, credentials and people, and what tells that it doesn't. */
  const CRITICAL = [
    ".ci/run",
    ".github/CODEOWNERS",
    ".github/dependabot.yml",
    ".github/actions/ready/action.yml",
    ".github/scripts/apply.sh",
    ".github/scripts/install-terraform.sh",
    ".github/workflows/apply.yml",
    ".github/workflows/pull-request.yml",
    ".mocharc.json",
    ".npmrc",
    ".terraform.lock.hcl",
    ".terraform.sha256",
    "__tests__/constructs/bootstrap/roles.test.ts",
    "__tests__/policy/exceptions.ts",
    "__tests__/policy/rules/guards.ts",
    "cdktf.json",
    "commands/apply.ts",
    "commands/support/esbuild.cjs",
    "commands/support/register.cjs",
    "commands/support/transpiler.cjs",
    "constructs/bootstrap/boundary.ts",
    "constructs/bootstrap/never.ts",
    "constructs/storage/bucket.ts",
    "constructs/contact-center.ts",
    "constructs/validation/check-contact-center.ts",
    "contact-flow/lint/index.ts",
    "eslint.config.mjs",
    "flow-templates/main-menu.json",
    "kwglobal.ts",
    "lambda-src/connect-associations/handler.ts",
    "main.ts",
    "package-lock.json",
    "package.json",
    "plan-review/judge.ts",
    "sandbox/gateway/gateway.ts",
    "tsconfig.json",
  ];

  it("review each change of what is critical, all of which is there", () => {
    for (const path of CRITICAL) {
      expect(existsSync(join(PROJECT, path)), path).to.equal(true);
      expect(ownersOf(path), path).to.have.length(1);
    }
  });

  it("are a team of the organization that has the repository, for every file", () => {
    const files = readdirSync(PROJECT, { withFileTypes: true })
      .filter(({ name }) => !["node_modules", ".git", "cdktf.out", ".sandbox"].includes(name))
      .flatMap((entry) =>
        entry.isDirectory()
          ? readdirSync(join(PROJECT, entry.name), { recursive: true, encoding: "utf8" }).map(
              (path) => join(entry.name, path),
            )
          : [entry.name],
      );
    expect(files.length).to.be.greaterThan(CRITICAL.length);
    for (const path of files) {
      expect(ownersOf(path).join(), path).to.match(new RegExp(`^@${organization}/[\\w-]+$`));
    }
  });

  it("are none, where a later line takes them away", () => {
    const of = owned("* @a/b\n/docs/ # nobody\n/docs/gate.md @a/c\n");
    expect(of("main.ts")).to.deep.equal(["@a/b"]);
    expect(of("docs/flows.md")).to.deep.equal([]);
    expect(of("docs/gate.md")).to.deep.equal(["@a/c"]);
  });
});

describe("the security policy", () => {
  it("says how to report, what never to send and what is supported", () => {
    const headings = [...read(".github", "SECURITY.md").matchAll(/^## (.*)$/gm)].map(
      ([, heading]) => heading,
    );
    expect(headings).to.deep.equal(["Report a vulnerability", "Never send", "What is supported"]);
    expect(read("docs", "pull-requests.md")).to.include("private vulnerability reporting");
  });
});

/** A part of dependabot.yml. */
interface Update {
  readonly "package-ecosystem": string;
  readonly directory?: string;
  readonly directories?: readonly string[];
  readonly cooldown: Readonly<Record<string, number>>;
  readonly groups: Readonly<
    Record<string, { readonly patterns: string[]; readonly "exclude-patterns"?: string[] }>
  >;
  readonly ignore?: readonly { readonly "dependency-name": string }[];
}

describe("the updates of what is pinned", () => {
  const { updates, ...rest } = parse(read(".github", "dependabot.yml")) as {
    readonly updates: readonly Update[];
  };
  const of = (ecosystem: string) => {
    const found = updates.find((update) => update["package-ecosystem"] === ecosystem);
    if (found === undefined) throw new Error(`${ecosystem} is not updated`);
    return found;
  };
  const npm = of("npm");
  const { devDependencies } = JSON.parse(read("package.json")) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const packages = Object.keys(devDependencies);

  /**
   * The keys that Dependabot has, of those used here: with one that it doesn't know it stops.
   * @see https://docs.github.com/en/code-security/reference/supply-chain-security/dependabot-options-reference
   */
  const KEYS: Readonly<Record<string, readonly string[]>> = {
    "": ["version", "updates"],
    updates: [
      ...["package-ecosystem", "directory", "directories", "schedule", "cooldown", "groups"],
      ...["ignore", "versioning-strategy"],
    ],
    schedule: ["interval", "day"],
    groups: ["patterns", "exclude-patterns", "update-types"],
    ignore: ["dependency-name", "update-types"],
  };

  it("have no key that Dependabot doesn't know", () => {
    expect(rest).to.deep.equal({ version: 2 });
    for (const update of updates as readonly (Update & Record<string, object>)[]) {
      expect(KEYS.updates).to.include.members(Object.keys(update));
      expect(KEYS.schedule).to.include.members(Object.keys(update.schedule ?? {}));
      for (const [part, each] of [
        ...Object.values(update.groups).map((group) => ["groups", group] as const),
        ...(update.ignore ?? []).map((ignored) => ["ignore", ignored] as const),
      ]) {
        expect(KEYS[part]).to.include.members(Object.keys(each));
      }
    }
  });

  it("reach every workflow and action of the repository", () => {
    const own = readdirSync(join(PROJECT, ".github", "actions")).map(
      (name) => `/.github/actions/${name}`,
    );
    expect(of("github-actions").directories).to.have.members(["/", ...own]);
    expect(npm.directory).to.equal("/");
  });

  it("wait some days, and longer for what may break", () => {
    // Actions have no kinds of versions for Dependabot.
    expect(of("github-actions").cooldown).to.deep.equal({ "default-days": 7 });
    expect(npm.cooldown).to.deep.equal({ "default-days": 7, "semver-major-days": 30 });
  });

  it("come in groups, each package in one", () => {
    const like = (pattern: string, name: string) =>
      new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(name);
    for (const name of packages) {
      const groups = Object.values(npm.groups).filter(
        ({ patterns, "exclude-patterns": excluded = [] }) =>
          patterns.some((pattern) => like(pattern, name)) &&
          !excluded.some((pattern) => like(pattern, name)),
      );
      expect(groups, name).to.have.length(1);
    }
  });

  it("leave alone what stays as it is, all of which is there", () => {
    const names = (npm.ignore ?? []).map((ignored) => ignored["dependency-name"]);
    expect(packages).to.include.members(names);
    expect(names).to.include.members(["@cdktf/provider-aws", "cdktf", "cdktf-cli"]);
  });

  it("keep the lock file: versions are exact, and the lock says the same", () => {
    const lock = JSON.parse(read("package-lock.json")) as {
      readonly packages: Readonly<Record<string, { readonly devDependencies: unknown }>>;
    };
    expect(lock.packages[""]?.devDependencies).to.deep.equal(devDependencies);
    for (const [name, version] of Object.entries(devDependencies)) {
      expect(version, name).to.match(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});
