import type { TerraformMessage } from "./terraform-message";
import { type TerraformOptions, TerraformProcess } from "./terraform-process";

export { TerraformError, type TerraformOptions } from "./terraform-process";

/** What a plan does to a resource that changes nothing there. */
const UNCHANGED = new Set(["noop", "read"]);

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

/** Terraform in one configuration's folder. */
export class Terraform {
  private constructor(
    private readonly process: TerraformProcess,
    private readonly initSettings: readonly string[],
  ) {}

  /**
   * Finds Terraform, or fetches it where it is missing, and where its providers come from.
   *
   * @throws OperatorError when there is no Terraform that fits.
   */
  public static async find(options: TerraformOptions): Promise<Terraform> {
    const locked = options.lockedProviders === true ? ["-lockfile=readonly"] : [];
    return new Terraform(await TerraformProcess.find(options), [
      ...["-input=false", "-no-color"],
      ...locked,
    ]);
  }

  /** The whole environment of what it runs, but for what it sets itself. */
  public get environment(): NodeJS.ProcessEnv {
    return this.process.environment;
  }

  /** The same, with these variables in its environment as well. */
  public with(variables: NodeJS.ProcessEnv): Terraform {
    return new Terraform(this.process.with(variables), this.initSettings);
  }

  /** Downloads or links providers and opens the backend. */
  public async init(): Promise<void> {
    await this.process.text(["init", ...this.initSettings, "-reconfigure"]);
  }

  /** Opens the backend that the configuration names now, and takes the state of the last one along. */
  public async migrateState(): Promise<void> {
    await this.process.text(["init", ...this.initSettings, "-migrate-state", "-force-copy"]);
  }

  /** Checks the configuration against the providers' schemas. */
  public async validate(): Promise<void> {
    await this.process.text(["validate", "-no-color"]);
  }

  /**
   * Plans, refreshing from the API first.
   *
   * @param planFile - Where to keep the plan for {@link apply}, seen from the folder.
   */
  public async plan(planFile?: string): Promise<PlanSummary> {
    const out = planFile === undefined ? [] : [`-out=${planFile}`];
    const run = await this.process.stream(["plan", "-detailed-exitcode", ...out], [0, 2]);
    const { add = 0, change = 0, remove = 0 } = run.summary ?? {};
    return { changes: run.exitCode === 2, add, change, remove };
  }

  /**
   * Applies.
   *
   * @param planFile - A kept plan; without one Terraform plans anew and asks nobody.
   */
  public async apply(planFile?: string): Promise<void> {
    await this.process.stream(
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
    await this.process.stream(args, [0], ({ type, change, changes }) => {
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
    await this.process.text(["force-unlock", "-force", lockId]);
  }

  /** Destroys everything in the state. */
  public async destroy(): Promise<void> {
    await this.process.stream(["destroy", "-auto-approve"], [0]);
  }

  /**
   * The state, or a kept plan, as Terraform's JSON.
   *
   * @see https://developer.hashicorp.com/terraform/internals/json-format
   */
  public async show(planFile?: string): Promise<unknown> {
    const file = planFile === undefined ? [] : [planFile];
    return JSON.parse(await this.process.text(["show", "-json", "-no-color", ...file]));
  }

  /**
   * A kept plan as people read it.
   *
   * @param coloured - With escape sequences that colour it.
   */
  public planText(planFile: string, coloured: boolean): Promise<string> {
    return this.process.text(["show", ...(coloured ? [] : ["-no-color"]), planFile]);
  }

  /** The outputs by name. */
  public async output(): Promise<Record<string, { readonly value: unknown }>> {
    return JSON.parse(await this.process.text(["output", "-json", "-no-color"])) as Record<
      string,
      { value: unknown }
    >;
  }

  /**
   * Takes the mark of damage from a resource whose making was cut off, so that it is kept and not
   * replaced.
   */
  public async untaint(address: string): Promise<void> {
    await this.process.text(["untaint", "-no-color", address]);
  }

  /** The addresses of what the state holds, data sources included. */
  public async stateList(): Promise<string[]> {
    const list = await this.process.text(["state", "list"]);
    return list.split("\n").filter((address) => address !== "");
  }
}
