/** A part of the project that the mutants are tried on. Paths are files, or directories with all in them. */
export interface Area {
  /** What is changed. */
  readonly code: readonly string[];
  /** The tests that must notice: those that need no process of their own, in the order of their speed. */
  readonly tests: readonly string[];
  /** Those of them that take no part, since they take seconds each: the score is that of the others. */
  readonly without?: readonly string[];
}

/** The parts where a wrong line costs most, by the name that the command takes. */
export const AREAS: Readonly<Record<string, Area>> = {
  gate: {
    code: [
      "plan-review/gate",
      "plan-review/digest.ts",
      "plan-review/plan.ts",
      "plan-review/plan-shape.ts",
    ],
    tests: [
      "__tests__/plan-review/gate",
      "__tests__/plan-review/digest.test.ts",
      "__tests__/plan-review/plan.test.ts",
      "__tests__/plan-review/plan-shape.test.ts",
    ],
    // They judge plans of the whole center, for each change that nothing else notices.
    without: [
      "__tests__/plan-review/gate/attacks.test.ts",
      "__tests__/plan-review/gate/routine.test.ts",
    ],
  },
  policy: {
    code: ["plan-review/policy"],
    tests: ["__tests__/plan-review/policy"],
  },
  configuration: {
    code: ["plan-review/configuration"],
    tests: ["__tests__/plan-review/configuration"],
  },
  associations: {
    code: ["lambda-src/connect-associations"],
    tests: ["__tests__/lambda-src/connect-associations"],
  },
  routing: {
    code: ["contact-flow/routing.ts", "sandbox/telephone/distribution.ts"],
    tests: [
      "__tests__/contact-flow/routing.test.ts",
      "__tests__/sandbox/telephone/exchange.test.ts",
    ],
  },
  runtime: {
    code: ["contact-flow/runtime"],
    tests: ["__tests__/contact-flow/runtime"],
  },
};
