import { destinationOf, isAllowed } from "../destinations";
import { isJsonPath } from "../json-path";
import { inAdminGuide, reading } from "../facts/source";
import { isHole, isTerraformToken } from "./references";
import { ALWAYS_WARNING, ERROR_IN_OURS, type FlowView, type Rule } from "./rule";

const TOLL_FRAUD = "calls abroad and to special rates are what toll fraud is after";

/** The caller's own number: it can be forged, but only to call back who forged it. */
const CALLER = "$.CustomerEndpoint.Address";

/** Each value that an action of a type has in a parameter. */
function* valuesOf({ nodes }: FlowView, type: string, parameter: string) {
  for (const { action, index, path } of nodes) {
    const value = action.Parameters?.[parameter];
    if (action.Type === type && typeof value === "string") {
      yield { index, path: `${path}.Parameters.${parameter}`, value, id: action.Identifier };
    }
  }
}

const transfers = (view: FlowView) =>
  valuesOf(view, "TransferParticipantToThirdParty", "ThirdPartyPhoneNumber");

/** Whom a flow may call. */
export const DESTINATION_RULES: readonly Rule[] = [
  {
    id: "destination",
    source: reading("a call abroad or to a special rate that nobody means costs money"),
    reason: TOLL_FRAUD,
    fix: "transfer to another number",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view, { allowedDestinations }) {
      for (const { index, path, value, id } of transfers(view)) {
        if (isJsonPath(value) || isHole(value) || isTerraformToken(value)) {
          continue;
        }
        const destination = destinationOf(value);
        if (destination === undefined) {
          yield {
            index,
            path,
            message: `"${id}" calls ${value}, which is no number in E.164`,
            fix: 'write a number such as "+13025550100"',
          };
        } else if (!isAllowed(destination, allowedDestinations)) {
          yield {
            index,
            path,
            message: `"${id}" calls ${value}, which leads to ${destination}: ${TOLL_FRAUD}`,
            fix: `transfer to another number, or allow it by name: allowedDestinations: ["${destination}"]`,
          };
        }
      }
    },
  },
  {
    id: "dial-target",
    source: reading("a number that a caller chooses may be one that costs money (toll fraud)"),
    reason: "whoever can set the attribute has the center call any number, at its cost",
    fix: "write the number out, and branch where there are several",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check(view) {
      for (const { index, path, value, id } of transfers(view)) {
        if (isJsonPath(value)) {
          yield { index, path, message: `"${id}" calls whatever number ${value} holds` };
        }
      }
    },
  },
  {
    id: "callback-number",
    source: inAdminGuide("set-callback-number"),
    reason: "a caller who may type any number can have it called at the center's cost",
    fix: `call back ${CALLER}, or check the number against the allowed destinations in a function before`,
    checkedBy: "house",
    level: ALWAYS_WARNING,
    *check(view) {
      const set = valuesOf(view, "UpdateContactCallbackNumber", "CallbackNumber");
      for (const { index, path, value, id } of set) {
        if (isJsonPath(value) && value !== CALLER) {
          yield {
            index,
            path,
            message: `"${id}" has whatever number ${value} holds called back`,
          };
        }
      }
    },
  },
];
