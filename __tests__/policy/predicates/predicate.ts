import type { Synthesized } from "../../support/synthesized";
import type { Verdict } from "../verdict";

/** What no operator on a path can say about a stack. */
export type Predicate = (stack: Synthesized, params: Readonly<Record<string, unknown>>) => Verdict;
