import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { lintFlow } from "../../../contact-flow/lint";
import { createContactCenter } from "../../../contact-flow/runtime";
import { dial, type LambdaBehaviour, type WorldOptions } from "../../../contact-flow/simulation";
import { renderTemplate } from "../../../contact-flow/template";

const file = "flow-templates/vanity-number.json";
const FUNCTION = "arn:aws:lambda:us-west-2:123456789012:function:recordVanityNumber";

const content = renderTemplate(
  readFileSync(join(__dirname, "..", "..", "..", ...file.split("/")), "utf8"),
  {
    file,
    values: { flowLogging: "Enabled", action: "record", companyName: "KWGlobal" },
    resources: { function: { names: ["recordVanityNumber"], idOf: () => FUNCTION } },
  },
);

const INSTANCE =
  "arn:aws:connect:us-west-2:123456789012:instance/8f2f7b56-0a7f-4a4b-9c5c-3f5a4f3c0001";
const flow = {
  id: `${INSTANCE}/contact-flow/1d3b2c4a-0000-4000-8000-000000000001`,
  name: "KWGlobal vanity number",
  type: "CONTACT_FLOW",
  content,
} as const;
const center = createContactCenter({
  instanceArn: INSTANCE,
  region: "us-west-2",
  flows: [flow],
  queues: [],
  hours: [],
  dialable: ["+1"],
});

const callWhen = (recordVanityNumber: LambdaBehaviour, broken: WorldOptions["broken"] = {}) =>
  dial(center, {
    flow: flow.name,
    at: "2026-11-24T10:00",
    world: { lambdas: { recordVanityNumber }, broken },
  });

const YOURS =
  "Your vanity number is 1, 3 0 2, 9 8, joys, 0. Thank you for calling KWGlobal. Goodbye.";
const NONE = "Sorry, there is no vanity number for the phone that you are calling from. Goodbye.";
const ERROR = "Sorry, there have been a system error, please try again later.";

describe("A call to the vanity-number flow", () => {
  it("meets a flow without faults", () => {
    expect(lintFlow(content, { type: flow.type, origin: "rendered" })).to.deep.equal([]);
  });

  for (const status of ["recorded", "updated", "unchanged", "found"])
    it(`hears the caller's vanity number when it is ${status}`, () => {
      callWhen({ answers: { status, spokenVanityNumber: "1, 3 0 2, 9 8, joys, 0" } })
        .hears(YOURS)
        .isDisconnected();
    });

  const without: readonly Record<string, string>[] = [
    { status: "not-found" },
    { status: "skipped", reason: "phone-withheld" },
  ];
  for (const answer of without)
    it(`hears that there is none when the answer is ${answer.status}`, () => {
      callWhen({ answers: answer }).hears(NONE).isDisconnected();
    });

  it("hears an excuse when the function fails or takes too long", () => {
    callWhen({ fails: true }).hears(ERROR).isDisconnected();
    callWhen({ timesOut: true }).hears(ERROR).isDisconnected();
  });

  it("gives the function eight seconds", () => {
    const answers = { status: "found", spokenVanityNumber: "1, 3 0 2, 9 8, joys, 0" };
    callWhen({ answers, afterSeconds: 7.9 }).hears(YOURS);
    callWhen({ answers, afterSeconds: 8.1 }).hears(ERROR);
  });

  const silent: Readonly<Record<string, LambdaBehaviour>> = {
    "Your vanity number": { answers: { status: "found", spokenVanityNumber: "1" } },
    "No vanity number": { answers: { status: "not-found" } },
    "System error": { fails: true },
  };
  for (const [block, behaviour] of Object.entries(silent)) {
    it(`ends even if "${block}" cannot be played`, () => {
      callWhen(behaviour, { [block]: "NoMatchingError" }).isDisconnected();
    });
  }

  it("sends the function what to do and for which company", () => {
    let sent: unknown;
    callWhen({
      answers: (event) => {
        sent = event;
        return { status: "not-found" };
      },
    }).hears(NONE);
    expect(sent).to.have.nested.property("Details.Parameters.action", "record");
    expect(sent).to.have.nested.property("Details.Parameters.companyName", "KWGlobal");
    expect(sent).to.have.nested.property(
      "Details.ContactData.CustomerEndpoint.Address",
      "+13025550123",
    );
  });
});
