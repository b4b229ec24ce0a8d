import { exitsOf } from "../../contact-flow/exits";
import type { Action } from "../../contact-flow/flow";
import type { Json } from "../../contact-flow/json";

/**
 * How a flow's log calls a block, where an entry of a live instance is known: `SetQueue` by AWS's page, the
 * others by entries that people have published. Any other block goes by its type in the flow language,
 * which on AWS may be another word.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-log-data.html
 */
const MODULE_TYPES: Readonly<Record<string, string>> = {
  EndFlowExecution: "Resume",
  GetParticipantInput: "GetUserInput",
  InvokeLambdaFunction: "InvokeExternalResource",
  MessageParticipant: "PlayPrompt",
  UpdateContactAttributes: "SetAttributes",
  UpdateContactData: "SetContactData",
  UpdateContactTargetQueue: "SetQueue",
  UpdateFlowLoggingBehavior: "SetLoggingBehavior",
};

/** An entry of a flow's log. */
export interface FlowLogEntry {
  readonly ContactId: string;
  /** The flow's ARN. */
  readonly ContactFlowId: string;
  readonly ContactFlowName: string;
  readonly ContactFlowModuleType: string;
  readonly Identifier: string;
  /** In UTC, to the millisecond. */
  readonly Timestamp: string;
  readonly Parameters: Readonly<Record<string, Json>>;
  readonly Results?: string;
  readonly ExternalResults?: Readonly<Record<string, Json>>;
}

/** How a log calls a block. */
export const moduleTypeOf = ({ Type }: Pick<Action, "Type">): string => MODULE_TYPES[Type] ?? Type;

/**
 * What a log tells of a block's parameters, as texts: once, or of blocks that set several attributes, once
 * for each.
 *
 * @param read - Fills in a parameter's JSONPaths.
 */
export function loggedParameters(
  { Type, Parameters = {} }: Action,
  read: (value: Json | undefined) => string | undefined,
): Readonly<Record<string, string>>[] {
  const of = (fields: Readonly<Record<string, Json | undefined>>) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        const text = read(value);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
  switch (Type) {
    case "InvokeLambdaFunction":
      return [
        of({
          FunctionArn: Parameters.LambdaFunctionARN,
          TimeLimit: String(Number(read(Parameters.InvocationTimeLimitSeconds) ?? 3) * 1000),
        }),
      ];
    case "UpdateContactTargetQueue":
      return [of({ Queue: Parameters.QueueId })];
    case "UpdateFlowLoggingBehavior":
      return [
        { LoggingBehavior: Parameters.FlowLoggingBehavior === "Enabled" ? "Enable" : "Disable" },
      ];
    case "UpdateContactAttributes": {
      const attributes = Object.entries((Parameters.Attributes ?? {}) as Record<string, Json>);
      return attributes.map(([Key, value]) => ({ Key, ...of({ Value: value }) }));
    }
    default:
      return [of(Parameters)];
  }
}

/**
 * What a log tells of how a block went: the key that was pressed or the branch that was taken. Nothing where it
 * simply went on.
 *
 * @param exit - The key of the exit that was taken, such as `Errors[0]`.
 */
export function resultsOf(action: Action, exit: string): string | undefined {
  const taken = exitsOf(action).find(({ key }) => key === exit);
  if (taken === undefined || taken.kind === "next") return undefined;
  if (taken.kind === "condition") {
    const index = Number(/\d+/.exec(exit)?.[0]);
    return String(action.Transitions.Conditions?.[index]?.Condition.Operands[0] ?? "");
  }
  if (taken.label === "Error" && action.Type === "InvokeLambdaFunction")
    return "The Lambda Function Returned An Error.";
  return taken.label;
}
