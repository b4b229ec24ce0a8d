import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";

import { ConnectClient } from "@aws-sdk/client-connect";
import { App } from "cdktf";

import { ContactCenterStack } from "../../constructs/contact-center-stack";
import type { ContactCenterValue } from "../../constructs/value/contact-center-value";
import { KWGLOBAL } from "../../kwglobal";
import { clientSettings } from "../../sandbox/machine/account";
import { createStateBucket, destroy, initialPasswords } from "../../sandbox/deploy";
import { sandboxEnvironment } from "../../sandbox/machine/environment";
import { writeOverride } from "../../sandbox/terraform/override";
import { type Sandbox, type Snapshot, startSandbox } from "../../sandbox/sandbox";
import { readStack } from "../../sandbox/terraform/stack";
import { Terraform } from "../../sandbox/terraform/terraform";
import type { TerraformMessage } from "../../sandbox/terraform/terraform-message";
import type { GoldenName } from "./golden/centers";
import { goldenCenter } from "./golden/run";
import { KeptProvider } from "../../sandbox/terraform/kept-provider";
import { everythingIn } from "./leftovers";
import { PROD } from "./synthesized";

const PLAN = "test.plan";

/** A change that Terraform plans: an address and what is done there. */
export type PlannedChange = readonly [address: string, actions: string];

/** KWGlobal's production center in a sandbox of its own, applied by real Terraform. */
export class DeployedCenter {
  private initialised = false;
  private origin: Snapshot | undefined;
  private provider: KeptProvider | undefined;
  private messages: TerraformMessage[] = [];

  private constructor(
    public readonly sandbox: Sandbox,
    private readonly outdir: string,
    /** Amazon Connect, as an operator's client reaches it. */
    public readonly connect: ConnectClient,
  ) {}

  public static async start(): Promise<DeployedCenter> {
    const sandbox = await startSandbox({ port: 0, quotas: PROD.quotas });
    Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
    const outdir = mkdtempSync(join(tmpdir(), "contact-center-"));
    return new DeployedCenter(sandbox, outdir, new ConnectClient({}));
  }

  /** A copy of a center that is applied already, whose plan needs no `terraform init`. */
  public static async copy(name: GoldenName = "prod"): Promise<DeployedCenter> {
    const { snapshot, outdir } = await goldenCenter(name);
    const own = mkdtempSync(join(tmpdir(), "contact-center-"));
    copyInitialised(outdir, own);
    const sandbox = await startSandbox({ port: 0, from: snapshot });
    Object.assign(process.env, clientSettings(sandbox.endpoint, PROD.region));
    const copy = new DeployedCenter(sandbox, own, new ConnectClient({}));
    copy.initialised = true;
    copy.origin = snapshot;
    copy.provider = await KeptProvider.start(copy.stackDirectory(), copy.environment());
    return copy;
  }

  /** Goes back to what was copied. */
  public async reset(): Promise<void> {
    if (this.origin === undefined) throw new Error("only a copy can be reset");
    await this.sandbox.reset(this.origin);
  }

  /** Synthesizes KWGlobal's center, changed or not. */
  public synthesize(change: Partial<ContactCenterValue> = {}): void {
    const app = new App({ outdir: this.outdir });
    new ContactCenterStack(app, "kwglobal-prod", {
      center: { ...KWGLOBAL, ...change },
      environment: PROD,
    });
    app.synth();
  }

  /** Edits what was synthesized, as no value can say it: a lifted guard, another address. */
  public edit(change: (configuration: string) => string): void {
    const file = join(this.stackDirectory(), "cdk.tf.json");
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }

  /** What Terraform would do now, in all that its JSON says. */
  public async planJson(): Promise<unknown> {
    const terraform = await this.terraform();
    await terraform.plan(PLAN);
    return terraform.show(PLAN);
  }

  /** Applies what was synthesized, if that changes anything. */
  public async apply(): Promise<void> {
    const terraform = await this.terraform();
    const { changes } = await terraform.plan(PLAN);
    if (changes) {
      await terraform.apply(PLAN);
    }
  }

  /** What Terraform would do now, data sources left out. */
  public async plan(): Promise<PlannedChange[]> {
    const terraform = await this.terraform();
    await terraform.plan(PLAN);
    return (this.messages as readonly PlannedMessage[]).flatMap(({ type, change }) =>
      type === "planned_change" && change?.resource.addr.startsWith("data.") === false
        ? [[change.resource.addr, change.action] as const]
        : [],
    );
  }

  /** Applies what `plan` planned. */
  public async applyPlan(): Promise<void> {
    await (await this.terraform()).apply(PLAN);
  }

  /** An attribute of a resource, as it will be after what `plan` planned. */
  public async planned(address: string, attribute: string): Promise<unknown> {
    const { resource_changes: planned = [] } = (await (
      await this.terraform()
    ).show(PLAN)) as PlanJson;
    return planned.find((each) => each.address === address)?.change.after?.[attribute];
  }

  /** Lifts the guards and destroys everything. */
  public async destroy(): Promise<void> {
    await destroy(this.deployment());
  }

  /** What is there that a new sandbox doesn't have; the state's bucket stays by intent. */
  public async leftovers(): Promise<string[]> {
    const names = await everythingIn(this.connect);
    return names.filter((name) => name !== PROD.account.stateBucket);
  }

  public async stop(): Promise<void> {
    this.connect.destroy();
    await this.provider?.stop();
    await this.sandbox.stop();
    rmSync(this.outdir, { recursive: true, force: true });
  }

  /** Terraform in the stack's folder; initialised once, since no change here adds a provider. */
  private async terraform(): Promise<Terraform> {
    const directory = this.stackDirectory();
    const stack = await readStack(directory);
    await writeOverride(directory, stack, { faulty: this.sandbox.faults.fault !== undefined });
    await createStateBucket(stack, this.sandbox.endpoint);
    this.messages = [];
    const terraform = await Terraform.find({
      directory,
      workDirectory: this.sandbox.directory,
      environment: {
        ...this.environment(),
        ...this.provider?.environment,
        TF_VAR_initial_passwords: JSON.stringify(initialPasswords(stack)),
      },
      onMessage: (message) => this.messages.push(message),
    });
    if (!this.initialised) {
      await terraform.init();
      this.initialised = true;
    }
    return terraform;
  }

  /** What Terraform needs to find the sandbox. */
  public environment(): NodeJS.ProcessEnv {
    return sandboxEnvironment(process.env, this.sandbox.endpoint, PROD.region);
  }

  private deployment() {
    return { stackDirectory: this.stackDirectory(), sandbox: this.sandbox };
  }

  /** Where `cdk.tf.json` lies. */
  public stackDirectory(): string {
    return join(this.outdir, "stacks", "kwglobal-prod");
  }
}

/** Copies what was synthesized and initialised; providers, which nobody writes to, stay where they are. */
function copyInitialised(from: string, to: string): void {
  const providers: string[] = [];
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => {
      const isProviders = basename(source) === "providers";
      if (isProviders) providers.push(relative(from, source));
      return !isProviders;
    },
  });
  for (const path of providers) symlinkSync(join(from, path), join(to, path));
}

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly after?: Readonly<Record<string, unknown>> | null };
  }[];
}

/**
 * A line of `terraform plan -json` about a change.
 *
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui#planned-change
 */
interface PlannedMessage extends TerraformMessage {
  readonly change?: {
    readonly resource: { readonly addr: string };
    readonly action: string;
  };
}
