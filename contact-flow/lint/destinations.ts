import type { FlowView } from "./rule";

/** Each value that an action of a type has in a parameter. */
export function* valuesOf({ nodes }: FlowView, type: string, parameter: string) {
  for (const { action, index, path } of nodes) {
    const value = action.Parameters?.[parameter];
    if (action.Type === type && typeof value === "string") {
      yield { index, path: `${path}.Parameters.${parameter}`, value, id: action.Identifier };
    }
  }
}

export const transfers = (view: FlowView) =>
  valuesOf(view, "TransferParticipantToThirdParty", "ThirdPartyPhoneNumber");
