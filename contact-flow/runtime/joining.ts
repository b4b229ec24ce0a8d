import { idOf, type PreparedFlow } from "./center";
import type { EventHook } from "./state";
import type { Turn } from "./turn";

/** How long a callback rings. */
const RING_SECONDS = 60;

/** The flow that the contact has for the event, or else the instance's default. */
export function hooked(
  { state, center }: Turn,
  hook: EventHook,
  byDefault: string,
): PreparedFlow | undefined {
  const id = state.contact.hooks[hook];
  return id === undefined ? center.flowsByName.get(byDefault) : center.flows.get(id);
}

/** Goes through what is still to come before agent and customer are joined; then they are. */
export function join(turn: Turn): void {
  while (turn.state.run === undefined && turn.state.ended === undefined) {
    const [next, ...before] = turn.state.before;
    turn.state.before = before;
    if (next === undefined) {
      turn.state.connected = true;
      turn.effects.push({ type: "connected", agent: turn.state.agent ?? "" });
      return;
    }
    if (next === "dial") {
      dialCustomer(turn);
      return;
    }
    const flow = whisper(turn, next);
    if (flow !== undefined) {
      turn.begin(flow, next);
      return;
    }
  }
}

function whisper(
  turn: Turn,
  which: "agentWhisper" | "customerWhisper" | "outboundWhisper",
): PreparedFlow | undefined {
  if (which === "outboundWhisper") {
    const { queues, flows, flowsByName } = turn.center;
    const own = queues.get(turn.state.callback?.queue ?? "")?.outboundWhisperFlow;
    return own === undefined ? flowsByName.get("Default outbound") : flows.get(idOf(own));
  }
  return which === "agentWhisper"
    ? hooked(turn, "AgentWhisper", "Default agent whisper")
    : hooked(turn, "CustomerWhisper", "Default customer whisper");
}

function dialCustomer(turn: Turn): void {
  const id = turn.state.lastId + 1;
  Object.assign(turn.state, { lastId: id, dialling: id });
  const number = turn.state.callback?.number ?? "";
  turn.effects.push({ type: "dial", id, number, who: "customer", seconds: RING_SECONDS });
}
