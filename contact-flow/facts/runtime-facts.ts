import type { ActionType } from "../catalog";
import { CATALOG } from "../catalog";
import { HOLLOW_HOUR, NEXT, PULUMI } from "./probes/runs";
import { answered, inAdminGuide, onPage, reading, type Source } from "./source";

/** Something that the interpreter does, and why it is taken to be what Connect does. */
export interface Behaviour {
  readonly does: string;
  readonly source: Source;
}

const on = (type: ActionType, does: string): Behaviour => ({
  does,
  source: onPage(CATALOG[type].source),
});
const read = (does: string, because: string): Behaviour => ({ does, source: reading(because) });
const guide = (does: string, page: string): Behaviour => ({ does, source: inAdminGuide(page) });

const SUCCEEDS = read(
  "succeeds, unless it is made to fail",
  "nothing in a call here depends on the service that it asks",
);

/** What each block does that is run here. */
export const BLOCK_BEHAVIOUR: Readonly<Partial<Record<ActionType, readonly Behaviour[]>>> = {
  CheckHoursOfOperation: [
    on(
      "CheckHoursOfOperation",
      "asks the named hours, or those of the working queue; fails without either",
    ),
    guide("an override of a day counts before the week's hours", "check-hours-of-operation"),
  ],
  CheckMetricData: [
    on("CheckMetricData", "compares a number of the named queue, or of the working queue"),
    {
      does: "the age of the oldest contact is compared in milliseconds",
      source: { by: "export", flows: 1 },
    },
  ],
  Compare: [
    on("Compare", "takes the first condition that holds, NoMatchingCondition if none does"),
    on("Compare", "a comparison of numbers is false where a side is no number"),
  ],
  CreateCallbackContact: [
    on(
      "CreateCallbackContact",
      "calls the callback number, or the caller's; in the named queue, or the working queue",
    ),
    guide("a full queue refuses it, and the error branch is taken", "setup-queued-cb"),
  ],
  CreateTask: [SUCCEEDS],
  CreateWisdomSession: [SUCCEEDS],
  DequeueContactAndTransferToQueue: [
    on(
      "DequeueContactAndTransferToQueue",
      "takes the contact out of its queue and puts it into the named one",
    ),
    read(
      "the queue's flow begins anew in the other queue",
      "no page says whether it does; see Hollow Hour's row Q1",
    ),
  ],
  DisconnectParticipant: [on("DisconnectParticipant", "ends the contact")],
  DistributeByPercentage: [
    on("DistributeByPercentage", "draws a number from 1 to 100 and compares it"),
  ],
  EndFlowExecution: [
    on("EndFlowExecution", "ends the flow, and the contact goes on as its surroundings have it"),
    guide("on an interrupt of Loop prompts the prompts begin again with the first", "loop-prompts"),
    read(
      "after Loop prompts that failed, the caller stays in line without music",
      "the way back is documented for an interrupt only",
    ),
  ],
  EndFlowModuleExecution: [
    on("EndFlowModuleExecution", "goes back to the flow that invoked the module, with its result"),
  ],
  GetMetricData: [on("GetMetricData", "puts the queue's numbers under $.Metrics")],
  GetParticipantInput: [
    on(
      "GetParticipantInput",
      "a key ends the prompt; the first digit has InputTimeLimitSeconds from the end of the prompt",
    ),
    guide("storing, a silent caller is stored as Timeout and goes on", "store-customer-input"),
    read("a typed phone number is stored in E.164", "no page says in which form it is stored"),
  ],
  InvokeFlowModule: [
    guide("modules nest five deep at most", "contact-flow-modules"),
    { does: "the module's result chooses the condition", source: answered(PULUMI) },
  ],
  InvokeLambdaFunction: [
    guide(
      "waits as long as the action says, 8 seconds at most; an error, a late or an unreadable answer takes the error branch",
      "connect-lambda-functions",
    ),
    {
      does: "an answer with spaces and punctuation is read where it is checked as JSON",
      source: answered(HOLLOW_HOUR),
    },
    guide("$.External holds the last answer only", "attribs-with-lambda"),
  ],
  Loop: [
    on(
      "Loop",
      "ContinueLooping as often as the count says, DoneLooping once, then from the beginning",
    ),
  ],
  MessageParticipant: [on("MessageParticipant", "plays to the end, and goes on")],
  MessageParticipantIteratively: [
    on(
      "MessageParticipantIteratively",
      "plays its messages in a circle; every InterruptFrequencySeconds it is interrupted",
    ),
    guide(
      "prompts that continue during the interrupt go on with the same message, or with the next one after another was heard",
      "loop-prompts",
    ),
    { does: "an interrupt of one second is taken", source: answered(HOLLOW_HOUR) },
  ],
  TagContact: [on("TagContact", "sets all tags or none")],
  TransferContactToAgent: [
    on("TransferContactToAgent", "joins the contact with the agent, and the flow is over"),
  ],
  TransferContactToQueue: [
    on(
      "TransferContactToQueue",
      "puts the contact into the working queue and starts its customer queue flow; fails without a queue",
    ),
    guide("a queue at its limit takes QueueAtCapacity", "set-maximum-queue-limit"),
  ],
  TransferParticipantToThirdParty: [
    guide(
      "without ContinueFlowExecution the flow is over when the call succeeds",
      "transfer-to-phone-number",
    ),
  ],
  TransferToFlow: [on("TransferToFlow", "ends this flow and begins the other")],
  UntagContact: [on("UntagContact", "takes the tags off")],
  UpdateContactAttributes: [
    on("UpdateContactAttributes", "sets all attributes or none; they stay for the whole contact"),
  ],
  UpdateContactCallbackNumber: [
    on(
      "UpdateContactCallbackNumber",
      "a number that isn't E.164 takes InvalidCallbackNumber, one that may not be dialled CallbackNumberNotDialable",
    ),
  ],
  UpdateContactData: [on("UpdateContactData", "sets what Connect defines of a contact")],
  UpdateContactEventHooks: [
    on("UpdateContactEventHooks", "sets the flow that runs when the event comes"),
  ],
  UpdateContactMediaProcessing: [SUCCEEDS],
  UpdateContactMediaStreamingBehavior: [SUCCEEDS],
  UpdateContactRecordingAndAnalyticsBehavior: [
    on(
      "UpdateContactRecordingAndAnalyticsBehavior",
      "sets who is recorded; another channel takes ChannelMismatch",
    ),
  ],
  UpdateContactRecordingBehavior: [
    on("UpdateContactRecordingBehavior", "sets who is recorded; an empty list switches it off"),
  ],
  UpdateContactRoutingBehavior: [
    on("UpdateContactRoutingBehavior", "sets the priority, or adds to the time in the queue"),
  ],
  UpdateContactRoutingCriteria: [SUCCEEDS],
  UpdateContactTargetQueue: [
    on(
      "UpdateContactTargetQueue",
      "sets the working queue; one that isn't there takes the error branch",
    ),
  ],
  UpdateContactTextToSpeechVoice: [on("UpdateContactTextToSpeechVoice", "sets the voice")],
  UpdateFlowAttributes: [on("UpdateFlowAttributes", "sets attributes that end with the flow")],
  UpdateFlowLoggingBehavior: [on("UpdateFlowLoggingBehavior", "switches the flow's log on or off")],
  UpdatePreviousContactParticipantState: [
    on(
      "UpdatePreviousContactParticipantState",
      "puts the customer or the agent on hold, or takes them off",
    ),
  ],
  Wait: [
    guide(
      "waits for its time; going on meanwhile, the flow is broken off when the time is over",
      "wait",
    ),
    { does: "it is taken in a customer queue flow", source: answered(HOLLOW_HOUR) },
  ],
};

/** What holds for every block. */
export const BEHAVIOUR: readonly Behaviour[] = [
  {
    does: "of several conditions the first that holds is taken",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
  },
  {
    does: "an error takes the branch of its name, or else NoMatchingError",
    source: onPage(
      "https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html",
    ),
  },
  read(
    "where nobody looks after an outcome, the flow is over as if it had come to its end",
    "the pages say so of Loop prompts only",
  ),
  { does: "NextAction of a block that branches is never taken", source: answered(NEXT) },
  guide("a caller who hangs up ends the contact, whatever runs", "disconnect-hang-up"),
  guide(
    "an agent who accepts breaks the customer queue flow off; the agent hears a whisper first, then the customer",
    "create-contact-flow",
  ),
  read(
    "a flow that takes 1,000 actions without waiting stops the call here",
    "Connect's own limit isn't published",
  ),
];
