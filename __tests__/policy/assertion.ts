import type { OpName } from "./ops";

/** What must hold for the values at a path of a block. */
export interface Assertion {
  /** A dot path; lists on the way are flattened, and every value that is there must hold. */
  readonly path: string;
  readonly op: OpName;
  readonly value?: unknown;
}
