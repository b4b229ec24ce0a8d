import type { Action, Flow } from "./flow";
import { type Json, objectOf } from "./json";

/** Finds the name of a resource by its id or ARN; undefined where it is not known. */
export type NameOf = (reference: string) => string | undefined;

/** The names that the console keeps beside the actions, by the id or ARN that stands in them. */
export function namesInMetadata(flow: Flow): NameOf {
  const names = new Map<string, string>();
  const metadata = objectOf(objectOf(flow.Metadata).ActionMetadata);
  const learn = (value: Json | undefined, meta: Json | undefined): void => {
    if (typeof value === "string") {
      const name = objectOf(meta).displayName;
      if (typeof name === "string") {
        names.set(value, name);
      }
      return;
    }
    if (Array.isArray(value) && Array.isArray(meta)) {
      value.forEach((entry, index) => {
        learn(entry, meta[index]);
      });
      return;
    }
    for (const [key, entry] of Object.entries(objectOf(value))) {
      learn(entry, objectOf(meta)[key]);
    }
  };
  for (const { Identifier, Parameters } of flow.Actions) {
    const own = objectOf(metadata[Identifier]);
    learn(Parameters, own.parameters);
    // Older exports keep the name as {id, text}.
    const entries = Object.values(own);
    for (const entry of entries.flatMap((value) => (Array.isArray(value) ? value : [value]))) {
      const { id, text } = objectOf(entry);
      if (typeof id === "string" && typeof text === "string") {
        names.set(id, text);
      }
    }
  }
  return (reference) => names.get(reference);
}

/** The last part of an ARN; of a UUID the beginning, which is enough to tell it from another. */
function tail(reference: string): string {
  const last = reference.slice(reference.search(/[^/:]*$/));
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(last) ? `${last.slice(0, 8)}…` : last;
}

const spoken = (holder: Readonly<Record<string, Json>>, nameOf: NameOf): string | undefined => {
  const { Text, SSML, PromptId, Media } = holder;
  if (typeof Text === "string") {
    return `“${Text.trim()}”`;
  }
  if (typeof SSML === "string") {
    return `“${SSML.replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim()}”`;
  }
  if (typeof PromptId === "string") {
    return `♪\u00a0${(nameOf(PromptId) ?? tail(PromptId)).replace(/\.wav$/, "")}`;
  }
  return Media === undefined ? undefined : "♪ audio in S3";
};

/** What a reader wants to know of a parameter, by its name. */
const WORDS: Readonly<Record<string, (value: string, nameOf: NameOf) => string>> = {
  QueueId: (value, nameOf) => nameOf(value) ?? tail(value),
  AgentId: (value, nameOf) => `agent ${nameOf(value) ?? tail(value)}`,
  HoursOfOperationId: (value, nameOf) => nameOf(value) ?? tail(value),
  ContactFlowId: (value, nameOf) => nameOf(value) ?? tail(value),
  FlowModuleId: (value, nameOf) => nameOf(value) ?? tail(value),
  LambdaFunctionARN: (value, nameOf) => nameOf(value) ?? tail(value),
  ComparisonValue: (value) => value,
  CallbackNumber: (value) => value,
  MetricType: (value) => value,
  LoopCount: (value) => `${value} times`,
  TimeLimitSeconds: (value) => `${value} s`,
  FlowLoggingBehavior: (value) => value,
  TextToSpeechVoice: (value) => value,
  ThirdPartyPhoneNumber: (value) => value,
  InterruptFrequencySeconds: (value) => `interrupted after ${value} s`,
  QueuePriority: (value) => `priority ${value}`,
  QueueTimeAdjustmentSeconds: (value) =>
    `${value.startsWith("-") ? value : `+${value}`} s of routing age`,
  InitialCallDelaySeconds: (value) => `after ${value} s`,
  MaximumConnectionAttempts: (value) => `${value} ${value === "1" ? "attempt" : "attempts"}`,
};

/** What an action does, in lines for people: what it says, which queue, how often. */
export function summaryOf(action: Action, nameOf: NameOf): readonly string[] {
  const parameters = action.Parameters ?? {};
  const lines: (string | undefined)[] = [spoken(parameters, nameOf)];
  for (const message of Array.isArray(parameters.Messages) ? parameters.Messages : []) {
    lines.push(spoken(objectOf(message), nameOf));
  }
  for (const [event, flow] of Object.entries(objectOf(parameters.EventHooks))) {
    lines.push(`${event}: ${typeof flow === "string" ? (nameOf(flow) ?? tail(flow)) : ""}`);
  }
  for (const [key, value] of Object.entries(objectOf(parameters.Attributes))) {
    lines.push(`${key} = ${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
  const recording = objectOf(objectOf(parameters.VoiceBehavior).VoiceRecordingBehavior);
  const recorded =
    objectOf(parameters.RecordingBehavior).RecordedParticipants ?? recording.RecordedParticipants;
  if (Array.isArray(recorded)) {
    lines.push(`records ${recorded.length === 0 ? "nobody" : recorded.map(String).join(" and ")}`);
  }
  for (const [key, words] of Object.entries(WORDS)) {
    const value = parameters[key];
    if (typeof value === "string" || typeof value === "number") {
      lines.push(words(String(value), nameOf));
    }
  }
  const told = lines.filter((line) => line !== undefined);
  return told.length > 0 ? told : plainValues(parameters, nameOf);
}

/** What the parameters hold at any depth, where no words are known for them. */
function plainValues(holder: Json, nameOf: NameOf, key = ""): string[] {
  if (Array.isArray(holder)) return holder.flatMap((each) => plainValues(each, nameOf, key));
  if (typeof holder === "object" && holder !== null) {
    return Object.entries(holder).flatMap(([each, value]) => plainValues(value, nameOf, each));
  }
  const text = String(holder);
  return text === ""
    ? []
    : [`${key}: ${nameOf(text) ?? (text.startsWith("arn:") ? tail(text) : text)}`];
}
