import type { CallDraft } from "./call-draft";
import { idOf, type PreparedFlow } from "./center";
import type { EventHook } from "./state";

/** How long a callback rings. */
const RING_SECONDS = 60;

/** The flow that the contact has for the event, or else the instance's default. */
export function hooked(
  { state, center }: CallDraft,
  hook: EventHook,
  byDefault: string,
): PreparedFlow | undefined {
  const id = state.contact.hooks[hook];
  return id === undefined ? center.flowsByName.get(byDefault) : center.flows.get(id);
}

/** Goes through what is still to come before agent and customer are joined; then they are. */
export function join(draft: CallDraft): void {
  while (draft.state.run === undefined && draft.state.ended === undefined) {
    const [next, ...before] = draft.state.before;
    draft.state.before = before;
    if (next === undefined) {
      draft.state.connected = true;
      draft.effects.push({ type: "connected", agent: draft.state.agent ?? "" });
      return;
    }
    if (next === "dial") {
      dialCustomer(draft);
      return;
    }
    const flow = whisper(draft, next);
    if (flow !== undefined) {
      draft.start(flow, next);
      return;
    }
  }
}

function whisper(
  draft: CallDraft,
  which: "agentWhisper" | "customerWhisper" | "outboundWhisper",
): PreparedFlow | undefined {
  if (which === "outboundWhisper") {
    const { queues, flows, flowsByName } = draft.center;
    const own = queues.get(draft.state.callback?.queue ?? "")?.outboundWhisperFlow;
    return own === undefined ? flowsByName.get("Default outbound") : flows.get(idOf(own));
  }
  return which === "agentWhisper"
    ? hooked(draft, "AgentWhisper", "Default agent whisper")
    : hooked(draft, "CustomerWhisper", "Default customer whisper");
}

function dialCustomer(draft: CallDraft): void {
  const id = draft.state.lastId + 1;
  Object.assign(draft.state, { lastId: id, dialling: id });
  const number = draft.state.callback?.number ?? "";
  draft.effects.push({ type: "dial", id, number, who: "customer", seconds: RING_SECONDS });
}
