import type { Action, FlowType } from "../flow";
import { isJsonPath } from "../json-path";
import { CONTACT } from "./contact";
import { EVENT_HOOKS } from "./contact-settings";
import { FLOW_CONTROL } from "./flow-control";
import { INTERACTIONS } from "./interactions";
import { PARTICIPANT } from "./participant";
import type { ActionSpec, FormTest } from "./specification";
import { UNDOCUMENTED } from "./undocumented";

export { NEVER_VALID, REFUSED_TYPES } from "./undocumented";
export type { ActionSpec, ConditionSpec, Group, ParameterSpec } from "./specification";

const TABLE = {
  ...CONTACT,
  ...PARTICIPANT,
  ...FLOW_CONTROL,
  ...INTERACTIONS,
  ...UNDOCUMENTED,
} as const;

/** A type of action that the service knows. */
export type ActionType = keyof typeof TABLE;

/**
 * The one table of action types that lint, runtime and diagram read: the 56 that AWS documents on
 * its four category pages and those it accepts without documenting them.
 */
export const CATALOG: Readonly<Record<ActionType, ActionSpec>> = TABLE;

/** Whether the service knows the type. Types are case-sensitive. */
export const isActionType = (type: string): type is ActionType => Object.hasOwn(CATALOG, type);

const applies = (test: FormTest, parameters: Action["Parameters"]): boolean => {
  const value = parameters?.[test.parameter];
  return (
    value !== undefined &&
    (test.values === undefined || (typeof value === "string" && test.values.includes(value)))
  );
};

/** The facts of this action, in the form that its parameters choose; undefined for an unknown type. */
export function specificationOf(
  action: Pick<Action, "Type" | "Parameters">,
): ActionSpec | undefined {
  if (!isActionType(action.Type)) {
    return undefined;
  }
  const general = CATALOG[action.Type];
  const form = general.forms?.find(({ when }) => applies(when, action.Parameters));
  return form === undefined ? general : { ...general, ...form };
}

/**
 * Whether the action can fail in a way that its NoMatchingError branch, where there is one, takes:
 * what AWS allows the branch for, but for a loop whose count is written out and so never wrong.
 */
export function canFail(action: Pick<Action, "Type" | "Parameters">): boolean {
  const count = action.Parameters?.LoopCount;
  const written = count !== undefined && !(typeof count === "string" && isJsonPath(count));
  return !written && specificationOf(action)?.errors.NoMatchingError !== undefined;
}

/** Whether the action can fail so in a flow of this type. */
export function hasError(spec: ActionSpec | undefined, error: string, type: FlowType): boolean {
  const { in: types, errors } = spec?.withoutErrors ?? { in: [], errors: [] };
  const isHere = !(types.includes(type) && errors.includes(error));
  return isHere && spec !== undefined && Object.hasOwn(spec.errors, error);
}

const SPEAKING = new Set([
  "GetParticipantInput",
  "MessageParticipant",
  "MessageParticipantIteratively",
]);

/** Whether the action says or plays something. */
export const speaks = ({ Type }: Pick<Action, "Type">): boolean => SPEAKING.has(Type);

/** The name that the console gives the block: the event decides for Set … flow. */
export function blockName(action: Pick<Action, "Type" | "Parameters">): string {
  const hooks = action.Parameters?.EventHooks;
  if (action.Type === "UpdateContactEventHooks" && typeof hooks === "object" && hooks !== null) {
    const [event] = Object.keys(hooks);
    if (event !== undefined && Object.hasOwn(EVENT_HOOKS, event)) {
      return EVENT_HOOKS[event as keyof typeof EVENT_HOOKS];
    }
  }
  return specificationOf(action)?.block ?? action.Type;
}
