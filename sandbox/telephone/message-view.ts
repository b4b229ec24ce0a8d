import { parseFlow } from "../../contact-flow/flow";
import { isOpen, nextOpening } from "../../contact-flow/hours";
import { type SwitchedModule, switchedModules, textsIn } from "../../contact-flow/message";
import { idOf } from "../../contact-flow/runtime";
import type { ContactFlow, Instance } from "../connect/store/store";
import { scheduleOf } from "./center-of-instance";
import type { MessageView } from "./views";

/** What flows switch, by their content: a page is shown often, and a flow changes seldom. */
const switched = new Map<string, readonly SwitchedModule[]>();
const MOST_KEPT = 20;

/** The message that a flow's callers hear at that moment (milliseconds since 1970), if there is one. */
export function messageOf(
  instance: Instance,
  { Content = "" }: ContactFlow,
  at: number,
): MessageView | undefined {
  for (const { hours, module } of switchedIn(Content)) {
    const schedule = instance.hoursOfOperations.get(idOf(hours));
    const content = instance.contactFlowModules.get(idOf(module))?.Content;
    if (schedule === undefined || content === undefined) continue;
    const times = scheduleOf(schedule);
    if (isOpen(times, at)) continue;
    const text = textsIn(parseFlow(content)).join(" ");
    const until = nextOpening(times, at);
    if (text !== "") return { text, ...(until !== undefined && { until }) };
  }
  return undefined;
}

function switchedIn(content: string): readonly SwitchedModule[] {
  const known = switched.get(content);
  if (known !== undefined) return known;
  const found = content === "" ? [] : switchedModules(parseFlow(content));
  if (switched.size >= MOST_KEPT) switched.clear();
  switched.set(content, found);
  return found;
}
