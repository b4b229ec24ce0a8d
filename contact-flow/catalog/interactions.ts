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

const LAMBDA = {
  LambdaFunctionARN: required(reference("lambda")),
  InvocationType: choice(["SYNCHRONOUS", "ASYNCHRONOUS"]),
  LambdaInvocationAttributes: map(text()),
  ResponseValidation: object({ ResponseType: required(choice(["STRING_MAP", "JSON"])) }),
} as const;

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
    parameters: { ...LAMBDA, InvocationTimeLimitSeconds: required(integer(1, 8)) },
    forms: [
      {
        when: { parameter: "InvocationType", values: ["ASYNCHRONOUS"] },
        // The action's page says 8, the administrator guide 60 for a function that is not waited for;
        // which of them holds at CreateContactFlow is undecided.
        parameters: { ...LAMBDA, InvocationTimeLimitSeconds: required(integer(1, 60)) },
      },
    ],
    errors: CATCH_ALL,
    conditions: "none",
    next: "required",
    flowTypes: "all",
    source: page("interactions-invokelambdafunction"),
  },
} as const satisfies Readonly<Record<string, ActionSpec>>;
