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

/** Flows whose harm can't be seen at a glance. */
export const FLOWS: readonly Attack[] = [
  [
    "a flow that hangs up, with all else left in it",
    menu((flow, action) => {
      flow.StartAction = action("DisconnectParticipant").Identifier;
    }),
    MENU,
    "disrupt",
    /half of the queues/,
  ],
  [
    "a menu whose keys all lead to one queue",
    menu((_, action) => {
      const { Conditions = [], Errors = [] } = action("GetParticipantInput").Transitions;
      for (const each of [...Conditions, ...Errors]) each.NextAction = Conditions[0]?.NextAction;
    }),
    MENU,
    "disrupt",
    /half of the queues/,
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
];
