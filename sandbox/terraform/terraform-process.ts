import { execa } from "execa";
import { OperatorError } from "../machine/errors";
import { findTerraform } from "./terraform-program";
import { explain, readMessage, readText } from "./terraform-message";
import type { TerraformDiagnostic, TerraformMessage } from "./terraform-message";
import { findProviderSource, REGISTRY_CURE } from "./terraform-mirror";
import type { ProviderSource } from "./terraform-mirror";

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

/** Terraform found something wrong; the message is its own, shortened. */
export class TerraformError extends OperatorError {
  public override readonly name = "TerraformError";
}

/** Starts Terraform, and reads what it answers. */
export class TerraformProcess {
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
  public static async find(options: TerraformOptions): Promise<TerraformProcess> {
    const { environment, workDirectory, onNotice } = options;
    const { path } = await findTerraform({
      environment,
      directory: workDirectory,
      ...(onNotice && { onNotice }),
    });
    const source = await findProviderSource(workDirectory, { environment });
    return new TerraformProcess(path, source, options);
  }

  /** See {@link TerraformOptions}. */
  public get environment(): NodeJS.ProcessEnv {
    return this.options.environment;
  }

  /** The same, with these variables in its environment as well. */
  public with(variables: NodeJS.ProcessEnv): TerraformProcess {
    const environment = { ...this.environment, ...variables };
    return new TerraformProcess(this.program, this.source, { ...this.options, environment });
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

  /** Runs a command. @returns what it writes @throws TerraformError if it fails */
  public async text(args: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr, shortMessage, isCanceled } = await this.run(args);
    if (exitCode === 0) return stdout;
    if (isCanceled) throw interrupted(args);
    throw this.failure(
      args[0] ?? "",
      readText(stderr, this.options.directory) || String(shortMessage),
    );
  }

  /**
   * Runs a command that tells what it does, message by message.
   *
   * @param success - The exit codes of a run that hasn't failed.
   * @throws TerraformError if it fails
   */
  public async stream(
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
