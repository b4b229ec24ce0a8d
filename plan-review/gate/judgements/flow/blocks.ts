import { isDeepStrictEqual } from "node:util";
import type { Block } from "./graph.ts";

/**
 * Types of blocks that may be added and removed, and the parameters that may change. Things that a parameter
 * names are judged elsewhere, and so are numbers, recordings, logs and stored input. Nothing else passes
 * unnamed, such as a bot, a stream, a voice authentication, an agent's own queue, or a distribution by
 * percentage.
 *
 * @see https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html
 */
export const KNOWN: Readonly<Record<string, readonly string[]>> = {
  CheckHoursOfOperation: ["HoursOfOperationId"],
  CheckMetricData: ["MetricType", "QueueId"],
  Compare: ["ComparisonValue"],
  CreateCallbackContact: [
    ...["InitialCallDelaySeconds", "MaximumConnectionAttempts", "QueueId", "RetryDelaySeconds"],
  ],
  DisconnectParticipant: [],
  EndFlowExecution: [],
  EndFlowModuleExecution: [],
  GetParticipantInput: [
    ...["InputTimeLimitSeconds", "InputValidation", "PromptId", "SSML", "StoreInput", "Text"],
  ],
  InvokeFlowModule: ["FlowModuleId"],
  InvokeLambdaFunction: [
    ...["InvocationTimeLimitSeconds", "LambdaFunctionARN", "LambdaInvocationAttributes"],
    "ResponseValidation",
  ],
  Loop: ["LoopCount"],
  MessageParticipant: ["PromptId", "SSML", "Text"],
  MessageParticipantIteratively: ["InterruptFrequencySeconds", "Messages"],
  TransferContactToQueue: [],
  TransferParticipantToThirdParty: [
    ...["ContinueFlowExecution", "ThirdPartyConnectionTimeLimitSeconds", "ThirdPartyDTMFDigits"],
    "ThirdPartyPhoneNumber",
  ],
  TransferToFlow: ["ContactFlowId"],
  UpdateContactAttributes: ["Attributes", "TargetContact"],
  UpdateContactCallbackNumber: ["CallbackNumber"],
  UpdateContactData: ["LanguageCode"],
  UpdateContactEventHooks: ["EventHooks"],
  UpdateContactRecordingAndAnalyticsBehavior: ["VoiceBehavior"],
  UpdateContactRecordingBehavior: ["RecordingBehavior"],
  UpdateContactTargetQueue: ["QueueId"],
  UpdateContactTextToSpeechVoice: [
    ...["TextToSpeechEngine", "TextToSpeechStyle", "TextToSpeechVoice"],
  ],
  UpdateFlowLoggingBehavior: ["FlowLoggingBehavior"],
  Wait: ["TimeLimitSeconds"],
};

/**
 * What is new in a block and not known to be harmless: its type, or the names of parameters.
 *
 * @param before - The block as it was; undefined for a new one.
 */
export function unknownIn(block: Block, before: Block | undefined): readonly string[] {
  const { type, parameters } = block;
  const old = before?.type === type ? before : undefined;
  const known = Object.hasOwn(KNOWN, type) ? KNOWN[type] : undefined;
  const changed = Object.keys(parameters).filter(
    (name) => !isDeepStrictEqual(parameters[name], old?.parameters[name]),
  );
  const gone = Object.keys(old?.parameters ?? {}).filter((name) => !(name in parameters));
  if (known === undefined) return old && changed.length + gone.length === 0 ? [] : [type];
  return [...changed, ...gone]
    .filter((name) => !known.includes(name))
    .map((name) => `${type}.${name}`);
}
