import { WITH_CUSTOMER_QUEUE } from "./flow-types";
import {
  CATCH_ALL,
  choice,
  integer,
  json,
  map,
  object,
  ONE_QUEUE,
  page,
  queueOrAgent,
  reference,
  required,
  text,
} from "./parameters";
import type { ActionSpec } from "./specification";

/** Three days: the longest a callback may be put off. */
const THREE_DAYS = 259_200;

const profile = (
  name: string,
  errors: ActionSpec["errors"] = { NoneFoundError: "optional", ...CATCH_ALL },
): ActionSpec => ({
  block: "Customer profiles",
  parameters: {
    ProfileRequestData: required(json),
    ProfileResponseData: json,
  },
  errors,
  conditions: "none",
  next: "required",
  flowTypes: "all",
  source: page(`interactions-${name}`),
});

/**
 * Interactions: they reach outside the flow and need neither a contact nor a participant.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/interactions.html
 */
export const INTERACTIONS = {
  AssociateContactToCustomerProfile: profile("associatecontacttocustomerprofile", CATCH_ALL),
  CreateCustomerProfile: profile("createcustomerprofile", CATCH_ALL),
  GetCustomerProfile: profile("getcustomerprofile", {
    MultipleFoundError: "optional",
    NoneFoundError: "optional",
    ...CATCH_ALL,
  }),
  GetCustomerProfileObject: profile("getcustomerprofileobject"),
  GetCalculatedAttributesForCustomerProfile: profile("getcalculatedattributesforcustomerprofile"),
  UpdateCustomerProfile: profile("updatecustomerprofile", CATCH_ALL),
  CreateCallbackContact: {
    block: "Transfer to callback queue",
    parameters: {
      ...queueOrAgent,
      InitialCallDelaySeconds: required(integer(1, THREE_DAYS)),
      MaximumConnectionAttempts: required(integer(1)),
      RetryDelaySeconds: required(integer(1, THREE_DAYS)),
      ContactFlowId: reference("flow"),
      CallerId: json,
    },
    groups: [ONE_QUEUE],
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: WITH_CUSTOMER_QUEUE,
    channels: ["VOICE"],
    source: page("interactions-createcallbackcontact"),
  },
  InvokeLambdaFunction: {
    block: "Invoke AWS Lambda function",
    parameters: {
      LambdaFunctionARN: required(reference("lambda")),
      InvocationTimeLimitSeconds: required(integer(1, 8)),
      InvocationType: choice(["SYNCHRONOUS", "ASYNCHRONOUS"]),
      LambdaInvocationAttributes: map(text()),
      ResponseValidation: object({ ResponseType: required(choice(["STRING_MAP", "JSON"])) }),
    },
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("interactions-invokelambdafunction"),
  },
} as const satisfies Readonly<Record<string, ActionSpec>>;
