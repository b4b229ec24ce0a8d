import { type Flow, type FlowType, parseFlow } from "../../contact-flow/flow";
import { isObject, type Json } from "../../contact-flow/json";
import { isJsonPath } from "../../contact-flow/json-path";

/** Something that a flow names, by the text with which it does: an ARN of elsewhere, or a placeholder. */
export interface NamedInFlow {
  readonly kind: "queue" | "hours" | "flow" | "module" | "prompt" | "function";
  readonly text: string;
  /** What the flow must be that is named. */
  readonly type: FlowType;
}

const KINDS: Readonly<Record<string, NamedInFlow["kind"]>> = {
  QueueId: "queue",
  HoursOfOperationId: "hours",
  ContactFlowId: "flow",
  FlowModuleId: "module",
  PromptId: "prompt",
  LambdaFunctionARN: "function",
};

/** The flows that a hook leads to, where they aren't of the hook's own name. */
const HOOKS: Readonly<Record<string, FlowType>> = {
  CustomerQueue: "CUSTOMER_QUEUE",
  CustomerHold: "CUSTOMER_HOLD",
  CustomerWhisper: "CUSTOMER_WHISPER",
  AgentHold: "AGENT_HOLD",
  AgentWhisper: "AGENT_WHISPER",
  OutboundWhisper: "OUTBOUND_WHISPER",
  DefaultAgentUI: "CONTACT_FLOW",
  DisconnectAgentUI: "CONTACT_FLOW",
  CustomerRemaining: "CONTACT_FLOW",
  PauseContact: "CONTACT_FLOW",
  ResumeContact: "CONTACT_FLOW",
};

/** Whatever a flow names, each once; what a flow attribute holds counts as what reads it names. */
export function namedIn(content: string): readonly NamedInFlow[] {
  const flow = parseFlow(content);
  const attributes = attributesOf(flow);
  const found = new Map<string, NamedInFlow>();
  for (const { Parameters } of flow.Actions) {
    for (const named of namesIn(Parameters ?? {})) {
      const attribute = /^\$\.FlowAttributes\.(.+)$/.exec(named.text)?.[1];
      const text = attribute === undefined ? named.text : (attributes.get(attribute) ?? "");
      if (text !== "" && !isJsonPath(text)) found.set(text, { ...named, text });
    }
  }
  return [...found.values()];
}

function namesIn(node: Json): NamedInFlow[] {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const hook = HOOKS[key];
    const kind = hook === undefined ? KINDS[key] : "flow";
    if (kind === undefined || typeof value !== "string") return namesIn(value);
    return [{ kind, text: value, type: hook ?? "CONTACT_FLOW" }];
  });
}

/** What the flow's own attributes are set to. */
function attributesOf(flow: Flow): ReadonlyMap<string, string> {
  const set = new Map<string, string>();
  for (const { Type, Parameters } of flow.Actions) {
    const attributes = Type === "UpdateFlowAttributes" ? Parameters?.FlowAttributes : undefined;
    if (!isObject(attributes)) continue;
    for (const [name, value] of Object.entries(attributes as Record<string, Json>)) {
      if (isObject(value) && typeof value.Value === "string") set.set(name, value.Value);
    }
  }
  return set;
}
