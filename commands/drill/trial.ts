import type { Quotas } from "../../sandbox/connect/store/quotas";
import type { Faults } from "../../sandbox/faults/faults";
import type { Attributes } from "./attributes";
import type { CutPoint } from "./cut-points";
import type { Recovery } from "./recover";

/** One apply that is cut off, and what is to be there after its recovery. */
export interface Trial {
  /** Folder of the synthesized stack, which is copied. */
  readonly stackDirectory: string;
  /** Ignored folder of this trial. */
  readonly directory: string;
  /** What AWS has granted the environment. */
  readonly quotas: Quotas | undefined;
  readonly faults: Faults;
  /** When Terraform is killed; undefined lets it end. */
  readonly cut: CutPoint | undefined;
}

/** What came of a trial. */
export interface Outcome {
  /** Seconds that the first apply took, from the first thing that it made to its end or its cut. */
  readonly seconds: number;
  /** Whether Terraform was still running when the point came. */
  readonly wasCut: boolean;
  /** Resources that the first apply had reported, of all. */
  readonly done: number;
  readonly total: number;
  readonly recovery: Recovery;
  /**
   * Keys that a lost answer left behind and that recovery left there, deleted before the inventory: the
   * one thing that is there twice.
   */
  readonly orphanKeys: number;
  /** Whether the plan after it was empty. */
  readonly settled: boolean;
  /** Each thing in the account, by kind and name; twice what is there twice. */
  readonly inventory: readonly string[];
  /** What each resource is like, as that plan has read it. */
  readonly attributes: Attributes;
  /** How often each fault struck. */
  readonly struck: Readonly<Record<string, number>>;
  readonly calls: number;
}
