import type { Action } from "../../flow";
import type { Json } from "../../json";
import type { ContactCenter } from "../../runtime";
import type { PreparedAction } from "../../runtime/center";
import type { Move, Plan } from "./plan";
import type { Played, Visit } from "./play";

/** A visit of a call that was played, at which another exit is wanted. */
export interface Place {
  readonly center: ContactCenter;
  readonly played: Played;
  /** The index of the visit. */
  readonly at: number;
}

/** The action of a visit. */
export const actionAt = ({ center, played }: Place, at: number): PreparedAction | undefined => {
  const visit = played.visits[at];
  return visit && center.flows.get(visit.flow)?.actions.get(visit.action);
};

/** A text; undefined for any other value. */
export const text = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The plan with another move at the visit; what was done before stays. */
export const moving = ({ played }: Place, { moves }: Visit, move: Move): Plan => ({
  ...played.plan,
  moves: [...played.moves.slice(0, moves), move],
});

/** Whether it stores what the customer types. */
export const isStore = ({ Type, Parameters }: Action): boolean =>
  Type === "GetParticipantInput" && text(Parameters?.StoreInput)?.toLowerCase() === "true";

/** The last visit before `at` whose action passes the test. */
export function lastBefore(
  place: Place,
  at: number,
  test: (action: Action) => boolean,
): number | undefined {
  for (let index = at - 1; index >= 0; index--) {
    const prepared = actionAt(place, index);
    if (prepared !== undefined && test(prepared.action)) return index;
  }
  return undefined;
}

/** The name of the function that the visit invokes. */
export function functionAt(place: Place, at: number): string | undefined {
  const arn = text(actionAt(place, at)?.action.Parameters?.LambdaFunctionARN);
  return arn === undefined ? undefined : arn.slice(arn.lastIndexOf(":") + 1);
}
