import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";

import { execa } from "execa";

import { commandsIn } from "./commands";
import { type Contexts, interpolate, permits } from "./expressions";
import { readAction, type Step } from "./workflow";

/** What is beyond a machine: GitHub, and AWS, for which a sandbox stands in. */
export interface Surroundings {
  /** The repository, as `origin`. */
  readonly origin: string;
  /** Where machines are set up. */
  readonly folder: string;
  /** Where artifacts lie, each in a folder of its name. */
  readonly artifacts: string;
  /** The environment of every step: PATH, HOME, GitHub's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** The packages that `npm ci` would install. */
  readonly packages: string;
  /** Stands in for the token's exchange: what a step has in its environment from then on. */
  readonly takeRole: (workspace: string, role: string) => Promise<Readonly<Record<string, string>>>;
}

/** What a job has left behind. */
export interface JobResult {
  readonly name: string;
  readonly result: "success" | "failure" | "skipped";
  readonly log: string;
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** The machine's disk. */
  readonly folder: string;
}

/**
 * A fresh machine, on which the steps of one job run as they stand in its workflow. Actions are
 * played: a checkout is a real `git fetch`, artifacts are copied, a role is the sandbox's. Two steps
 * aren't run, since they only download: `npm ci` and the installation of Terraform.
 */
export class Machine {
  private readonly workspace: string;
  private readonly temp: string;
  private status: "success" | "failure" = "success";
  private readonly steps: Record<string, { outputs: Record<string, string> }> = {};
  private credentials: Readonly<Record<string, string>> = {};
  private log = "";
  private summary = "";
  private readonly root: string;

  public constructor(
    private readonly around: Surroundings,
    private readonly contexts: Contexts,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.root = mkdtempSync(join(around.folder, "machine-"));
    this.workspace = join(this.root, "workspace");
    this.temp = join(this.root, "temp");
    mkdirSync(this.workspace);
    mkdirSync(this.temp);
  }

  /** Runs all steps, and evaluates the job's outputs. */
  public async run(
    name: string,
    steps: readonly Step[],
    outputs: Readonly<Record<string, string>> = {},
  ): Promise<JobResult> {
    await this.runSteps(steps, this.contexts);
    const evaluated = Object.entries(outputs).map(
      ([key, text]) => [key, interpolate(text, { ...this.contexts, steps: this.steps })] as const,
    );
    return {
      name,
      result: this.status,
      log: this.log,
      summary: this.summary,
      outputs: Object.fromEntries(evaluated),
      folder: this.root,
    };
  }

  private async runSteps(steps: readonly Step[], contexts: Contexts): Promise<void> {
    for (const step of steps) {
      const all = { ...contexts, steps: this.steps, env: this.env };
      if (!permits(step.if, all, this.status)) continue;
      try {
        await this.runStep(step, all);
      } catch (error) {
        this.log += `${error instanceof Error ? error.message : String(error)}\n`;
        if (step["continue-on-error"] !== true) this.status = "failure";
      }
    }
  }

  private async runStep(step: Step, contexts: Contexts): Promise<void> {
    this.log += `> ${step.uses ?? step.run ?? ""}\n`;
    const inputs = Object.fromEntries(
      Object.entries(step.with ?? {}).map(([key, value]) => [
        key,
        interpolate(String(value), contexts),
      ]),
    );
    if (step.uses === undefined) return this.shell(step, contexts);
    if (step.uses.startsWith("./")) {
      const action = readAction(join(this.workspace, step.uses, "action.yml"));
      const before = this.status;
      await this.runSteps(action.runs.steps, { ...contexts, inputs });
      if (before === "success" && this.status === "failure") throw new Error(`${step.uses} failed`);
      return;
    }
    await this.action(step.uses.replace(/@.*/, ""), inputs);
  }

  private async action(name: string, inputs: Readonly<Record<string, string>>): Promise<void> {
    const { name: artifact = "", path = "" } = inputs;
    const stored = join(this.around.artifacts, artifact);
    switch (name) {
      case "actions/checkout":
        return this.checkout(inputs);
      case "actions/setup-node":
        return;
      case "actions/upload-artifact": {
        const source = join(this.workspace, path);
        if (!existsSync(source)) {
          if (inputs["if-no-files-found"] === "error") throw new Error(`no files found: ${path}`);
          return;
        }
        if (existsSync(stored)) throw new Error(`an artifact ${artifact} exists already`);
        // Hidden files are left out.
        cpSync(source, stored, {
          recursive: true,
          filter: (file) => !basename(file).startsWith("."),
        });
        return;
      }
      case "actions/download-artifact":
        if (!existsSync(stored)) throw new Error(`artifact not found: ${artifact}`);
        cpSync(stored, join(this.workspace, path), { recursive: true });
        return;
      case "aws-actions/configure-aws-credentials":
        this.credentials = await this.around.takeRole(
          this.workspace,
          inputs["role-to-assume"] ?? "",
        );
        return;
      default:
        throw new Error(`no machine here knows ${name}`);
    }
  }

  private async checkout(inputs: Readonly<Record<string, string>>): Promise<void> {
    const { ref: event = "" } = this.contexts.github as { ref?: string };
    const ref = inputs.ref === undefined ? event : `refs/heads/${inputs.ref}`;
    const git = (...args: string[]) => execa("git", args, { cwd: this.workspace });
    await git("init", "--quiet");
    await git("remote", "add", "origin", `file://${this.around.origin}`);
    const depth = inputs["fetch-depth"] ?? "1";
    const branches = depth === "0" ? ["+refs/heads/*:refs/remotes/origin/*"] : [];
    const limit = depth === "0" ? [] : [`--depth=${depth}`];
    await git(
      "fetch",
      "--quiet",
      ...limit,
      "origin",
      `+${ref}:refs/remotes/checked-out`,
      ...branches,
    );
    await git("checkout", "--quiet", "--detach", "refs/remotes/checked-out");
  }

  private async shell(step: Step, contexts: Contexts): Promise<void> {
    const command = interpolate(step.run ?? "", contexts);
    if (command.startsWith("npm ci")) {
      symlinkSync(this.around.packages, join(this.workspace, "node_modules"));
      return;
    }
    if (command.endsWith("install-terraform.sh")) return;
    const own = Object.entries(step.env ?? {}).map(
      ([key, value]) => [key, interpolate(value, contexts)] as const,
    );
    const files = {
      GITHUB_OUTPUT: join(this.temp, "output"),
      GITHUB_STEP_SUMMARY: join(this.temp, "summary"),
      GITHUB_PATH: join(this.temp, "path"),
    };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const { exitCode, all } = await execa("bash", ["-e", "-c", command], {
      cwd: this.workspace,
      env: {
        ...this.around.environment,
        ...this.credentials,
        ...this.env,
        ...Object.fromEntries(own),
        ...files,
        RUNNER_TEMP: this.temp,
        GITHUB_WORKSPACE: this.workspace,
      },
      extendEnv: false,
      all: true,
      reject: false,
    });
    this.log += `${all}\n`;
    this.summary += readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
    if (step.id !== undefined) {
      const lines = readFileSync(files.GITHUB_OUTPUT, "utf8").split("\n");
      const outputs = lines
        .filter((line) => line.includes("="))
        .map((line) => line.split(/=(.*)/s));
      // What a line of the log may still set, though nothing here does so.
      const logged = commandsIn(all)
        .filter(({ name }) => name === "set-output")
        .map(({ properties, data }) => [properties.name ?? "", data]);
      this.steps[step.id] = {
        outputs: Object.fromEntries([...outputs, ...logged] as [string, string][]),
      };
    }
    if (exitCode !== 0) throw new Error(`exit code ${exitCode ?? "unknown"}`);
  }
}

/** Evaluates the values of a mapping, such as `env`, or an entry of a matrix. */
export const interpolated = (
  mapping: Readonly<Record<string, string>> | undefined,
  contexts: Contexts,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(mapping ?? {}).map(([key, value]) => [key, interpolate(value, contexts)]),
  );
