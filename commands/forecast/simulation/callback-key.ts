import type { ContactCenter } from "../../../contact-flow/runtime";
import type { PreparedFlow } from "../../../contact-flow/runtime/center";

/** Whether a callback comes of an action before the caller is asked again, if all goes well. */
function leadsToCallback(flow: PreparedFlow, from: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    const prepared = flow.actions.get(id);
    if (prepared === undefined || seen.has(id)) continue;
    seen.add(id);
    if (prepared.type === "CreateCallbackContact") return true;
    if (prepared.type === "GetParticipantInput") continue;
    if (prepared.next !== undefined) next.push(prepared.next.target);
    next.push(...prepared.conditions.map(({ target }) => target));
  }
  return false;
}

/**
 * The key that takes a callback.
 * @param flow id of the flow
 * @param action the block that asks for a key
 * @returns undefined where none does
 */
export function callbackKey(
  center: ContactCenter,
  flow: string,
  action: string,
): string | undefined {
  const prepared = center.flows.get(flow);
  const offer = prepared?.actions.get(action);
  if (prepared === undefined || offer?.type !== "GetParticipantInput") return undefined;
  const found = offer.conditions.find(({ target }) => leadsToCallback(prepared, target));
  const key = found?.condition.Operands[0];
  return key === undefined ? undefined : String(key);
}
