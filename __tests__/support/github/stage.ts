import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import {
  ConnectClient,
  DescribeContactFlowCommand,
  ListContactFlowsCommand,
  ListHoursOfOperationsCommand,
  ListInstancesCommand,
  UpdateContactFlowContentCommand,
  UpdateHoursOfOperationCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { execa } from "execa";

import type { Flow } from "../../../contact-flow/flow";
import { KWGLOBAL } from "../../../kwglobal";
import { createStateBucket } from "../../../sandbox/deploy";
import { sandboxEnvironment } from "../../../sandbox/machine/environment";
import { writeOverride } from "../../../sandbox/terraform/override";
import { type Sandbox, startSandbox } from "../../../sandbox/sandbox";
import { readStack } from "../../../sandbox/terraform/stack";
import { findProviderSource } from "../../../sandbox/terraform/terraform-mirror";
import type { GoldenName } from "../golden/centers";
import { goldenCenter } from "../golden/run";
import { type Run, runWorkflow } from "./actions";
import { GitHubApi, type Issue } from "./api";
import type { JobResult, Surroundings } from "./machine";
import { Repository } from "./repository";

const PROJECT = join(__dirname, "..", "..", "..");

/** The first passwords, as the secret holds them. */
const PASSWORDS = Object.fromEntries(
  KWGLOBAL.users.map(({ username }, index) => [
    username,
    `Secret-${index}-Aa1${"x".repeat(index)}`,
  ]),
);

/** The repository's variables. */
export const VARS = {
  AWS_REGION: "us-west-2",
  AWS_PLAN_ROLE_ARN_DEV: "arn:aws:iam::111111111111:role/kwglobal-plan-dev",
  AWS_PLAN_ROLE_ARN_PROD: "arn:aws:iam::222222222222:role/kwglobal-plan-prod",
  AWS_PULL_ROLE_ARN_DEV: "arn:aws:iam::111111111111:role/kwglobal-pull-dev",
  AWS_PULL_ROLE_ARN_PROD: "arn:aws:iam::222222222222:role/kwglobal-pull-prod",
  // Of the environments, where each has its own.
  AWS_APPLY_ROLE_ARN: "arn:aws:iam::111111111111:role/kwglobal-apply",
};

/** What a run produced, by the names of its jobs. */
export type Results = ReadonlyMap<string, JobResult>;

/** The repository on GitHub, machines for its jobs, and a sandbox in the place of AWS. */
export class Stage {
  /** The roles that jobs have taken. */
  public readonly roles: string[] = [];
  /** All that has left the machines: logs, summaries, outputs. Comments and issues stand in `api`. */
  private readonly left: string[] = [];

  private constructor(
    public readonly folder: string,
    private readonly sandbox: Sandbox,
    public readonly api: GitHubApi,
    /** The pull request, whose comments the workflows write. */
    public readonly request: Issue,
    public readonly repository: Repository,
    public readonly connect: ConnectClient,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @param golden - What is applied already. */
  public static async start(golden: GoldenName): Promise<Stage> {
    const { snapshot } = await goldenCenter(golden);
    const folder = mkdtempSync(join(tmpdir(), "workflows-"));
    mkdirSync(join(folder, "machines"));
    const sandbox = await startSandbox({ port: 0, from: snapshot });
    const api = await GitHubApi.start();
    const request = api.open("Greet callers", "", { login: "mary", type: "User" }, true);
    const repository = await Repository.of(PROJECT, join(folder, "origin"));
    api.repository = repository.folder;
    const connect = new ConnectClient({
      endpoint: sandbox.endpoint,
      region: "us-west-2",
      credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" },
    });
    const { cliConfigFile } = await findProviderSource(folder);
    return new Stage(folder, sandbox, api, request, repository, connect, {
      PATH: [nodeThatRunsTypeScript(folder), process.env.PATH ?? ""].join(delimiter),
      HOME: process.env.HOME ?? folder,
      GITHUB_ACTIONS: "true",
      ...api.environment,
      ...(cliConfigFile !== undefined && { TF_CLI_CONFIG_FILE: cliConfigFile }),
    });
  }

  public async stop(): Promise<void> {
    this.connect.destroy();
    await this.api.stop();
    await this.sandbox.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  public async run(
    workflow: string,
    github: Readonly<Record<string, unknown>>,
    more: Pick<Run, "skip" | "before" | "inputs"> = {},
  ): Promise<Results> {
    const results = await runWorkflow(PROJECT, this.around(), {
      workflow,
      github: { repository: "kwglobal/contact-center", token: "token-of-the-job", ...github },
      vars: VARS,
      secrets: { INITIAL_PASSWORDS: JSON.stringify(PASSWORDS) },
      ...more,
    });
    for (const { log, summary, outputs } of results.values()) {
      this.left.push(log, summary, JSON.stringify(outputs));
    }
    const { stdout } = await execa("cat", await filesBelow(this.artifacts));
    this.left.push(stdout);
    return results;
  }

  /** What jobs hand on, in the last run. */
  public get artifacts(): string {
    return join(this.folder, "artifacts");
  }

  /** A run for a pull request. */
  public pullRequest(number: number, head: string) {
    return {
      ref: `refs/pull/${number}/merge`,
      event: {
        pull_request: {
          number,
          head: { sha: head, repo: { full_name: "kwglobal/contact-center" } },
        },
      },
    };
  }

  /** A push to main, or without the commit before it a run that somebody starts. */
  public async onMain(before?: string) {
    return {
      ref: "refs/heads/main",
      sha: await this.repository.git("rev-parse", "main"),
      event: before === undefined ? {} : { before },
    };
  }

  /** Changes the description of dev's hours in the console. */
  public async spoilHours(description: string): Promise<void> {
    const of = await this.ofDev();
    const { HoursOfOperationSummaryList = [] } = await this.connect.send(
      new ListHoursOfOperationsCommand(of),
    );
    const hours = HoursOfOperationSummaryList.find(
      ({ Name }) => Name === KWGLOBAL.hoursOfOperation[0]?.name,
    );
    await this.connect.send(
      new UpdateHoursOfOperationCommand({
        ...of,
        HoursOfOperationId: hours?.Id,
        Description: description,
      }),
    );
  }

  /** Changes the parameters of a block of dev's flow in the console. */
  public async editFlow(name: string, block: string, parameters: object): Promise<void> {
    const of = await this.ofDev();
    const { ContactFlowSummaryList = [] } = await this.connect.send(
      new ListContactFlowsCommand(of),
    );
    const { Id: ContactFlowId } = ContactFlowSummaryList.find(({ Name }) => Name === name) ?? {};
    const { ContactFlow } = await this.connect.send(
      new DescribeContactFlowCommand({ ...of, ContactFlowId }),
    );
    const flow = JSON.parse(ContactFlow?.Content ?? "") as Flow;
    const Actions = flow.Actions.map((action) =>
      action.Identifier === block ? { ...action, Parameters: parameters } : action,
    );
    const Content = JSON.stringify({ ...flow, Actions });
    await this.connect.send(new UpdateContactFlowContentCommand({ ...of, ContactFlowId, Content }));
  }

  private async ofDev() {
    const { InstanceSummaryList = [] } = await this.connect.send(new ListInstancesCommand({}));
    const dev = InstanceSummaryList.find(({ InstanceAlias }) => InstanceAlias === "KWGlobal-dev");
    return { InstanceId: dev?.Id };
  }

  /** No password has left a machine, and none lies on it. */
  public async expectNoPassword(): Promise<void> {
    const texts = [...this.left, JSON.stringify(this.api.issues)].join("\n");
    for (const [username, password] of Object.entries(PASSWORDS)) {
      expect(texts.includes(password), `the password of ${username} has left`).to.equal(false);
    }
    const machines = join(this.folder, "machines");
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
  }

  /** Whether a text has left a machine. */
  public hasLeft(text: string): boolean {
    return this.left.some((each) => each.includes(text));
  }

  private around(): Surroundings {
    return {
      origin: this.repository.folder,
      folder: join(this.folder, "machines"),
      artifacts: this.artifacts,
      environment: this.environment,
      packages: join(PROJECT, "node_modules"),
      takeRole: async (workspace, role) => {
        this.roles.push(role);
        const configuration = join(workspace, "configuration");
        for (const name of existsSync(configuration) ? readdirSync(configuration) : []) {
          if (!name.startsWith("kwglobal-")) continue;
          const directory = join(configuration, name);
          const stack = await readStack(directory);
          await writeOverride(directory, stack);
          await createStateBucket(stack, this.sandbox.endpoint);
        }
        const settings = sandboxEnvironment({}, this.sandbox.endpoint, "us-west-2");
        return settings as Record<string, string>;
      },
    };
  }
}

/** A job's result. */
export function resultOf(results: Results, name: string): JobResult {
  const found = results.get(name);
  if (found === undefined) throw new Error(`there is no job ${name}`);
  return found;
}

/** How each job ended. */
export const outcomes = (results: Results) =>
  Object.fromEntries([...results.values()].map((each) => [each.name, each.result]));

/** All that the jobs wrote, to say why one failed. */
export const logs = (results: Results) => [...results.values()].map(({ log }) => log).join("\n");

/** The files below a folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const { stdout } = await execa("find", [folder, "-type", "f"]);
  return stdout.split("\n").filter((file) => file !== "");
}

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
