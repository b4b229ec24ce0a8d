import { isOpen, localTimeOf } from "../../contact-flow/hours";
import { switchedModules, textsIn } from "../../contact-flow/message";
import { idOf } from "../../contact-flow/runtime";
import { codeOf, literal, NamedCall } from "../../contact-flow/simulation/named-call";
import type { LiveContact } from "./contact";
import { timeZoneOf } from "./directory";

/** The center of a test, with the message that was switched on when the call came in. */
function centerOfTest({ options: { center, at, flow = "" } }: LiveContact): string {
  const answers = center.flows.get(flow)?.flow;
  for (const { hours, module } of answers === undefined ? [] : switchedModules(answers)) {
    const schedule = center.hours.get(idOf(hours));
    const message = center.flows.get(idOf(module))?.flow;
    if (schedule === undefined || message === undefined || isOpen(schedule, at)) continue;
    const [text] = textsIn(message);
    if (text === undefined) continue;
    const closed = (schedule.Overrides ?? []).map(literal).join(", ");
    return `kwglobalCenter(undefined, { content: messageContent(${JSON.stringify(text)}), closed: [${closed}] })`;
  }
  return "center";
}

/**
 * A call that came in, as a test in the language of `contact-flow/simulation`: what the caller heard
 * and pressed, in the world as it was. It ends when an agent answers, since what follows lies in
 * flows that Connect brings along.
 */
export function namedCall(contact: LiveContact): string {
  const { center, instance, at: began, flow = "" } = contact.options;
  const answered = contact.story.things.findIndex(({ type }) => type === "agentAccepts");
  const { world, keys, steps } = new NamedCall({
    story: answered < 0 ? contact.story.things : contact.story.things.slice(0, answered + 1),
    broken: contact.state.broken,
    queueName: (id) => contact.queueName(id),
  });
  const timeZone = timeZoneOf(instance);
  const at = localTimeOf(began, timeZone);
  const dial = {
    flow: center.flows.get(flow)?.name ?? flow,
    at,
    timeZone,
    from: contact.state.contact.customerNumber ?? null,
    ...(world === undefined ? {} : { world }),
  };
  const pressed = keys.length === 0 ? "without a key" : `with ${keys.join(", ")}`;
  const title = `a call on ${at.replace("T", " at ")}, ${pressed}`;
  return codeOf(title, centerOfTest(contact), dial, steps);
}
