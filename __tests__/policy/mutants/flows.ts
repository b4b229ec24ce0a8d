import type { Draft, Spoilers } from "./mutant";

interface Action {
  Identifier: string;
  Type: string;
  Parameters: Record<string, unknown>;
  Transitions: Record<string, unknown>;
}

interface Content {
  Version: string;
  StartAction: string;
  Actions: Action[];
}

const MENU = "aws_connect_contact_flow.kwglobal_main_menu";
const CALLBACK = "aws_connect_contact_flow.kwglobal_callback_in_queue";
const VANITY = "aws_connect_contact_flow.kwglobal_vanity_number";

/** Changes a flow's content. */
const flow = (address: string, change: (content: Content) => void) => (draft: Draft) => {
  const resource = draft.at(address);
  const content = JSON.parse(String(resource.content)) as Content;
  change(content);
  resource.content = JSON.stringify(content);
};

/** Changes one action, by its name, of a flow. */
const action = (address: string, name: string, change: (action: Action) => void) =>
  flow(address, ({ Actions }) => {
    const found = Actions.find(({ Identifier }) => Identifier === name);
    if (found === undefined) {
      throw new Error(`${address} has no action "${name}" to be spoiled`);
    }
    change(found);
  });

/** Changes the parameters of one action. */
const parameters = (address: string, name: string, more: Record<string, unknown>) =>
  action(address, name, (found) => {
    Object.assign(found.Parameters, more);
  });

/** The welcome, made another action with the same way on. */
const instead = (Type: string, Parameters: Record<string, unknown>) =>
  action(MENU, "Welcome", (found) => {
    Object.assign(found, { Type, Parameters });
  });

const dial = (number: string) =>
  instead("TransferParticipantToThirdParty", { ThirdPartyPhoneNumber: number });

export const FLOW_MUTANTS = {
  flowGraph: {
    "content that is an expression": (draft) => {
      draft.at(MENU).content = "${jsonencode(local.flow)}";
    },
    "another version": flow(MENU, (content) => {
      content.Version = "2020-01-01";
    }),
    "a name twice": flow(MENU, ({ Actions }) => {
      Actions.push(...Actions.slice(0, 1));
    }),
    "a start that isn't there": flow(MENU, (content) => {
      content.StartAction = "Nowhere";
    }),
    "an error that leads nowhere": action(MENU, "Welcome", ({ Transitions }) => {
      Transitions.Errors = [{ ErrorType: "NoMatchingError", NextAction: "Nowhere" }];
    }),
    "a key that leads nowhere": action(MENU, "Main menu", ({ Transitions }) => {
      Transitions.Conditions = [{ NextAction: "Nowhere", Condition: {} }];
    }),
  },
  flowReachable: {
    "a prompt that nobody hears": flow(MENU, ({ Actions }) => {
      Actions.push({
        Identifier: "Unheard",
        Type: "MessageParticipant",
        Parameters: { Text: "Hello" },
        Transitions: { NextAction: "Disconnect" },
      });
    }),
  },
  flowErrors: {
    "a queue without a way out": action(MENU, "Transfer to queue", ({ Transitions }) => {
      Transitions.Errors = [{ ErrorType: "QueueAtCapacity", NextAction: "System error" }];
    }),
    "a menu without any": action(MENU, "Main menu", ({ Transitions }) => {
      delete Transitions.Errors;
    }),
    "a callback to a number that can't be called": action(
      CALLBACK,
      "Set callback number",
      ({ Transitions }) => {
        Transitions.Errors = [{ ErrorType: "InvalidCallbackNumber", NextAction: "Invalid number" }];
      },
    ),
  },
  flowLogging: {
    "logging disabled": parameters(MENU, "Set logging behavior", {
      FlowLoggingBehavior: "Disabled",
    }),
    "logging never mentioned": action(MENU, "Set logging behavior", (found) => {
      Object.assign(found, { Type: "MessageParticipant", Parameters: { Text: "Hello" } });
    }),
    "a prompt before it": flow(MENU, (content) => {
      content.StartAction = "Welcome";
    }),
  },
  flowDtmf: {
    "keys that are stored and logged": parameters(MENU, "Main menu", { StoreInput: "True" }),
    "keys that are stored, with logging enabled before": instead("GetParticipantInput", {
      Text: "Your card's number, please",
      StoreInput: "True",
    }),
  },
  flowLambda: {
    "a function that the caller names": parameters(VANITY, "Make vanity numbers", {
      LambdaFunctionARN: "$.Attributes.function",
    }),
    "a function of another stack": parameters(VANITY, "Make vanity numbers", {
      LambdaFunctionARN: "${aws_lambda_function.another.arn}",
    }),
    "more than eight seconds": parameters(VANITY, "Make vanity numbers", {
      InvocationTimeLimitSeconds: "9",
    }),
    "a part of a second": parameters(VANITY, "Make vanity numbers", {
      InvocationTimeLimitSeconds: "0.5",
    }),
    "no limit": parameters(VANITY, "Make vanity numbers", {
      InvocationTimeLimitSeconds: undefined,
    }),
  },
  flowCycles: {
    "a menu for ever": action(MENU, "Main menu", ({ Transitions }) => {
      Transitions.Errors = [{ ErrorType: "NoMatchingError", NextAction: "Main menu" }];
    }),
    "a circle of several": action(MENU, "Closed", ({ Transitions }) => {
      Transitions.NextAction = "Main menu";
    }),
  },
  flowTerminal: {
    "a prompt after which nothing comes": action(MENU, "Closed", (found) => {
      found.Transitions = {};
    }),
  },
  flowDial: {
    "a number that the caller keyed in": dial("$.StoredCustomerInput"),
    "a number that a function gave": dial("$.External.number"),
    "a premium number": dial("+19005550100"),
    "a premium exchange": dial("+12129765000"),
    "a Caribbean number": dial("+12425550100"),
    "a number abroad": dial("+442079460000"),
  },
  flowCallback: {
    "a number that the caller keyed in": parameters(CALLBACK, "Set callback number", {
      CallbackNumber: "$.StoredCustomerInput",
    }),
    "a number that a function looks at too late": flow(CALLBACK, ({ Actions }) => {
      for (const { Type, Parameters } of Actions) {
        if (Type === "UpdateContactCallbackNumber")
          Parameters.CallbackNumber = "$.Attributes.number";
      }
      Actions.push({
        Identifier: "Look at it",
        Type: "InvokeLambdaFunction",
        Parameters: {},
        Transitions: { NextAction: "Set callback number" },
      });
    }),
    "a number from an attribute": parameters(CALLBACK, "Set callback number", {
      CallbackNumber: "$.Attributes.number",
    }),
  },
  flowSsml: {
    "an attribute in SSML": instead("MessageParticipant", {
      SSML: '<speak><break time="1s"/>$.Attributes.name</speak>',
    }),
    "a function's answer in a loop's SSML": instead("MessageParticipantIteratively", {
      Messages: [{ SSML: "<speak>$.External.text</speak>" }],
    }),
  },
  flowNoArn: {
    "an ARN": parameters(MENU, "Set working queue for key 1", {
      QueueId: "arn:aws:connect:us-west-2:111111111111:instance/i/queue/q",
    }),
    "an id": parameters(MENU, "Set working queue for key 1", {
      QueueId: "0e1b2c3d-4a5b-6c7d-8e9f-0a1b2c3d4e5f",
    }),
  },
  flowDeps: {
    "a flow that doesn't wait for the association": parameters(VANITY, "Make vanity numbers", {
      LambdaFunctionARN: "${aws_lambda_function.vanity_numbers_function.arn}",
    }),
    "an association that doesn't wait for the permission": (draft) => {
      draft.at("aws_connect_lambda_function_association.vanity_numbers_association").depends_on =
        [];
    },
  },
  flowLambdaChain: {
    "three functions in a row": flow(VANITY, ({ Actions }) => {
      const invoke = Actions.find(({ Type }) => Type === "InvokeLambdaFunction");
      if (invoke === undefined) {
        throw new Error(`${VANITY} invokes no function`);
      }
      const { Transitions } = invoke;
      invoke.Transitions = { NextAction: "Second" };
      Actions.push(
        { ...invoke, Identifier: "Second", Transitions: { NextAction: "Third" } },
        { ...invoke, Identifier: "Third", Transitions },
      );
    }),
  },
} satisfies Readonly<Record<string, Spoilers>>;
