import type { Json } from "../json";
import { interpolate, isJsonPath, stepsOf } from "../json-path";
import type { ContactCenter } from "./center";
import type { CallState } from "./state";

type Reader = (call: CallState, center: ContactCenter) => Json | undefined;

const endpoint = (address: string | undefined): Json | undefined =>
  address === undefined ? undefined : { Address: address, Type: "TELEPHONE_NUMBER" };

/** The contact's queue as a flow reads it: the working queue, by name, ARN and caller id. */
export function queueData(
  call: CallState,
  center: ContactCenter,
): Record<string, Json> | undefined {
  const queue = center.queues.get(call.contact.targetQueue ?? "");
  if (queue === undefined) {
    return undefined;
  }
  return {
    Name: queue.name,
    ARN: queue.id,
    ...(queue.outboundCallerId === undefined
      ? {}
      : { OutboundCallerId: { Address: queue.outboundCallerId, Type: "TELEPHONE_NUMBER" } }),
  };
}

/** What each root of a JSONPath stands for. */
const ROOTS: Readonly<Record<string, Reader>> = {
  Agent: ({ agent }) => (agent === undefined ? undefined : { UserName: agent, ARN: agent }),
  Attributes: ({ contact }) => contact.attributes,
  AwsRegion: (_, { region }) => region,
  Channel: ({ contact }) => contact.channel,
  ContactId: ({ contact }) => contact.id,
  CustomerCallbackNumber: ({ contact }) => contact.callbackNumber,
  CustomerEndpoint: ({ contact }) => endpoint(contact.customerNumber),
  CustomerId: ({ contact }) => contact.data.CustomerId,
  Description: ({ contact }) => contact.data.Description,
  External: ({ external }) => external,
  FlowAttributes: ({ run }) => run?.flowAttributes,
  InitialContactId: ({ contact }) => contact.id,
  InitiationMethod: ({ contact }) => contact.initiationMethod,
  InstanceARN: (_, { instanceArn }) => instanceArn,
  LanguageCode: ({ contact }) => contact.language,
  Metrics: ({ metrics }) => metrics,
  Modules: ({ modulesResult }) => ({ ResultData: modulesResult }),
  Name: ({ contact }) => contact.data.Name,
  Queue: queueData,
  StoredCustomerInput: ({ storedInput }) => storedInput,
  SystemEndpoint: ({ contact }) => endpoint(contact.systemNumber),
  Tags: ({ contact }) => contact.tags,
  TextToSpeechVoiceId: ({ contact }) => contact.voice,
};

/** Whether the value is, or begins as, a JSONPath that no call here has anything for, such as `$.Lex.…`. */
export function isUnknownHere(value: string): boolean {
  const [root] = isJsonPath(value) ? (stepsOf(value) ?? []) : [];
  return root !== undefined && !Object.hasOwn(ROOTS, root);
}

/**
 * Reads a JSONPath in the data of a call.
 * @returns the value as text; undefined where there is none
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
 */
export function read(path: string, call: CallState, center: ContactCenter): string | undefined {
  const [root = "", ...steps] = stepsOf(path) ?? [];
  let value: Json | undefined = Object.hasOwn(ROOTS, root)
    ? ROOTS[root]?.(call, center)
    : undefined;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = (value as Readonly<Record<string, Json>>)[step];
  }
  if (value === undefined || value === null) {
    return undefined;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A parameter's value: a JSONPath is read, JSONPaths within a text are filled in. */
export function evaluate(
  value: Json | undefined,
  call: CallState,
  center: ContactCenter,
): string | undefined {
  if (typeof value === "number") {
    return String(value);
  }
  if (typeof value !== "string") {
    return undefined;
  }
  return isJsonPath(value) && stepsOf(value) !== undefined
    ? read(value, call, center)
    : interpolate(value, (path) => read(path, call, center));
}
