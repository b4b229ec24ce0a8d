import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";

import { execa, type ResultPromise } from "execa";

import { typesNamedIn } from "./provider-schemas";
import { SchemaProxy } from "./schema-proxy";
import { LITTLE_COLLECTION } from "./terraform-process";

/** It would write down every request that Terraform makes of it. */
const QUIET = { TF_LOG_SDK: "off", TF_LOG_SDK_PROTO: "off", TF_LOG_PROVIDER: "off" };

/** Runs the program until its input ends, and so for no longer than this process, however that ends. */
const UNTIL_INPUT_ENDS = `exec 3<&0
"$0" -debug & provider=$!
(cat <&3; kill -INT $provider) > /dev/null 2>&1 &
wait $provider`;

/**
 * The AWS provider in a process that stays between runs of Terraform. Each run would start it several
 * times, and each start builds the schemas of all of AWS: half of what a plan costs. The provider's own
 * acceptance tests run it so, too. Terraform sees the schemas of those types only that the stack's
 * configuration names or has named since the start. Not on Windows, which has no `sh`.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#starting-a-provider-in-debug-mode
 */
export class KeptProvider {
  private constructor(
    private readonly running: ResultPromise & { readonly stdin: Writable },
    private readonly proxy: SchemaProxy,
    /** What lets Terraform find it, as a variable of the environment. */
    public readonly environment: { readonly TF_REATTACH_PROVIDERS: string },
  ) {}

  /**
   * @param directory - Of an initialised stack, whose provider it is.
   * @param environment - The whole environment: the sandbox's.
   */
  public static async start(
    directory: string,
    environment: NodeJS.ProcessEnv,
  ): Promise<KeptProvider> {
    const running = execa("sh", ["-c", UNTIL_INPUT_ENDS, providerIn(directory)], {
      // Where Terraform would start it: a function's zip is named from there.
      cwd: directory,
      env: { ...environment, ...QUIET, ...LITTLE_COLLECTION },
      extendEnv: false,
      reject: false,
      // Out of reach of the terminal's own Ctrl-C: Terraform ends what it has begun by it.
      detached: true,
      stdin: "pipe",
      stderr: "ignore",
      buffer: false,
    });
    const value = await new Promise<string>((resolve, reject) => {
      let text = "";
      running.stdout.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        const [, found] = /TF_REATTACH_PROVIDERS='(.+)'/.exec(text) ?? [];
        if (found !== undefined) resolve(found);
      });
      running.stdout.once("end", () => {
        reject(new Error("the AWS provider did not start"));
      });
    });
    const reached = JSON.parse(value) as Record<string, Reattached>;
    const [name = "", address] = Object.entries(reached)[0] ?? [];
    if (address === undefined) throw new Error("the AWS provider has no address");
    const types = new Set<string>();
    // What is deleted is in the state, and was in the configuration when it was made.
    const typesUntilNow = () => {
      for (const type of typesNamedIn(directory)) types.add(type);
      return types;
    };
    typesUntilNow();
    const proxy = await SchemaProxy.start(address.Addr.String, typesUntilNow);
    const Addr = { ...address.Addr, String: proxy.socket };
    return new KeptProvider(running, proxy, {
      TF_REATTACH_PROVIDERS: JSON.stringify({ [name]: { ...address, Addr } }),
    });
  }

  /** Whether it has ended by itself. */
  public get hasEnded(): boolean {
    return this.running.exitCode !== null || this.running.signalCode !== null;
  }

  public async stop(): Promise<void> {
    this.running.stdin.end();
    await this.running;
    this.proxy.stop();
  }
}

/** Where a provider listens: `Network` is always `unix` but on Windows. */
interface Reattached {
  readonly Addr: { readonly Network: string; readonly String: string };
}

/** `.terraform/providers/HOST/NAMESPACE/TYPE/VERSION/PLATFORM/` holds it. */
function providerIn(directory: string): string {
  const versions = join(directory, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const [version = ""] = readdirSync(versions);
  const [platform = ""] = readdirSync(join(versions, version));
  const folder = join(versions, version, platform);
  const program = readdirSync(folder).find((name) => name.startsWith("terraform-provider-aws"));
  return join(folder, program ?? "");
}
