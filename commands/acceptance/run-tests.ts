import type { AcceptanceTest, ApplyStep, ImportStep } from "./acceptance-tests";
import { check, DISAPPEARS, isExistenceCheck } from "./checks";
import type { FlatResource } from "./flat-state";
import { textOf, Unreadable } from "./go-value";
import { type Outcome, outcomeOf } from "./outcome";
import { type Lane, LANE_NAMES, LANES, type Place, type Workspace } from "./workspace";

/** What a run does with its workspace. */
export type Lanes = Pick<
  Workspace,
  "configure" | "apply" | "destroy" | "plannedChanges" | "state" | "notEmpty" | "import" | "delete"
>;

/** What tests are run with. */
export interface Bench {
  readonly workspace: Lanes;
  readonly region: string;
  /** The names of the instances that there are. */
  readonly instances: () => Promise<readonly string[]>;
  /** Says what goes on. */
  readonly onProgress: (doing: string) => void;
  /** Ends the run after the step that goes on. */
  readonly signal: AbortSignal;
}

/**
 * Runs tests as the provider's own test framework does: applies each step's configuration, makes its
 * checks, plans again and expects nothing, imports and compares, and destroys in the end. Tests with as many
 * steps go side by side.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/testing/acceptance-tests/teststep
 */
export async function* runTests(
  tests: readonly AcceptanceTest[],
  bench: Bench,
): AsyncGenerator<Outcome> {
  for (const { name, skipped, unreadable } of tests) {
    const none = { name, steps: [0, 0], checks: [0, 0] } as const;
    if (skipped !== undefined) yield { ...none, verdict: "skipped", reasons: [skipped] };
    else if (unreadable !== undefined)
      yield { ...none, verdict: "unreadable", reasons: [unreadable] };
  }
  const runnable = tests
    .filter(({ skipped, unreadable }) => (skipped ?? unreadable) === undefined)
    .sort((one, other) => one.steps.length - other.steps.length);
  for (let first = 0; first < runnable.length; first += LANES) {
    const runs = runnable
      .slice(first, first + LANES)
      .map((test, index) => new Run(test, LANE_NAMES[index] ?? "module.t1", bench));
    const rounds = Math.max(...runs.map(({ test }) => test.steps.length));
    for (let round = 0; round < rounds; round += 1) {
      if (bench.signal.aborted) return;
      bench.onProgress(
        `tests ${first + 1} to ${first + runs.length} of ${runnable.length}, step ${round + 1} of ${rounds} …`,
      );
      await runRound(runs, round, bench.workspace);
    }
    bench.onProgress("destroying …");
    await destroyAll(runs, bench);
    for (const run of runs) yield run.outcome();
  }
}

/** The same step of each test. */
async function runRound(runs: readonly Run[], round: number, workspace: Lanes): Promise<void> {
  const applying = runs.filter((run) => run.configure(round));
  if (applying.length > 0) {
    await applyAll(applying, workspace);
    const checked = applying.filter(({ failed }) => !failed);
    const disappearing = checked.flatMap((run) => run.check(round));
    if (disappearing.length > 0) await workspace.delete(disappearing);
    const changes = await workspace.plannedChanges();
    for (const run of checked) run.expectPlan(round, changes.get(run.lane) ?? []);
  }
  const importing = runs.flatMap((run) => run.toImport(round));
  if (importing.length === 0) return;
  const imported = await workspace.import(importing);
  for (const run of runs) {
    const index = importing.findIndex(({ lane }) => lane === run.lane);
    const resource = imported[index];
    if (resource !== undefined) run.compare(round, resource);
  }
}

/**
 * What fails in one lane may have kept the others from being applied. It gets a second try: two tests may
 * have been offered the same phone number, as on AWS.
 */
async function applyAll(runs: readonly Run[], workspace: Lanes): Promise<void> {
  for (let waiting = runs; waiting.length > 0;) {
    if ((await workspace.apply()).size === 0) return;
    const errors = await workspace.apply();
    if (errors.size === 0) return;
    for (const run of waiting) run.fail(errors.get(run.lane) ?? []);
    waiting = waiting.filter(({ failed }) => !failed);
  }
}

async function destroyAll(runs: readonly Run[], { workspace, instances }: Bench): Promise<void> {
  const errors = await workspace.destroy();
  const left = workspace.notEmpty();
  const there = await instances();
  for (const run of runs) {
    run.fail((errors.get(run.lane) ?? []).map((reason) => `the destroy: ${reason}`));
    if (left.has(run.lane)) run.fail(["the destroy left something"]);
    if (there.length > 0 && left.size === 0) run.fail([`instances are left: ${there.join(", ")}`]);
    workspace.configure(run.lane, "");
  }
}

/** One test in its lane. */
class Run {
  public failed = false;
  private readonly reasons: string[] = [];
  private done = 0;
  private held = 0;
  private made = 0;

  public constructor(
    public readonly test: AcceptanceTest,
    public readonly lane: Lane,
    private readonly bench: Bench,
  ) {}

  public outcome(): Outcome {
    return outcomeOf({
      name: this.test.name,
      steps: [this.done, this.test.steps.length],
      checks: [this.held, this.made],
      reasons: this.reasons,
    });
  }

  /** Nothing more is done where a step couldn't be carried out. */
  public fail(reasons: readonly string[]): void {
    if (reasons.length === 0) return;
    this.reasons.push(...reasons);
    this.failed = true;
    this.bench.workspace.configure(this.lane, "");
  }

  /** Whether the round's step applies a configuration, which is then in its place. */
  public configure(round: number): boolean {
    const step = this.applyStep(round);
    if (step === undefined) return false;
    this.bench.workspace.configure(this.lane, step.configuration);
    return true;
  }

  /** Makes the step's checks. Returns what has to disappear behind Terraform's back. */
  public check(round: number): readonly Place[] {
    const { workspace, region } = this.bench;
    const state = workspace.state(this.lane);
    const disappearing: Place[] = [];
    for (const each of this.applyStep(round)?.checks ?? []) {
      try {
        if (each.name === DISAPPEARS) {
          const address = textOf(each.args.at(-1), "the resource that disappears");
          disappearing.push({ lane: this.lane, address });
          continue;
        }
        const counts = isExistenceCheck(each) ? 0 : 1;
        this.made += counts;
        const reason = check(each, { state, region });
        if (reason === undefined) this.held += counts;
        else this.reasons.push(`step ${round + 1}: ${reason}`);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        this.reasons.push(error.message);
      }
    }
    return disappearing;
  }

  public expectPlan(round: number, changes: readonly string[]): void {
    const nonEmpty = this.applyStep(round)?.expectNonEmptyPlan === true;
    if (nonEmpty && changes.length === 0) {
      this.reasons.push(`step ${round + 1}: the next plan is empty`);
    } else if (!nonEmpty && changes.length > 0) {
      this.reasons.push(`step ${round + 1}: the next plan isn't empty: ${changes.join(", ")}`);
    }
    this.done += 1;
  }

  /** What the round's step imports. */
  public toImport(round: number): readonly (Place & { readonly id: string })[] {
    const step = this.importStep(round);
    if (step === undefined) return [];
    const id = this.bench.workspace.state(this.lane).get(step.resource)?.attributes.get("id");
    if (id !== undefined) return [{ lane: this.lane, address: step.resource, id }];
    this.fail([`${step.resource}, to be imported, isn't in the state`]);
    return [];
  }

  public compare(round: number, imported: FlatResource): void {
    const step = this.importStep(round);
    const known = this.bench.workspace.state(this.lane).get(imported.address);
    if (step === undefined || known === undefined) return;
    this.reasons.push(...differences(known, imported, step.ignore));
    this.done += 1;
  }

  private applyStep(round: number): ApplyStep | undefined {
    const step = this.failed ? undefined : this.test.steps[round];
    return step?.kind === "apply" ? step : undefined;
  }

  private importStep(round: number): ImportStep | undefined {
    const step = this.failed ? undefined : this.test.steps[round];
    return step?.kind === "import" ? step : undefined;
  }
}

/** Attributes that an import reads otherwise than they are in the state. */
function differences(
  known: FlatResource,
  imported: FlatResource,
  ignore: readonly string[],
): readonly string[] {
  const compared = ({ attributes }: FlatResource) =>
    new Map(
      [...attributes].filter(
        ([path, value]) =>
          !["timeouts", ...ignore].some((each) => path === each || path.startsWith(`${each}.`)) &&
          !(value === "0" && /\.[#%]$/.test(path)),
      ),
    );
  const [before, after] = [compared(known), compared(imported)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => {
      const [was = "unset", is = "unset"] = [before.get(path), after.get(path)];
      return `${known.address}: ${path} is imported as ${is} instead of ${was}`;
    });
}
