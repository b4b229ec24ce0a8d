import { isObject, type Json, type JsonObject } from "./json";
import { parseJsonText } from "./json-text";

/**
 * A flow as Amazon Connect stores it: the JSON of the flow language, with AWS's own names.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
 */

/** The parameters of an action, by the flow language's own keys. */
export type Parameters = JsonObject;

/** A comparison of an action's result. Operands are strings, of percentages also numbers. */
export interface Condition {
  readonly Operator: string;
  readonly Operands: readonly (string | number)[];
}

/** Where the contact goes when the condition holds; the first that holds wins. */
export interface ConditionTransition {
  readonly NextAction: string;
  readonly Condition: Condition;
}

/** Where the contact goes when the action fails in this way. */
export interface ErrorTransition {
  readonly NextAction: string;
  readonly ErrorType: string;
}

/** The ways out of an action. A terminal action has none of them. */
export interface Transitions {
  readonly NextAction?: string;
  readonly Conditions?: readonly ConditionTransition[];
  readonly Errors?: readonly ErrorTransition[];
}

/** One step of a flow; the console calls it a block. */
export interface Action {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters?: Parameters;
  readonly Transitions: Transitions;
}

/** A whole flow or module. `Metadata` is the console's drawing, `Settings` a module's contract. */
export interface Flow {
  readonly Version: string;
  readonly StartAction: string;
  readonly Metadata?: Json;
  readonly Settings?: Json;
  readonly Actions: readonly Action[];
}

/** What a flow is for. `MODULE` is not a type of the API but is where EndFlowModuleExecution lives. */
export const FLOW_TYPES = [
  "CONTACT_FLOW",
  "CUSTOMER_QUEUE",
  "CUSTOMER_HOLD",
  "CUSTOMER_WHISPER",
  "AGENT_HOLD",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "AGENT_TRANSFER",
  "QUEUE_TRANSFER",
  "CAMPAIGN",
  "MODULE",
] as const;

/** One of {@link FLOW_TYPES}. @see https://docs.aws.amazon.com/connect/latest/APIReference/API_ContactFlow.html */
export type FlowType = (typeof FLOW_TYPES)[number];

/** Content that is not a flow at all: what was wrong, and where. */
export class FlowSyntaxError extends Error {
  /**
   * @param path the place in the content, as Connect writes paths (`Actions[3].Transitions`)
   * @param problem what is wrong there, and what would be right
   */
  public constructor(
    public readonly path: string,
    problem: string,
  ) {
    super(path === "" ? problem : `${path} ${problem}`);
    this.name = "FlowSyntaxError";
  }
}

function expectShape(holds: boolean, path: string, rule: string, value: unknown): asserts holds {
  if (!holds) {
    const got = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
    throw new FlowSyntaxError(path, `must be ${rule}, got ${got}`);
  }
}

function checkTransitions(value: unknown, path: string): void {
  expectShape(isObject(value), path, "an object ({} for a terminal action)", value);
  const next = value.NextAction;
  expectShape(
    next === undefined || typeof next === "string",
    `${path}.NextAction`,
    "a string",
    next,
  );
  for (const list of ["Conditions", "Errors"] as const) {
    const entries = value[list] === undefined ? [] : value[list];
    expectShape(Array.isArray(entries), `${path}.${list}`, "a list", entries);
    entries.forEach((entry: unknown, index) => {
      const at = `${path}.${list}[${index}]`;
      expectShape(isObject(entry), at, "an object", entry);
      expectShape(
        typeof entry.NextAction === "string",
        `${at}.NextAction`,
        "a string",
        entry.NextAction,
      );
      if (list === "Errors") {
        expectShape(
          typeof entry.ErrorType === "string",
          `${at}.ErrorType`,
          "a string",
          entry.ErrorType,
        );
        return;
      }
      const condition = entry.Condition;
      expectShape(isObject(condition), `${at}.Condition`, "an object", condition);
      expectShape(
        typeof condition.Operator === "string",
        `${at}.Condition.Operator`,
        "a string",
        condition.Operator,
      );
      expectShape(
        Array.isArray(condition.Operands),
        `${at}.Condition.Operands`,
        "a list of strings",
        condition.Operands,
      );
    });
  }
}

/**
 * Reads a flow's content and checks its shape only; {@link lintFlow} judges what it says.
 * @throws FlowSyntaxError naming the place and the shape that would be right
 */
export function parseFlow(content: string): Flow {
  let value: unknown;
  try {
    value = parseJsonText(content);
  } catch (error) {
    throw new FlowSyntaxError("", `content must be JSON: ${(error as Error).message}`);
  }
  expectShape(isObject(value), "content", "an object", value);
  if (Array.isArray(value.modules)) {
    throw new FlowSyntaxError(
      "",
      "content is an export of the console's old format (modules, branches), which the API never accepts; export it with describe-contact-flow",
    );
  }
  expectShape(Array.isArray(value.Actions), "Actions", "a list", value.Actions);
  value.Actions.forEach((action: unknown, index) => {
    const at = `Actions[${index}]`;
    expectShape(isObject(action), at, "an object", action);
    expectShape(
      typeof action.Identifier === "string",
      `${at}.Identifier`,
      "a string",
      action.Identifier,
    );
    expectShape(typeof action.Type === "string", `${at}.Type`, "a string", action.Type);
    if (action.Parameters !== undefined) {
      expectShape(isObject(action.Parameters), `${at}.Parameters`, "an object", action.Parameters);
    }
    checkTransitions(action.Transitions, `${at}.Transitions`);
  });
  return value as unknown as Flow;
}
