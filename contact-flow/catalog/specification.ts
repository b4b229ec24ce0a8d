import type { FlowType } from "../flow";

/**
 * How a value may be written.
 * `static`: no JSONPath. `jsonPath`: one JSONPath and nothing else. `either`: wholly the one or
 * wholly the other. `free`: text in which JSONPaths may stand.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions-parameter-restrictions.html
 */
export type Writing = "static" | "jsonPath" | "either" | "free";

/** What a reference points at; the last but one part of its ARN. */
export type ResourceKind =
  "queue" | "agent" | "hours" | "prompt" | "flow" | "module" | "lambda" | "view" | "other";

/** One parameter of an action: what it may hold and how it may be written. */
export type ParameterSpec = {
  readonly writing: Writing;
  readonly required?: true;
  /** True where CreateContactFlow was seen to accept anything: only our own lint may speak up. */
  readonly unchecked?: true;
} & (
  | { readonly kind: "text" }
  | { readonly kind: "reference"; readonly to: ResourceKind }
  | {
      readonly kind: "integer";
      readonly min?: number;
      readonly max?: number;
      /** What Connect calls it where it refuses a value. */
      readonly calledByConnect?: string;
    }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | {
      readonly kind: "object";
      readonly fields: Readonly<Record<string, ParameterSpec>>;
      readonly groups?: readonly Group[];
    }
  | {
      readonly kind: "list";
      readonly of: ParameterSpec;
      readonly min?: number;
      readonly max?: number;
    }
  | {
      readonly kind: "map";
      readonly of: ParameterSpec;
      readonly keys?: readonly string[];
      readonly min?: number;
      readonly max?: number;
    }
  | { readonly kind: "json" }
);

/** Parameters that shut each other out, or of which one is needed; a key may be a path (`A.B`). */
export interface Group {
  readonly rule: "exactlyOne" | "atMostOne" | "atLeastOne";
  readonly keys: readonly string[];
}

/** `required`: refused without it. `optional`: allowed. What is not listed is refused. */
export type ErrorRule = "required" | "optional";

/** The conditions an action may carry. */
export interface ConditionSpec {
  readonly operators: readonly string[];
  /** The only operands allowed; any string (`any`) or any number (`number`) otherwise. */
  readonly operands: readonly string[] | "any" | "number";
  /** True where the operand may be a JSON number, too. */
  readonly numbers?: true;
  /** Operands of which each must have a condition. */
  readonly needs?: readonly string[];
  /** The least number of conditions. */
  readonly min?: number;
}

/** When a form of an action applies: the parameter is there, or holds one of the values. */
export interface FormTest {
  readonly parameter: string;
  readonly values?: readonly string[];
}

/** The facts that differ between the forms of one action type. */
export interface FormSpec {
  readonly when: FormTest;
  readonly block?: string;
  readonly parameters?: Readonly<Record<string, ParameterSpec>>;
  readonly groups?: readonly Group[];
  readonly errors?: Readonly<Record<string, ErrorRule>>;
  readonly conditions?: ConditionSpec | "none";
  readonly mirrors?: Mirror;
  readonly channels?: ActionSpec["channels"];
}

/** The branch that the console copies into NextAction; NextAction itself is then never taken. */
export type Mirror = { readonly error: string } | { readonly condition: string } | "none";

/** Everything known about one action type. */
export interface ActionSpec {
  /** The console's name of the block. */
  readonly block: string;
  readonly parameters: Readonly<Record<string, ParameterSpec>>;
  /** True where the parameter names are not all known, so an unknown one is let pass. */
  readonly open?: true;
  readonly groups?: readonly Group[];
  readonly errors: Readonly<Record<string, ErrorRule>>;
  readonly conditions: ConditionSpec | "none";
  /** Errors that the action has none of in these types of flow. */
  readonly withoutErrors?: { readonly in: readonly FlowType[]; readonly errors: readonly string[] };
  readonly next: "required" | "optional" | "none";
  /** `none` unless the console copies a branch. */
  readonly mirrors?: Mirror;
  readonly forms?: readonly FormSpec[];
  readonly flowTypes: readonly FlowType[] | "all";
  /** The channels it works on, where its page names any. */
  readonly channels?: readonly ("VOICE" | "CHAT" | "TASK" | "EMAIL")[];
  /** The page, or the live probe, that the facts come from. */
  readonly source: string;
}
