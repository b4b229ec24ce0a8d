import type { Run } from "../source";

const ACTIONS =
  "https://github.com/flow-as-code/flow-as-code/blob/3c0bd7ece194ca976453ef1c5d41f956fc69e150/conformance/flow-language/actions.md";

/** flow-as-code's first answers: rules 21 to 36 of its page. */
export const FIRST: Run = { date: "2026-09-15", published: ACTIONS };
/** Its sweep over the error branches: rule 37. */
export const ERRORS: Run = { date: "2026-09-29", region: "us-west-2", published: ACTIONS };
/** Its sweeps over NextAction: rule 38. */
export const NEXT: Run = { date: "2026-09-30", region: "us-west-2", published: ACTIONS };
/** The types that no category page lists: rule 40. */
export const TYPES: Run = { date: "2026-10-05", region: "us-east-1", published: ACTIONS };
/** What the Hollow Hour example relies on. */
export const HOLLOW_HOUR: Run = {
  date: "2026-09-30",
  region: "us-west-2",
  published: "https://github.com/flow-as-code/hollow-hour-example-typescript/blob/main/VERIFY.md",
};
/** Each action of pulumi-amazon-connect, published once. */
export const PULUMI: Run = {
  date: "2026-08-10",
  published:
    "https://github.com/mgaffigan/pulumi-amazon-connect/blob/05a26ef747118fe685f4ffadfb99ab3d5afd2af2/docs/wire-format-checks.md",
};
