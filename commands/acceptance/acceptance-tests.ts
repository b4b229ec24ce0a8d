import { Call, describeValue, type GoValue, Literal, textOf, Unreadable } from "./go-value";
import { textsOf } from "./go-library";
import type { GoPackage } from "./go-source";

/** A step that applies a configuration. */
export interface ApplyStep {
  readonly kind: "apply";
  readonly configuration: string;
  /** The checks on the state afterwards, as they are written, compositions taken apart. */
  readonly checks: readonly Call[];
  readonly expectNonEmptyPlan: boolean;
}

/** A step that imports a resource and compares it with the state. */
export interface ImportStep {
  readonly kind: "import";
  readonly resource: string;
  /** Attributes that aren't compared. */
  readonly ignore: readonly string[];
}

/** What a test does in turn. */
export type Step = ApplyStep | ImportStep;

/** One acceptance test, or why there is none to run. */
export interface AcceptanceTest {
  readonly name: string;
  readonly steps: readonly Step[];
  /** The provider's own reason for skipping it. */
  readonly skipped?: string;
  /** What isn't read of it. */
  readonly unreadable?: string;
}

const RUNNERS = new Set([
  ...["resource.Test", "resource.ParallelTest", "resource.UnitTest"],
  ...["acctest.Test", "acctest.ParallelTest"],
]);

const COMPOSITIONS = new Set([
  "resource.ComposeTestCheckFunc",
  "resource.ComposeAggregateTestCheckFunc",
]);

/** Fields of a step that are read, or that make no difference to what a step shows. */
const STEP_FIELDS = new Set([
  ...["Config", "Check", "ExpectNonEmptyPlan", "ResourceName", "ImportState"],
  ...["ImportStateVerify", "ImportStateVerifyIgnore"],
]);

/** The acceptance tests of a package, in the order in which they are written. */
export function acceptanceTests(source: GoPackage): readonly AcceptanceTest[] {
  return source.testFunctions().flatMap((name) => {
    try {
      const read = readTest(source, name);
      return read === undefined ? [] : [{ name, ...read }];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return [{ name, steps: [], unreadable: error.message }];
    }
  });
}

/** Undefined for what is no acceptance test: it runs none. */
function readTest(source: GoPackage, name: string): Omit<AcceptanceTest, "name"> | undefined {
  for (const statement of source.callsOf(name)) {
    if ("branch" in statement) {
      if (!statement.branch.startsWith("if testing.Short()")) {
        throw new Unreadable(`the test branches: ${statement.branch.split("\n")[0] ?? ""}`);
      }
    } else if (statement.name === "t.Skip") {
      return { steps: [], skipped: textOf(statement.args[0], "a reason") };
    } else if (RUNNERS.has(statement.name)) {
      const testCase = statement.args.at(-1);
      const steps = testCase instanceof Literal ? testCase.get("Steps") : undefined;
      if (!(steps instanceof Literal)) throw new Unreadable("the test's steps are no list");
      return { steps: steps.items.map(readStep) };
    }
  }
  return undefined;
}

function readStep(step: GoValue): Step {
  if (!(step instanceof Literal)) throw new Unreadable(`a step is ${describeValue(step)}`);
  const strange = [...step.fields.keys()].find((field) => !STEP_FIELDS.has(field));
  if (strange !== undefined) throw new Unreadable(`the step's ${strange} isn't known`);
  if (step.get("ImportState") === true) {
    return {
      kind: "import",
      resource: textOf(step.get("ResourceName"), "ResourceName"),
      ignore: textsOf(step.get("ImportStateVerifyIgnore"), "ImportStateVerifyIgnore"),
    };
  }
  return {
    kind: "apply",
    configuration: textOf(step.get("Config"), "Config"),
    checks: checksOf(step.get("Check")),
    expectNonEmptyPlan: step.get("ExpectNonEmptyPlan") === true,
  };
}

function checksOf(check: GoValue | undefined): readonly Call[] {
  if (check === undefined) return [];
  if (!(check instanceof Call)) throw new Unreadable(`a check is ${describeValue(check)}`);
  return COMPOSITIONS.has(check.name) ? check.args.flatMap(checksOf) : [check];
}
