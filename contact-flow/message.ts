import type { Action, Flow } from "./flow";
import type { Json } from "./json";

/** A module that a flow invokes only while a schedule is closed: how a message is switched. */
export interface SwitchedModule {
  /** ARNs or ids. */
  readonly hours: string;
  readonly module: string;
}

const textIn = (action: Action | undefined, parameter: string): string => {
  const value: Json | undefined = action?.Parameters?.[parameter];
  return typeof value === "string" ? value : "";
};

/** The modules that a flow switches by a schedule. */
export function switchedModules({ Actions: actions }: Flow): readonly SwitchedModule[] {
  return actions
    .filter(({ Type }) => Type === "CheckHoursOfOperation")
    .flatMap((check) => {
      const closed = check.Transitions.Conditions?.find(
        ({ Condition }) => Condition.Operands[0] === "False",
      );
      const invoke = actions.find(({ Identifier }) => Identifier === closed?.NextAction);
      const hours = textIn(check, "HoursOfOperationId");
      const module = invoke?.Type === "InvokeFlowModule" ? textIn(invoke, "FlowModuleId") : "";
      return hours === "" || module === "" ? [] : [{ hours, module }];
    });
}

/** What a module says, block after block. */
export const textsIn = ({ Actions: actions }: Flow): readonly string[] =>
  actions
    .filter(({ Type }) => Type === "MessageParticipant")
    .map((action) => textIn(action, "Text"))
    .filter((text) => text !== "");
