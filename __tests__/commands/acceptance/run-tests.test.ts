import { expect } from "chai";

import type {
  AcceptanceTest,
  ApplyStep,
  Step,
} from "../../../commands/acceptance/acceptance-tests";
import { type FlatResource, flatResource } from "../../../commands/acceptance/flat-state";
import { Call, type GoValue } from "../../../commands/acceptance/go-value";
import type { Outcome } from "../../../commands/acceptance/outcome";
import { type Lanes, runTests } from "../../../commands/acceptance/run-tests";
import { type Lane, LANES } from "../../../commands/acceptance/workspace";

const THING = "aws_connect_thing.test";

/** A step whose configuration is what the thing's name becomes. */
const apply = (configuration: string, ...checks: readonly Call[]): ApplyStep => ({
  ...{ kind: "apply", configuration, checks, expectNonEmptyPlan: false },
});

const isNamed = (name: string) =>
  new Call("resource.TestCheckResourceAttr", [THING, "name", name] as readonly GoValue[]);

const exists = new Call("testAccCheckThingExists", [THING]);
const disappears = new Call("acctest.CheckResourceDisappears", ["ctx", THING]);
const importing: Step = { kind: "import", resource: THING, ignore: ["password"] };

const test = (name: string, ...steps: readonly Step[]): AcceptanceTest => ({ name, steps });

/**
 * Lanes in memory: a lane with the configuration `x` has a thing of the name `x`. One that begins with `fail` can't be
 * applied, and `shares a number` can't at the first try.
 */
class FakeLanes implements Lanes {
  public readonly configurations = new Map<Lane, string>();
  public readonly done: string[] = [];
  public readonly things = new Map<Lane, FlatResource>();
  public imported: Readonly<Record<string, string>> = {};
  public planned = new Map<Lane, readonly string[]>();
  public stuck = false;

  public configure(lane: Lane, configuration: string): void {
    this.configurations.set(lane, configuration);
  }

  public apply(): Promise<ReadonlyMap<Lane, readonly string[]>> {
    this.done.push("apply");
    const errors = new Map<Lane, readonly string[]>();
    for (const [lane, name] of this.configurations) {
      const tries = this.done.filter((each) => each === "apply").length;
      if (name.startsWith("fail") || (name === "shares a number" && tries === 1)) {
        errors.set(lane, [`${name}: refused`]);
      } else if (name !== "") this.things.set(lane, this.thing({ name }));
    }
    return Promise.resolve(errors);
  }

  public destroy(): Promise<ReadonlyMap<Lane, readonly string[]>> {
    this.done.push("destroy");
    if (!this.stuck) this.things.clear();
    return Promise.resolve(new Map());
  }

  public plannedChanges(): Promise<ReadonlyMap<Lane, readonly string[]>> {
    return Promise.resolve(this.planned);
  }

  public state(lane: Lane): ReadonlyMap<string, FlatResource> {
    const thing = this.things.get(lane);
    return new Map(thing === undefined ? [] : [[THING, thing]]);
  }

  public notEmpty(): ReadonlySet<Lane> {
    return new Set(this.things.keys());
  }

  public import(places: readonly { readonly lane: Lane }[]): Promise<FlatResource[]> {
    return Promise.resolve(
      places.map(({ lane }) =>
        this.thing({ name: this.configurations.get(lane) ?? "", ...this.imported }),
      ),
    );
  }

  public delete(places: readonly { readonly lane: Lane; readonly address: string }[]) {
    for (const { lane, address } of places) this.done.push(`delete ${lane}.${address}`);
    return Promise.resolve();
  }

  private thing(attributes: Readonly<Record<string, string>>): FlatResource {
    return flatResource(THING, { id: "1", password: "secret", ...attributes });
  }
}

describe("A run of acceptance tests", () => {
  const run = async (
    tests: readonly AcceptanceTest[],
    lanes = new FakeLanes(),
    more: { instances?: readonly string[]; signal?: AbortSignal } = {},
  ): Promise<readonly Outcome[]> => {
    const outcomes: Outcome[] = [];
    const bench = {
      ...{ workspace: lanes, region: "us-west-2", onProgress: () => undefined },
      instances: () => Promise.resolve(more.instances ?? []),
      signal: more.signal ?? new AbortController().signal,
    };
    for await (const outcome of runTests(tests, bench)) outcomes.push(outcome);
    return outcomes;
  };

  it("holds where each step's checks hold, the next plan is empty and the import is the same", async () => {
    const steps = [apply("one", exists, isNamed("one")), importing, apply("two", isNamed("two"))];
    expect(await run([test("good", ...steps)])).to.deep.equal([
      { name: "good", verdict: "holds", steps: [3, 3], checks: [2, 2], reasons: [] },
    ]);
  });

  it("names the step of a check that doesn't hold, and goes on", async () => {
    const [outcome] = await run([test("bad", apply("one", isNamed("two")), apply("three"))]);
    expect(outcome).to.deep.include({ verdict: "fails", steps: [2, 2], checks: [0, 1] });
    expect(outcome?.reasons).to.deep.equal([`step 1: ${THING}: name is "one" instead of "two"`]);
  });

  it("does nothing more of a test that can't be applied, and all of the others", async () => {
    const [bad, good] = await run([
      test("bad", apply("fails here"), apply("never")),
      test("good", apply("one"), apply("two")),
    ]);
    expect(bad).to.deep.include({ verdict: "fails", steps: [0, 2] });
    expect(bad?.reasons).to.deep.equal(["fails here: refused"]);
    expect(good).to.deep.include({ verdict: "holds", steps: [2, 2] });
  });

  it("tries an apply twice, since two tests may have been offered the same number", async () => {
    const lanes = new FakeLanes();
    const [outcome] = await run([test("number", apply("shares a number"))], lanes);
    expect(outcome?.verdict).to.equal("holds");
    expect(lanes.done).to.deep.equal(["apply", "apply", "destroy"]);
  });

  it("fails where the next plan changes something, or nothing though it should", async () => {
    const lanes = new FakeLanes();
    lanes.planned.set("module.t1", ["update it"]);
    const [changes, empty] = await run(
      [test("changes", apply("one")), test("empty", { ...apply("two"), expectNonEmptyPlan: true })],
      lanes,
    );
    expect(changes?.reasons).to.deep.equal(["step 1: the next plan isn't empty: update it"]);
    expect(empty?.reasons).to.deep.equal(["step 1: the next plan is empty"]);
  });

  it("compares an import with the state, but for what the test ignores", async () => {
    const lanes = new FakeLanes();
    lanes.imported = { name: "other", password: "" };
    const [outcome] = await run([test("import", apply("one"), importing)], lanes);
    expect(outcome?.reasons).to.deep.equal([`${THING}: name is imported as other instead of one`]);
  });

  it("fails where what is to be imported isn't there", async () => {
    const [outcome] = await run([test("import", importing)]);
    expect(outcome?.reasons).to.deep.equal([`${THING}, to be imported, isn't in the state`]);
  });

  it("lets a resource disappear after the other checks, and expects it in the next plan", async () => {
    const lanes = new FakeLanes();
    lanes.planned.set("module.t1", ["create it"]);
    const gone = { ...apply("one", disappears, isNamed("one")), expectNonEmptyPlan: true };
    const [outcome] = await run([test("gone", gone)], lanes);
    expect(outcome).to.deep.include({ verdict: "holds", checks: [1, 1] });
    expect(lanes.done).to.deep.equal(["apply", `delete module.t1.${THING}`, "destroy"]);
  });

  it("fails where the destroy leaves something, in the state or in the sandbox", async () => {
    const lanes = new FakeLanes();
    lanes.stuck = true;
    const [inState] = await run([test("left", apply("one"))], lanes);
    expect(inState?.reasons).to.deep.equal(["the destroy left something"]);
    const [inSandbox] = await run([test("left", apply("one"))], new FakeLanes(), {
      instances: ["kwglobal"],
    });
    expect(inSandbox?.reasons).to.deep.equal(["instances are left: kwglobal"]);
  });

  it("says of a check that isn't known that it isn't, and of what isn't run why", async () => {
    const strange = new Call("testAccCheckSomethingElse", [THING]);
    const outcomes = await run([
      test("strange", apply("one", strange)),
      { name: "skipped", steps: [], skipped: "a fault of Connect" },
      { name: "unreadable", steps: [], unreadable: "the test branches" },
    ]);
    expect(outcomes.map(({ name, verdict, reasons }) => [name, verdict, ...reasons])).to.deep.equal(
      [
        ["skipped", "skipped", "a fault of Connect"],
        ["unreadable", "unreadable", "the test branches"],
        ["strange", "fails", "the check testAccCheckSomethingElse isn't known"],
      ],
    );
  });

  it("runs as many tests side by side as there are lanes, those with the fewest steps first", async () => {
    const long = test("long", apply("one"), apply("two"));
    const short = Array.from({ length: LANES }, (_, at) => test(`short ${at}`, apply("one")));
    const lanes = new FakeLanes();
    const outcomes = await run([long, ...short], lanes);
    expect(outcomes.at(-1)?.name).to.equal("long");
    expect(lanes.done.filter((each) => each === "destroy")).to.have.length(2);
  });

  it("ends when it is told to", async () => {
    expect(await run([test("one", apply("one"))], undefined, { signal: AbortSignal.abort() }))
      .to //
      .deep.equal([]);
  });
});
