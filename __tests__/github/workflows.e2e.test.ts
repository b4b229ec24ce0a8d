import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import {
  ConnectClient,
  ListHoursOfOperationsCommand,
  ListInstancesCommand,
  UpdateHoursOfOperationCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { execa } from "execa";

import { ENVIRONMENTS, KWGLOBAL } from "../../kwglobal";
import { sandboxEnvironment } from "../../sandbox/environment";
import { createStateBucket } from "../../sandbox/deploy";
import { writeOverride } from "../../sandbox/override";
import { type Sandbox, startSandbox } from "../../sandbox/sandbox";
import { readStack } from "../../sandbox/stack";
import { findProviderSource } from "../../sandbox/terraform-mirror";
import { runWorkflow } from "../support/github/actions";
import { GitHubApi, type Issue } from "../support/github/api";
import type { JobResult } from "../support/github/machine";
import { Repository } from "../support/github/repository";
import { requires } from "../support/requirements";
import { saidBy } from "../support/kwglobal-texts";

const PROJECT = join(__dirname, "..", "..");

const PASSWORDS = Object.fromEntries(
  KWGLOBAL.users.map(({ username }, index) => [
    username,
    `Secret-${index}-Aa1${"x".repeat(index)}`,
  ]),
);

const VARS = {
  AWS_REGION: "us-west-2",
  AWS_PLAN_ROLE_ARN_DEV: "arn:aws:iam::111111111111:role/kwglobal-plan-dev",
  AWS_PLAN_ROLE_ARN_PROD: "arn:aws:iam::222222222222:role/kwglobal-plan-prod",
  // Of the environments, where each has its own.
  AWS_APPLY_ROLE_ARN: "arn:aws:iam::111111111111:role/kwglobal-apply",
};

describe("the workflows, run on a sandbox", function () {
  requires("terraform", "moto_server", "provider");
  this.timeout(900_000);

  let folder: string;
  let sandbox: Sandbox;
  let api: GitHubApi;
  let repository: Repository;
  let connect: ConnectClient;
  let request: Issue;
  let environment: Record<string, string>;
  const roles: string[] = [];
  /** All that has left the machines: logs, summaries, outputs. Comments and issues stand in `api`. */
  const left: string[] = [];

  const around = () => ({
    origin: repository.folder,
    folder: join(folder, "machines"),
    artifacts: join(folder, "artifacts"),
    environment,
    packages: join(PROJECT, "node_modules"),
    takeRole: async (workspace: string, role: string) => {
      roles.push(role);
      const configuration = join(workspace, "configuration");
      for (const name of readdirSync(configuration)) {
        if (!name.startsWith("kwglobal-")) continue;
        const directory = join(configuration, name);
        const stack = await readStack(directory);
        await writeOverride(directory, stack);
        await createStateBucket(stack, sandbox.endpoint);
      }
      const settings = sandboxEnvironment({}, sandbox.endpoint, "us-west-2");
      return settings as Record<string, string>;
    },
  });

  async function run(
    workflow: string,
    github: Readonly<Record<string, unknown>>,
    more: { skip?: readonly string[]; before?: (job: string) => Promise<void> | void } = {},
  ): Promise<ReadonlyMap<string, JobResult>> {
    const results = await runWorkflow(PROJECT, around(), {
      workflow,
      github: { repository: "kwglobal/contact-center", token: "token-of-the-job", ...github },
      vars: VARS,
      secrets: { INITIAL_PASSWORDS: JSON.stringify(PASSWORDS) },
      ...more,
    });
    for (const { log, summary, outputs } of results.values()) {
      left.push(log, summary, JSON.stringify(outputs));
    }
    left.push(...(await artifactTexts()));
    return results;
  }

  async function artifactTexts(): Promise<string[]> {
    const { stdout } = await execa("cat", await files(join(folder, "artifacts")));
    return [stdout];
  }

  async function files(under: string): Promise<string[]> {
    const { stdout } = await execa("find", [under, "-type", "f"]);
    return stdout.split("\n").filter((file) => file !== "");
  }

  const pullRequest = (number: number, head: string) => ({
    ref: `refs/pull/${number}/merge`,
    event: {
      pull_request: {
        number,
        head: { sha: head, repo: { full_name: "kwglobal/contact-center" } },
      },
    },
  });

  /** A push to main, or without the commit before it a run that somebody starts. */
  const onMain = async (before?: string) => ({
    ref: "refs/heads/main",
    sha: await repository.git("rev-parse", "main"),
    event: before === undefined ? {} : { before },
  });

  const result = (results: ReadonlyMap<string, JobResult>, name: string): JobResult => {
    const found = results.get(name);
    if (found === undefined) throw new Error(`there is no job ${name}`);
    return found;
  };

  const outcomes = (results: ReadonlyMap<string, JobResult>) =>
    Object.fromEntries([...results.values()].map((each) => [each.name, each.result]));

  before(async function () {
    folder = mkdtempSync(join(tmpdir(), "workflows-"));
    mkdirSync(join(folder, "machines"));
    sandbox = await startSandbox({ port: 0 });
    api = await GitHubApi.start();
    request = api.open("Greet callers", "", { login: "mary", type: "User" }, true);
    repository = await Repository.of(PROJECT, join(folder, "origin"));
    connect = new ConnectClient({
      endpoint: sandbox.endpoint,
      region: "us-west-2",
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    });
    const { cliConfigFile } = await findProviderSource(folder);
    environment = {
      PATH: [nodeThatRunsTypeScript(folder), process.env.PATH ?? ""].join(delimiter),
      HOME: process.env.HOME ?? folder,
      GITHUB_ACTIONS: "true",
      ...api.environment,
      ...(cliConfigFile !== undefined && { TF_CLI_CONFIG_FILE: cliConfigFile }),
    };
  });

  after(async () => {
    connect.destroy();
    await api.stop();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("tell a pull request what it would make in an empty account", async () => {
    await repository.git("checkout", "--quiet", "-b", "greeting");
    repository.edit("flow-templates/main-menu.json", saidBy("Welcome"), `${saidBy("Welcome")} Ltd`);
    await repository.commit("Greet callers by the company's full name");
    const head = await repository.propose(1, "greeting");

    const results = await run("pull-request.yml", pullRequest(1, head), { skip: ["checks"] });

    expect(outcomes(results), [...results.values()].map(({ log }) => log).join("\n")).to.deep.equal(
      {
        synth: "success",
        "plan (dev)": "success",
        "plan (prod)": "success",
        comment: "success",
      },
    );
    const [comment, ...others] = request.comments;
    expect(others).to.deep.equal([]);
    expect(comment?.body).to.match(/### dev: \d+ created/);
    expect(comment?.body).to.match(/### prod: \d+ created/);
    expect(comment?.body).to.include("#### KWGlobal Main Menu (changed; dev, prod)");
    expect(comment?.body).to.include(
      `- Text: ${saidBy("Welcome")}\n+ Text: ${saidBy("Welcome")} Ltd`,
    );
    expect(comment?.body.match(/```mermaid/g)).to.have.length(2);
    expect(comment?.body.length).to.be.below(65_536);
  });

  it("hand on nothing but the configuration, the flows and the reviews", async () => {
    const names = (await files(join(folder, "artifacts")))
      .map((file) => file.slice(join(folder, "artifacts").length + 1))
      .map((file) => file.replace(/[0-9A-F]{32}/, "<hash>"));
    const allowed =
      /^(configuration\/[a-z-]+\/(cdk\.tf\.json|assets\/.+)|configuration\/terraform\.lock\.hcl|flow-changes\/flows\.json|review-(dev|prod)\/review\.json)$/;
    expect(names.filter((name) => !allowed.test(name))).to.deep.equal([]);
    expect(names).to.include("configuration/kwglobal-prod/cdk.tf.json");
    expect(names).to.include("review-prod/review.json");
  });

  it("apply main to dev, then to prod, with first passwords, until a second plan is empty", async () => {
    const before = await repository.git("rev-parse", "main");
    await repository.git("checkout", "--quiet", "main");
    await repository.git("merge", "--quiet", "--no-ff", "-m", "Merge greeting", "greeting");
    const order: string[] = [];

    const results = await run("apply.yml", await onMain(before), {
      before: (job) => {
        order.push(job);
      },
    });

    expect(outcomes(results), [...results.values()].map(({ log }) => log).join("\n")).to.deep.equal(
      {
        synth: "success",
        "plan (dev)": "success",
        "plan (prod)": "success",
        "apply-dev": "success",
        "apply-prod": "success",
      },
    );
    expect(order).to.deep.equal(["synth", "plan", "apply-dev", "apply-prod"]);
    for (const name of ["dev", "prod"]) {
      expect(result(results, `plan (${name})`).outputs[`digest-${name}`]).to.match(
        /^[0-9a-f]{64}$/,
      );
      expect(result(results, `apply-${name}`).summary).to.include("finds nothing to change");
    }
    const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}));
    expect(InstanceSummaryList).to.have.length(ENVIRONMENTS.length);
  });

  it("refuse to apply what nobody has reviewed: the world changed after the plan", async () => {
    await spoilHours("Changed before the review");
    const results = await run("apply.yml", await onMain(), {
      skip: ["apply-prod"],
      before: (job) => (job === "apply-dev" ? spoilHours("Changed after it") : undefined),
    });
    const { result: outcome, log, summary } = result(results, "apply-dev");
    expect(outcome).to.equal("failure");
    expect(log).to.include("This is not the plan that was reviewed");
    expect(log).not.to.include("Apply complete");
    expect(summary).to.match(/changed {3}aws_connect_hours_of_operation/);
  });

  it("find drift at night, and tell of it in an issue", async () => {
    const results = await run("drift.yml", await onMain());
    expect(result(results, "issue").log).to.include("drift issue: opened");
    const [issue, ...others] = api.issues.filter(({ pull_request: is }) => is === undefined);
    expect(others).to.deep.equal([]);
    expect(issue).to.include({ title: "AWS is not as the code says", state: "open" });
    expect(issue?.body).to.include("### dev: 1 changed").and.not.include("### prod");
    expect(issue?.body).to.include("aws_connect_hours_of_operation.kwglobal_business_hours");
  });

  it("undo it by an apply that somebody starts, and close the issue", async () => {
    const applied = await run("apply.yml", await onMain());
    expect(result(applied, "apply-dev").log).to.include(
      "Apply complete! Resources: 0 added, 1 changed",
    );
    // Nobody is asked to approve nothing.
    expect(outcomes(applied)).to.include({ "apply-dev": "success" });
    expect(outcomes(applied)).not.to.have.property("apply-prod");
    const results = await run("drift.yml", await onMain());
    expect(result(results, "issue").log).to.include("drift issue: closed");
    expect(api.issues.at(-1)).to.include({ title: "AWS is not as the code says", state: "closed" });
  });

  it("refuse a change that would destroy the table, unless commits name what goes", async () => {
    await repository.git("checkout", "--quiet", "-b", "rename", "main");
    // prevent_destroy doesn't help: Terraform forgets it together with the address.
    repository.edit(
      "constructs/vanity-numbers.ts",
      'DynamodbTable(this, "Table"',
      'DynamodbTable(this, "Rows"',
    );
    await repository.commit("Call the table's construct by another name");
    const refused = await run(
      "pull-request.yml",
      pullRequest(1, await repository.propose(1, "rename")),
      {
        skip: ["checks"],
      },
    );
    expect(outcomes(refused)).to.include({ "plan (prod)": "failure", comment: "success" });
    expect(result(refused, "comment").log).to.include("updated the comment on pull request 1");
    const [comment, ...others] = request.comments;
    expect(others).to.deep.equal([]);
    expect(comment?.body, result(refused, "plan (prod)").log).to.include(
      "> [!CAUTION]\n> **The gate refuses this plan.**",
    );
    expect(comment?.body).to.match(/^- destroyed aws_dynamodb_table\.vanity_numbers_table: /m);

    const named = [...(comment?.body.matchAll(/^> Allows: .+$/gm) ?? [])].map(
      ([trailer]) => trailer,
    );
    const trailers = [...new Set(named)].map((trailer) => trailer.slice("> ".length));
    expect(trailers).to.include("Allows: aws_dynamodb_table.vanity_numbers_table: destroy");
    await repository.commit("Let the table go, since it is empty", trailers.join("\n"));
    const allowed = await run(
      "pull-request.yml",
      pullRequest(1, await repository.propose(1, "rename")),
      {
        skip: ["checks"],
      },
    );
    expect(outcomes(allowed), result(allowed, "plan (prod)").log).to.include({
      "plan (prod)": "success",
    });
    expect(request.comments[0]?.body).to.include("> [!WARNING]").and.not.include("[!CAUTION]");
  });

  it("give forks no plan, and say so", async () => {
    const head = await repository.propose(1, "greeting");
    const event = pullRequest(1, head);
    event.event.pull_request.head.repo.full_name = "somebody/contact-center";
    const results = await run("pull-request.yml", event, { skip: ["checks"] });
    expect(outcomes(results)).to.deep.equal({ synth: "success" });
    expect(result(results, "synth").summary).to.include("comes from a fork");
  });

  it("take a role only to plan or to apply", () => {
    expect([...new Set(roles)].sort()).to.deep.equal(
      [VARS.AWS_APPLY_ROLE_ARN, VARS.AWS_PLAN_ROLE_ARN_DEV, VARS.AWS_PLAN_ROLE_ARN_PROD].sort(),
    );
  });

  it("let no password leave a machine, and leave none on it", async () => {
    const texts = [...left, JSON.stringify(api.issues)].join("\n");
    expect(texts).to.include("(sensitive value)");
    for (const [username, password] of Object.entries(PASSWORDS)) {
      expect(texts.includes(password), `the password of ${username} has left`).to.equal(false);
    }
    const machines = join(folder, "machines");
    const plans = readdirSync(machines).flatMap((machine) =>
      readdirSync(join(machines, machine, "temp")).filter((name) => name.startsWith("plan-")),
    );
    expect(plans).to.deep.equal([]);
    const { stdout } = await execa(
      "grep",
      ["-rlF", ...Object.values(PASSWORDS).flatMap((password) => ["-e", password]), machines],
      { reject: false },
    );
    expect(stdout).to.equal("");
  });

  async function spoilHours(description: string): Promise<void> {
    const { InstanceSummaryList = [] } = await connect.send(new ListInstancesCommand({}));
    const dev = InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias === "kwglobal-dev");
    const of = { InstanceId: dev?.Id };
    const { HoursOfOperationSummaryList = [] } = await connect.send(
      new ListHoursOfOperationsCommand(of),
    );
    const hours = HoursOfOperationSummaryList.find(
      ({ Name }) => Name === KWGLOBAL.hoursOfOperation[0]?.name,
    );
    await connect.send(
      new UpdateHoursOfOperationCommand({
        ...of,
        HoursOfOperationId: hours?.Id,
        Description: description,
      }),
    );
  }
});

/**
 * The folder of a `node` that runs TypeScript, as that of the workflows does: from 22.18 on by
 * itself, before through esbuild.
 */
function nodeThatRunsTypeScript(folder: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return bin;
  const loader = join(PROJECT, "commands", "support", "register.cjs");
  const script = `#!/bin/sh\nexec "${process.execPath}" --require "${loader}" "$@"\n`;
  if (!existsSync(join(bin, "node"))) writeFileSync(join(bin, "node"), script, { mode: 0o755 });
  return bin;
}
