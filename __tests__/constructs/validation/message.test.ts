import { expect } from "chai";

import type { ContactCenterValue } from "../../../constructs/value/contact-center-value";
import { messageValues } from "../../../constructs/connect/message";
import { checkContactCenter } from "../../../constructs/validation/check-contact-center";
import { KWGLOBAL } from "../../../kwglobal";
import { faultsOf } from "../../support/faults-of";
import { PROD } from "../../support/synthesized";

const MESSAGE = { name: "Notice", timeZone: "America/New_York" };
const { flow: ANSWERING } = KWGLOBAL.phoneNumber;

/** KWGlobal's center with such a message; `spoken` where the flow that answers has it, too. */
function center(message: ContactCenterValue["message"], spoken = message): ContactCenterValue {
  const flows = KWGLOBAL.flows.map((flow) =>
    flow.name === ANSWERING
      ? { ...flow, values: { ...flow.values, ...messageValues(spoken) } }
      : flow,
  );
  return { ...KWGLOBAL, message, flows };
}

const faults = (value: ContactCenterValue) =>
  faultsOf(() => {
    checkContactCenter(value, PROD);
  });

describe("The message of a value", () => {
  it("has any name and any clock, and may be left out", () => {
    expect(faults(center(MESSAGE))).to.deep.equal([]);
    expect(faults(center(undefined))).to.deep.equal([]);
  });

  it("ends by a clock that there is", () => {
    expect(faults(center({ ...MESSAGE, timeZone: "Portland" }))).to.deep.equal([
      'message: timeZone must be an IANA name such as "America/Los_Angeles", got "Portland"',
    ]);
  });

  it("is spoken by the flow that answers, or nobody would hear it", () => {
    const none = center(undefined);
    expect(faults({ ...none, message: MESSAGE })).to.deep.equal([
      `message: nobody would hear it: flow "${ANSWERING}" must invoke {{module:Notice}} in its template and have ...messageValues(message) among its values; or drop the message`,
    ]);
  });

  it("shares its name with no schedule, since it has one of its own", () => {
    const [hours] = KWGLOBAL.hoursOfOperation;
    const message = { ...MESSAGE, name: hours?.name ?? "" };
    expect(faults(center(message)).join("\n")).to.include(
      `hours of operation "${hours?.name}": is there twice`,
    );
  });
});
