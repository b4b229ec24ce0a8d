import type { ActionSpec } from "../catalog";
import type { Exit } from "../exits";
import type { Source } from "../facts/source";
import type { Action, Flow, FlowType } from "../flow";
import type { HoursOfOperation } from "../hours";

/**
 * Where the content comes from, which decides how strict some rules are.
 * `template`: our file with holes; ids must be holes. `rendered`: the same with its values filled
 * in. `exported`: somebody's flow from a live instance, which AWS has already accepted.
 */
export type Origin = "template" | "rendered" | "exported";

/** What a lint must know beside the content. */
export interface LintContext {
  readonly type: FlowType;
  readonly origin: Origin;
  /** The schedule that spoken opening hours must agree with; without it they are not checked. */
  readonly hours?: HoursOfOperation;
  /** What the flow may call beside HOME_DESTINATIONS, by names such as `Jamaica`. */
  readonly allowedDestinations?: readonly string[];
  /** True to judge a Terraform reference (`${...}`) as CreateContactFlow would: as no id at all. */
  readonly refusesPlaceholders?: boolean;
}

/** `error` stops synth; `warning` is printed. */
export type Level = "error" | "warning";

/** One thing that is wrong with a flow. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  /** The Identifier of the action. */
  readonly action?: string;
  /** The place, as Connect writes it: `Actions[3].Transitions.NextAction`. */
  readonly path?: string;
  /** What is wrong; AWS's own words where CreateContactFlow would say them. */
  readonly message: string;
  /** What to do about it. */
  readonly fix?: string;
}

/** A fault as a rule reports it; the rule's table entry adds the rest. */
export interface Fault {
  /** The action's place in `Actions`. */
  readonly index?: number;
  readonly path?: string;
  readonly message: string;
  readonly fix?: string;
}

/** An action with what the rules ask of it again and again. */
export interface Node {
  readonly action: Action;
  readonly index: number;
  readonly path: string;
  /** Undefined for a type that the service does not know. */
  readonly spec: ActionSpec | undefined;
  readonly exits: readonly Exit[];
}

/** The flow as the rules see it. */
export interface FlowView {
  readonly flow: Flow;
  readonly content: string;
  readonly nodes: readonly Node[];
  /** By Identifier; the first of duplicates. */
  readonly byId: ReadonlyMap<string, Node>;
  /** The nodes that a contact can get to from the start. */
  readonly reached: ReadonlySet<Node>;
}

/**
 * How bad a mistake is. `refused`: CreateContactFlow refuses the flow for it. The others only harm callers, and
 * only lint looks for them: `error`; `error in ours`, which is a warning in an export, because a flow that AWS
 * has accepted is given the benefit of the doubt; `warning`.
 */
export type RuleLevel = "refused" | "error" | "error in ours" | "warning";

/** A rule: one kind of mistake. */
export interface Rule {
  /** The name of its file. */
  readonly id: string;
  readonly level: RuleLevel;
  /** Why this is a mistake, for the person who meets it. */
  readonly reason: string;
  /** What to do about it, unless the fault itself says it more precisely. */
  readonly fix: string;
  /** How it is known that this is a mistake. */
  readonly source: Source;
  readonly check: (view: FlowView, context: LintContext) => Iterable<Fault>;
}
