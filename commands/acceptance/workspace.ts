import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sandboxEnvironment } from "../../sandbox/machine/environment";
import type { Sandbox } from "../../sandbox/sandbox";
import { KeptProvider } from "../../sandbox/terraform/kept-provider";
import { Terraform, TerraformError } from "../../sandbox/terraform/terraform";
import type { TerraformMessage } from "../../sandbox/terraform/terraform-message";
import { type FlatResource, flatResource, flatState, type State } from "./flat-state";

/** Tests that are run side by side, each in a module of its own. */
export const LANES = 12;

/** A lane's module: `module.t3`. */
export type Lane = `module.t${number}`;

export const LANE_NAMES: readonly Lane[] = Array.from(
  { length: LANES },
  (_, index): Lane => `module.t${index + 1}`,
);

/** Buckets have no host names of their own on this machine. */
const ROOT = `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  s3_use_path_style = true
}
${LANE_NAMES.map((lane) => `module "${folderOf(lane)}" {\n  source = "./${folderOf(lane)}"\n}\n`).join("")}`;

/** Folders of the tests that configurations read files of. */
const FIXTURES = ["test-fixtures", "testdata"];

const STATE_FILE = "terraform.tfstate";
const IMPORTS_FILE = "imports.tf";
const PLAN_FILE = "import.plan";

/** What a run of Terraform says of each lane. */
type ByLane = ReadonlyMap<Lane, readonly string[]>;

/** A resource of a lane. */
export interface Place {
  readonly lane: Lane;
  readonly address: string;
}

/**
 * A folder in which Terraform and one kept provider apply the configurations of several tests at once, each
 * in a module of its own: each run of Terraform reads the schemas of all of AWS, which takes longer than
 * what a test does.
 */
export class Workspace {
  private constructor(
    private readonly directory: string,
    private readonly terraform: Terraform,
    private readonly provider: KeptProvider,
    private readonly messages: TerraformMessage[],
  ) {}

  /**
   * @param sandbox - Where everything is applied.
   * @param region - The provider's region.
   * @param tests - The folder of the tests, whose fixtures are copied.
   */
  public static async open(sandbox: Sandbox, region: string, tests: string): Promise<Workspace> {
    const directory = mkdtempSync(join(tmpdir(), "acceptance-"));
    for (const folder of FIXTURES.filter((each) => existsSync(join(tests, each)))) {
      cpSync(join(tests, folder), join(directory, folder), { recursive: true });
    }
    writeFileSync(join(directory, "root.tf"), ROOT);
    for (const lane of LANE_NAMES) {
      mkdirSync(join(directory, folderOf(lane)));
      writeFileSync(join(directory, folderOf(lane), "main.tf"), "");
    }
    const environment = sandboxEnvironment(process.env, sandbox.endpoint, region);
    const options = { directory, workDirectory: sandbox.directory };
    await (await Terraform.find({ ...options, environment })).init();
    const provider = await KeptProvider.start(directory, environment);
    const messages: TerraformMessage[] = [];
    const terraform = await Terraform.find({
      ...options,
      environment: { ...environment, ...provider.environment },
      onMessage: (message) => messages.push(message),
    });
    return new Workspace(directory, terraform, provider, messages);
  }

  /** Gives a lane its configuration; an empty one destroys what it has in the next apply. */
  public configure(lane: Lane, configuration: string): void {
    writeFileSync(join(this.directory, folderOf(lane), "main.tf"), configuration);
  }

  /** Applies all lanes, and says what failed in which. */
  public apply(): Promise<ByLane> {
    return this.errors(() => this.terraform.apply());
  }

  /** Destroys what all lanes have, and says what failed in which. */
  public destroy(): Promise<ByLane> {
    return this.errors(() => this.terraform.destroy());
  }

  /** The resources that the next plan would change, in each lane. */
  public async plannedChanges(): Promise<ByLane> {
    this.messages.length = 0;
    await this.terraform.plan();
    return byLane(
      this.messages.flatMap(({ type, change }) => {
        if (type !== "planned_change" || !change || change.action === "read") return [];
        const { addr } = change.resource;
        return [{ place: addr, text: `${change.action} ${addr}` }];
      }),
    );
  }

  /** A lane's resources. */
  public state(lane: Lane): ReadonlyMap<string, FlatResource> {
    return flatState(this.readState(), lane);
  }

  /** The modules that still have something. */
  public notEmpty(): ReadonlySet<string> {
    const managed = this.readState().resources.filter(({ mode }) => mode === "managed");
    return new Set(managed.map(({ module = "" }) => module));
  }

  /** Resources as an import would read them, without a state that knows them. */
  public import(places: readonly (Place & { readonly id: string })[]): Promise<FlatResource[]> {
    const file = join(this.directory, IMPORTS_FILE);
    const blocks = places.map(
      ({ lane, address, id }) =>
        `import {\n  to = ${lane}.${address}\n  id = ${JSON.stringify(id)}\n}\n`,
    );
    return this.aside(async (state) => {
      rmSync(state);
      writeFileSync(file, blocks.join(""));
      try {
        await this.terraform.plan(PLAN_FILE);
        const { resource_changes: changes } = (await this.terraform.show(PLAN_FILE)) as {
          resource_changes: readonly {
            address: string;
            change: { before: Record<string, unknown> | null };
          }[];
        };
        return places.map(({ lane, address }) => {
          const found = changes.find((each) => each.address === `${lane}.${address}`);
          return flatResource(address, found?.change.before ?? {});
        });
      } finally {
        rmSync(file);
      }
    });
  }

  /** Deletes resources by the provider itself, and leaves them in the state. */
  public async delete(places: readonly Place[]): Promise<void> {
    const files = LANE_NAMES.map((lane) => join(this.directory, folderOf(lane), "main.tf"));
    const configurations = files.map((file) => readFileSync(file, "utf8"));
    await this.aside(async (stateFile) => {
      const state = this.readState();
      const only = state.resources.filter(({ module, mode, type, name }) =>
        places.some(
          ({ lane, address }) =>
            mode === "managed" && module === lane && `${type}.${name}` === address,
        ),
      );
      writeFileSync(stateFile, JSON.stringify({ ...state, outputs: {}, resources: only }));
      for (const file of files) writeFileSync(file, "");
      await this.terraform.apply();
    });
    for (const [index, file] of files.entries()) writeFileSync(file, configurations[index] ?? "");
  }

  public async close(): Promise<void> {
    await this.provider.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private readState(): State {
    const file = join(this.directory, STATE_FILE);
    if (!existsSync(file)) return { resources: [] };
    return JSON.parse(readFileSync(file, "utf8")) as State;
  }

  /** What Terraform finds wrong, in each lane; what concerns no lane is everyone's. */
  private async errors(run: () => Promise<void>): Promise<ByLane> {
    this.messages.length = 0;
    try {
      await run();
      return new Map();
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      const found = this.messages.flatMap(({ diagnostic }) =>
        diagnostic?.severity === "error"
          ? [
              {
                place:
                  diagnostic.address ??
                  `module.${(diagnostic.range?.filename ?? "").split("/")[0] ?? ""}.`,
                text: [diagnostic.summary, diagnostic.detail ?? ""].join("\n").trim(),
              },
            ]
          : [],
      );
      const lanes = byLane(found);
      if (lanes.size > 0) return lanes;
      return new Map(LANE_NAMES.map((lane) => [lane, [error.message]]));
    }
  }

  /** Does something to the state, and takes it back. */
  private async aside<T>(work: (file: string) => Promise<T>): Promise<T> {
    const file = join(this.directory, STATE_FILE);
    const before = readFileSync(file);
    try {
      return await work(file);
    } finally {
      writeFileSync(file, before);
    }
  }
}

function folderOf(lane: Lane): string {
  return lane.slice("module.".length);
}

function byLane(found: readonly { place: string; text: string }[]): ByLane {
  const lanes = new Map<Lane, string[]>();
  for (const { place, text } of found) {
    const lane = LANE_NAMES.find((each) => place.startsWith(`${each}.`));
    if (lane !== undefined) lanes.set(lane, [...(lanes.get(lane) ?? []), text]);
  }
  return lanes;
}
