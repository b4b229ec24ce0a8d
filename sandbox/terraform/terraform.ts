import { execa } from "execa";
import { OperatorError } from "../machine/errors";
import { findTerraform } from "./terraform-program";
import { explain, readMessage, readText } from "./terraform-message";
import type { TerraformDiagnostic, TerraformMessage } from "./terraform-message";
import { findProviderSource, REGISTRY_CURE } from "./terraform-mirror";
import type { ProviderSource } from "./terraform-mirror";

/** What a plan does to a resource that changes nothing there. */
const UNCHANGED = new Set(["noop", "read"]);

/**
 * For Terraform and its providers, which are Go programs. Each process builds the schemas of all of AWS,
 * a third of which is collecting garbage: it is left lying up to this much memory. A plan's provider
 * takes 0.7 GB so, and 0.6 GB otherwise.
 *
 * @see https://go.dev/doc/gc-guide#Memory_limit
 */
export const LITTLE_COLLECTION = { GOGC: "off", GOMEMLIMIT: "1GiB" } as const;

/** How to run Terraform. */
export interface TerraformOptions {
  /** Folder with the configuration: `cdktf.out/stacks/<stack>`. */
  readonly directory: string;
  /** Ignored folder for a CLI configuration and for Terraform itself, where they are needed. */
  readonly workDirectory: string;
  /** The whole environment of Terraform, PATH included. */
  readonly environment: NodeJS.ProcessEnv;
  /** Receives a line before Terraform itself is fetched. */
  readonly onNotice?: (line: string) => void;
  /** Receives each line of plan, apply and destroy as it comes. */
  readonly onMessage?: (message: TerraformMessage) => void;
  /** Resources at a time; Terraform's own choice is 10. */
  readonly parallelism?: number;
  /** How long to wait for another run that holds the state's lock, `5m`; by default not at all. */
  readonly lockTimeout?: string;
  /** Whether `init` refuses a provider whose checksum the lock file lacks. */
  readonly lockedProviders?: boolean;
  /** Receives the id of each process group that is started: Terraform's, with its providers. */
  readonly onStart?: (processGroup: number) => void;
  /** Ends what is running as Ctrl-C would: what Terraform has begun is finished and recorded. */
  readonly interrupt?: AbortSignal;
}

/** What a plan would do. */
export interface PlanSummary {
  /** False means Terraform says "No changes". */
  readonly changes: boolean;
  readonly add: number;
  readonly change: number;
  readonly remove: number;
}

/** A resource that a plan changes. */
export interface PlannedChange {
  readonly address: string;
  /** `create`, `update`, `delete`, `replace` … */
  readonly action: string;
}

/** What a run planned and applied. */
export interface Applied {
  readonly plan: PlanSummary;
  readonly changed: readonly PlannedChange[];
  /** Seconds of each part. */
  readonly seconds: Readonly<Record<"plan" | "apply", number>>;
}

/** Terraform found something wrong; the message is its own, shortened. */
export class TerraformError extends OperatorError {
  public override readonly name = "TerraformError";
}

/** Terraform in one configuration's folder. */
export class Terraform {
  private constructor(
    private readonly program: string,
    private readonly source: ProviderSource,
    private readonly options: TerraformOptions,
  ) {}

  /**
   * Finds Terraform, or fetches it where it is missing, and where its providers come from.
   *
   * @throws OperatorError when there is no Terraform that fits.
   */
  public static async find(options: TerraformOptions): Promise<Terraform> {
    const { environment, workDirectory, onNotice } = options;
    const { path } = await findTerraform({
      environment,
      directory: workDirectory,
      ...(onNotice && { onNotice }),
    });
    return new Terraform(path, await findProviderSource(workDirectory, { environment }), options);
  }

  /** Downloads or links providers and opens the backend. */
  public async init(): Promise<void> {
    await this.text(["init", ...this.initSettings(), "-reconfigure"]);
  }

  /** Opens the backend that the configuration names now, and takes the state of the last one along. */
  public async migrateState(): Promise<void> {
    await this.text(["init", ...this.initSettings(), "-migrate-state", "-force-copy"]);
  }

  /** Checks the configuration against the providers' schemas. */
  public async validate(): Promise<void> {
    await this.text(["validate", "-no-color"]);
  }

  /**
   * Plans, refreshing from the API first.
   *
   * @param planFile - Where to keep the plan for {@link apply}, seen from the folder.
   */
  public async plan(planFile?: string): Promise<PlanSummary> {
    const out = planFile === undefined ? [] : [`-out=${planFile}`];
    const run = await this.stream(["plan", "-detailed-exitcode", ...out], [0, 2]);
    const { add = 0, change = 0, remove = 0 } = run.summary ?? {};
    return { changes: run.exitCode === 2, add, change, remove };
  }

  /**
   * Applies.
   *
   * @param planFile - A kept plan; without one Terraform plans anew and asks nobody.
   */
  public async apply(planFile?: string): Promise<void> {
    await this.stream(
      ["apply", "-auto-approve", ...(planFile === undefined ? [] : [planFile])],
      [0],
    );
  }

  /**
   * Plans and applies in one run, which asks nobody: providers start once, which saves seconds.
   *
   * @param refresh - Whether what is there is read first. Without, what others have changed isn't noticed.
   */
  public async applyNow(refresh = true): Promise<Applied> {
    const began = performance.now();
    let planned = began;
    let plan: TerraformMessage["changes"];
    const changed: PlannedChange[] = [];
    const args = ["apply", "-auto-approve", ...(refresh ? [] : ["-refresh=false"])];
    await this.stream(args, [0], ({ type, change, changes }) => {
      if (type === "planned_change" && change && !UNCHANGED.has(change.action)) {
        changed.push({ address: change.resource.addr, action: change.action });
      }
      if (changes?.operation === "plan") {
        plan = changes;
        planned = performance.now();
      }
    });
    const { add = 0, change = 0, remove = 0 } = plan ?? {};
    return {
      plan: { changes: changed.length > 0, add, change, remove },
      changed,
      seconds: {
        plan: (planned - began) / 1000,
        apply: (performance.now() - planned) / 1000,
      },
    };
  }

  /** Releases the lock of a run that has died. */
  public async forceUnlock(lockId: string): Promise<void> {
    await this.text(["force-unlock", "-force", lockId]);
  }

  /** Destroys everything in the state. */
  public async destroy(): Promise<void> {
    await this.stream(["destroy", "-auto-approve"], [0]);
  }

  /**
   * The state, or a kept plan, as Terraform's JSON.
   *
   * @see https://developer.hashicorp.com/terraform/internals/json-format
   */
  public async show(planFile?: string): Promise<unknown> {
    const file = planFile === undefined ? [] : [planFile];
    return JSON.parse(await this.text(["show", "-json", "-no-color", ...file]));
  }

  /**
   * A kept plan as people read it.
   *
   * @param coloured - With escape sequences that colour it.
   */
  public planText(planFile: string, coloured: boolean): Promise<string> {
    return this.text(["show", ...(coloured ? [] : ["-no-color"]), planFile]);
  }

  /** The outputs by name. */
  public async output(): Promise<Record<string, { readonly value: unknown }>> {
    return JSON.parse(await this.text(["output", "-json", "-no-color"])) as Record<
      string,
      { value: unknown }
    >;
  }

  /**
   * Takes the mark of damage from a resource whose making was cut off, so that it is kept and not
   * replaced.
   */
  public async untaint(address: string): Promise<void> {
    await this.text(["untaint", "-no-color", address]);
  }

  /** The addresses of what the state holds, data sources included. */
  public async stateList(): Promise<string[]> {
    const list = await this.text(["state", "list"]);
    return list.split("\n").filter((address) => address !== "");
  }

  private initSettings(): string[] {
    const readonly = this.options.lockedProviders === true ? ["-lockfile=readonly"] : [];
    return ["-input=false", "-no-color", ...readonly];
  }

  private run(args: readonly string[]) {
    const running = asOwnerOnly(() => execa(this.program, args, this.settings()));
    if (running.pid !== undefined) this.options.onStart?.(running.pid);
    return running;
  }

  private settings() {
    const { directory, environment, interrupt } = this.options;
    return {
      cwd: directory,
      env: {
        ...environment,
        TF_CLI_CONFIG_FILE: this.source.cliConfigFile,
        CHECKPOINT_DISABLE: "1",
        ...LITTLE_COLLECTION,
        TF_IN_AUTOMATION: "1",
      },
      extendEnv: false,
      reject: false,
      stdin: "ignore",
      // Out of reach of the terminal's own Ctrl-C: a second signal would make Terraform leave at
      // once, and its provider's process would stay behind for good.
      detached: true,
      ...(interrupt && { cancelSignal: interrupt }),
      killSignal: "SIGINT",
      forceKillAfterDelay: false,
    } as const;
  }

  private async text(args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr, shortMessage, isCanceled } = await this.run(args);
    if (exitCode === 0) return stdout;
    if (isCanceled) throw interrupted(args);
    throw this.failure(
      args[0] ?? "",
      readText(stderr, this.options.directory) || String(shortMessage),
    );
  }

  private async stream(
    args: readonly string[],
    success: readonly number[],
    onMessage: (message: TerraformMessage) => void = () => undefined,
  ): Promise<{ exitCode: number; summary: TerraformMessage["changes"] }> {
    const { parallelism, lockTimeout } = this.options;
    const running = this.run([
      ...args.slice(0, 1),
      ...["-json", "-input=false"],
      ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
      ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
      ...args.slice(1),
    ]);
    const diagnostics: TerraformDiagnostic[] = [];
    let summary: TerraformMessage["changes"];
    for await (const line of running) {
      const message = readMessage(line);
      if (!message) continue;
      if (message.diagnostic) diagnostics.push(message.diagnostic);
      summary = message.changes ?? summary;
      onMessage(message);
      this.options.onMessage?.(message);
    }
    const { exitCode, stderr, shortMessage, isCanceled } = await running;
    if (exitCode !== undefined && success.includes(exitCode)) return { exitCode, summary };
    if (isCanceled) throw interrupted(args);
    const { directory } = this.options;
    const reason =
      explain(diagnostics, directory) || readText(stderr, directory) || String(shortMessage);
    throw this.failure(args[0] ?? "", reason);
  }

  private failure(command: string, reason: string): TerraformError {
    const providers = /Failed to (query available|install) provider/.test(reason);
    const cure = !providers
      ? ""
      : this.source.mirror === undefined
        ? `\nterraform gets the AWS provider from the registry: ${REGISTRY_CURE}`
        : `\nproviders come from the local mirror ${this.source.mirror}`;
    return new TerraformError(`terraform ${command} failed: ${reason}${cure}`);
  }
}

/** Starts a process whose files only their owner can read: plans and states hold first passwords. */
function asOwnerOnly<T>(start: () => T): T {
  const before = process.umask(0o077);
  try {
    return start();
  } finally {
    process.umask(before);
  }
}

function interrupted([command = ""]: readonly string[]): TerraformError {
  return new TerraformError(`terraform ${command} was interrupted`);
}
