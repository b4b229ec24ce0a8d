import { objectsIn } from "../paths";
import { judge } from "../verdict";
import { type Action, type Flow, flowsOf, judgeActions, reachable } from "./flow";
import { callable } from "./callable";
import type { Predicate } from "./predicate";

/** What may fail says where the call goes then; `own` names errors of types that have no general one. */
export const flowErrors: Predicate = (stack, { types, own }) => {
  const special = own as Record<string, string[]>;
  return judgeActions(
    stack,
    [...(types as string[]), ...Object.keys(special)],
    ({ type, exits }) => {
      const missing = (special[type] ?? ["NoMatchingError"]).filter(
        (error) => !exits.some(({ name }) => name === error),
      );
      return missing.length > 0 ? `must say where ${missing.join(", ")} leads` : undefined;
    },
  );
};

/**
 * A flow that answers a call switches its log on before anything but settings; the flows that
 * follow keep it on.
 */
export const flowLogging: Predicate = (stack, { flowTypes }) =>
  judge(
    flowsOf(stack).filter(({ flowType }) => (flowTypes as string[]).includes(flowType)),
    (flow) =>
      reachedWithout(flow, (action) => logging(action) === "Enabled")
        .filter(({ type }) => !type.startsWith("Update"))
        .map(
          ({ id }) =>
            `"${id}" must come after its log is enabled: the instance's switch alone logs nothing`,
        ),
  );

/** What a caller keys in and the flow keeps is encrypted, or not logged. */
export const flowDtmf: Predicate = (stack) =>
  judgeActions(stack, ["GetParticipantInput"], ({ id, parameters }, flow) => {
    const encrypted = objectsIn(parameters).some((each) => "InputEncryption" in each);
    if (parameters.StoreInput !== "True" || encrypted) {
      return undefined;
    }
    const before = flow.actions.filter(({ exits }) => exits.some(({ to }) => to === id));
    return before.length > 0 && before.every((action) => logging(action) === "Disabled")
      ? undefined
      : "must encrypt what it stores, or come right after logging was disabled";
  });

export const flowDial: Predicate = (stack, params) =>
  judgeActions(
    stack,
    ["TransferParticipantToThirdParty"],
    ({ parameters }) => callable(parameters.ThirdPartyPhoneNumber, params)[0],
  );

/** A number that isn't the caller's own is called back only after it was looked at. */
export const flowCallback: Predicate = (stack) =>
  judgeActions(stack, ["UpdateContactCallbackNumber"], (action, flow) => {
    const { CallbackNumber: number } = action.parameters;
    const unchecked = reachedWithout(
      flow,
      ({ type, parameters }) =>
        type === "InvokeLambdaFunction" ||
        (type === "Compare" && parameters.ComparisonValue === number),
    );
    return number === "$.CustomerEndpoint.Address" || !unchecked.includes(action)
      ? undefined
      : "must call back the caller's own number, or one that was checked before";
  });

/** Caller and function choose words, not markup; what a caller keys in has no markup. */
export const flowSsml: Predicate = (stack) =>
  judge(flowsOf(stack), (flow) =>
    flow.actions
      .filter(({ parameters }) =>
        objectsIn(parameters).some(({ SSML: speech }) =>
          String(speech).replaceAll("$.StoredCustomerInput", "").includes("$."),
        ),
      )
      .map(({ id }) => `"${id}" must not put an attribute into SSML`),
  );

/** What belongs to this instance is referred to; its ARNs and ids change with it. */
export const flowNoArn: Predicate = (stack) =>
  judge(flowsOf(stack), (flow) =>
    flow.actions
      .filter(({ parameters }) =>
        FOREIGN.test(JSON.stringify(parameters).replaceAll(/\$\{[^}]*\}/g, "")),
      )
      .map(({ id }) => `"${id}" must refer to resources, not name an ARN or UUID`),
  );

const FOREIGN = /arn:aws|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

function logging({ type, parameters }: Action): unknown {
  return type === "UpdateFlowLoggingBehavior" ? parameters.FlowLoggingBehavior : undefined;
}

/** The actions that a call may come to without any of these. */
function reachedWithout(flow: Flow, avoided: (action: Action) => boolean): Action[] {
  const rest = { ...flow, actions: flow.actions.filter((action) => !avoided(action)) };
  const reached = reachable(rest, flow.start).add(flow.start);
  return rest.actions.filter(({ id }) => reached.has(id));
}
