import type { ActionType } from "../../catalog";
import type { Block } from "../block";
import { checkHoursOfOperation } from "./check-hours-of-operation";
import { checkMetricData } from "./check-metric-data";
import { compare } from "./compare";
import { createCallbackContact } from "./create-callback-contact";
import { createTask } from "./create-task";
import { dequeueContactAndTransferToQueue } from "./dequeue-contact-and-transfer-to-queue";
import { disconnectParticipant } from "./disconnect-participant";
import { distributeByPercentage } from "./distribute-by-percentage";
import { endFlowExecution } from "./end-flow-execution";
import { endFlowModuleExecution } from "./end-flow-module-execution";
import { getMetricData } from "./get-metric-data";
import { getParticipantInput } from "./get-participant-input";
import { invokeFlowModule } from "./invoke-flow-module";
import { invokeLambdaFunction } from "./invoke-lambda-function";
import { loop } from "./loop";
import { messageParticipant } from "./message-participant";
import { messageParticipantIteratively } from "./message-participant-iteratively";
import { succeeds } from "./succeeds";
import { tagContact } from "./tag-contact";
import { transferContactToAgent } from "./transfer-contact-to-agent";
import { transferContactToQueue } from "./transfer-contact-to-queue";
import { transferParticipantToThirdParty } from "./transfer-participant-to-third-party";
import { transferToFlow } from "./transfer-to-flow";
import { untagContact } from "./untag-contact";
import { updateContactAttributes } from "./update-contact-attributes";
import { updateContactCallbackNumber } from "./update-contact-callback-number";
import { updateContactData } from "./update-contact-data";
import { updateContactEventHooks } from "./update-contact-event-hooks";
import { updateContactRecordingAndAnalyticsBehavior } from "./update-contact-recording-and-analytics-behavior";
import { updateContactRecordingBehavior } from "./update-contact-recording-behavior";
import { updateContactRoutingBehavior } from "./update-contact-routing-behavior";
import { updateContactTargetQueue } from "./update-contact-target-queue";
import { updateContactTextToSpeechVoice } from "./update-contact-text-to-speech-voice";
import { updateFlowAttributes } from "./update-flow-attributes";
import { updateFlowLoggingBehavior } from "./update-flow-logging-behavior";
import { updatePreviousContactParticipantState } from "./update-previous-contact-participant-state";
import { wait } from "./wait";

/** Why a type has no block: it needs something that a call here does not have. */
type NotRunnable = `needs ${string}`;

const LEX = "needs an Amazon Lex bot";
const CASES = "needs Amazon Connect Cases";
const PROFILES = "needs Customer Profiles";
const CHAT = "needs a chat";
const DATA_TABLES = "needs data tables";
const VOICE_ID = "needs Voice ID, which AWS ended on 20 May 2026";

/**
 * What runs each type of action. A type is either a block or the reason why there is none: one
 * that is forgotten does not compile.
 */
export const BLOCKS: Readonly<Record<ActionType, Block | NotRunnable>> = {
  AssociateContactToCustomerProfile: PROFILES,
  AuthenticateParticipant: CHAT,
  CheckHoursOfOperation: checkHoursOfOperation,
  CheckMetricData: checkMetricData,
  CheckOutboundCallStatus: "needs answering machine detection",
  CheckVoiceId: VOICE_ID,
  Compare: compare,
  CompleteOutboundCall: "needs an outbound call that has not been dialled yet",
  ConnectParticipantWithAgenticCX: "needs an agentic experience",
  ConnectParticipantWithLexBot: LEX,
  CreateCallbackContact: createCallbackContact,
  CreateCase: CASES,
  CreateContact: "needs parameters that AWS does not document",
  CreateCustomerProfile: PROFILES,
  CreatePersistentContactAssociation: CHAT,
  CreateTask: createTask,
  CreateWisdomSession: succeeds,
  DequeueContactAndTransferToQueue: dequeueContactAndTransferToQueue,
  DisconnectParticipant: disconnectParticipant,
  DistributeByPercentage: distributeByPercentage,
  EndFlowExecution: endFlowExecution,
  EndFlowModuleExecution: endFlowModuleExecution,
  EvaluateDataTableValues: DATA_TABLES,
  GetCalculatedAttributesForCustomerProfile: PROFILES,
  GetCase: CASES,
  GetCustomerProfile: PROFILES,
  GetCustomerProfileObject: PROFILES,
  GetMetricData: getMetricData,
  GetParticipantInput: getParticipantInput,
  InvokeFlowModule: invokeFlowModule,
  InvokeLambdaFunction: invokeLambdaFunction,
  ListDataTableValues: DATA_TABLES,
  LoadContactContent: "needs an email",
  Loop: loop,
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
  RenderMessageTemplate: "needs message templates",
  ResumeContact: "needs a paused task",
  ShowView: CHAT,
  StartOutboundChatContact: CHAT,
  StartOutboundEmailContact: "needs an email",
  StartVoiceIdStream: VOICE_ID,
  TagContact: tagContact,
  TransferContactToAgent: transferContactToAgent,
  TransferContactToQueue: transferContactToQueue,
  TransferParticipantToThirdParty: transferParticipantToThirdParty,
  TransferToFlow: transferToFlow,
  UntagContact: untagContact,
  UpdateCase: CASES,
  UpdateContactAttributes: updateContactAttributes,
  UpdateContactCallbackNumber: updateContactCallbackNumber,
  UpdateContactData: updateContactData,
  UpdateContactEventHooks: updateContactEventHooks,
  UpdateContactMediaProcessing: succeeds,
  UpdateContactMediaStreamingBehavior: succeeds,
  UpdateContactRecordingAndAnalyticsBehavior: updateContactRecordingAndAnalyticsBehavior,
  UpdateContactRecordingBehavior: updateContactRecordingBehavior,
  UpdateContactRoutingBehavior: updateContactRoutingBehavior,
  UpdateContactRoutingCriteria: succeeds,
  UpdateContactTargetQueue: updateContactTargetQueue,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoice,
  UpdateCustomerProfile: PROFILES,
  UpdateFlowAttributes: updateFlowAttributes,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehavior,
  UpdatePreviousContactParticipantState: updatePreviousContactParticipantState,
  UpsertDataTableValues: DATA_TABLES,
  Wait: wait,
};
