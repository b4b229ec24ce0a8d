import type { ContactCenterValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { namesInFlow } from "./flows";
import { isTimeZone } from "./hours";

/** The message's time zone exists, and the flow that answers the number speaks the message. */
export function checkMessage(center: ContactCenterValue, report: Report): void {
  const { message, flows, phoneNumber } = center;
  if (message === undefined) return;
  if (!isTimeZone(message.timeZone)) {
    report(
      "message",
      `timeZone must be an IANA name such as "America/Los_Angeles", got "${message.timeZone}"`,
    );
  }
  const answering = flows.find(({ name }) => name === phoneNumber.flow);
  if (answering !== undefined && namesInFlow(answering, center, "module").length === 0) {
    report(
      "message",
      `nobody would hear it: flow "${answering.name}" must invoke {{module:${message.name}}} in its template and have ...messageValues(message) among its values; or drop the message`,
    );
  }
}
