import { expect } from "chai";
import fc from "fast-check";
import { readRequest } from "../../../lambda-src/record-vanity-number/request";
import { contactFlowEvent } from "./contact-flow-event";

describe("a request to recordVanityNumber", () => {
  it("is a phone and a company name", () => {
    expect(readRequest({ phone: " +13029856970 ", companyName: "KWGlobal" })).to.deep.equal({
      request: { action: "record", phone: "+13029856970", companyName: "KWGlobal" },
    });
  });

  it("comes from a flow with the caller's own number", () => {
    expect(readRequest(contactFlowEvent({ companyName: "KWGlobal" }))).to.deep.equal({
      request: { action: "record", phone: "+13029856970", companyName: "KWGlobal" },
    });
  });

  it("takes a flow's parameters before the caller's number, whatever the channel", () => {
    const event = contactFlowEvent(
      { phone: "+15551234567", companyName: "A" },
      { Channel: "CHAT" },
    );
    expect(readRequest(event)).to.deep.include({
      request: { action: "record", phone: "+15551234567", companyName: "A" },
    });
  });

  it("needs no company name to look a number up", () => {
    expect(readRequest(contactFlowEvent({ action: "lookup" }))).to.deep.equal({
      request: { action: "lookup", phone: "+13029856970", companyName: "" },
    });
  });

  it("may say when the company's name was given, in any zone", () => {
    const event = {
      phone: "+13029856970",
      companyName: "A",
      requestedAt: "2026-01-01T10:00+02:00",
    };
    expect(readRequest(event)).to.have.nested.property(
      "request.requestedAt",
      "2026-01-01T08:00:00.000Z",
    );
  });

  const company = { companyName: "KWGlobal" };
  const faults: [string, unknown, string][] = [
    ["no object", null, "event-not-understood"],
    ["a text", "phone", "event-not-understood"],
    ["a list", [{ phone: "+13029856970" }], "event-not-understood"],
    ["an empty object", {}, "phone-missing"],
    ["a number for a phone", { phone: 13029856970, ...company }, "phone-missing"],
    ["no company name", { phone: "+13029856970" }, "company-name-missing"],
    ["a blank company name", { phone: "+13029856970", companyName: "  " }, "company-name-missing"],
    [
      "a megabyte of company name",
      { phone: "+13029856970", companyName: "A".repeat(1_000_000) },
      "company-name-too-long",
    ],
    [
      "an unknown action",
      { phone: "+13029856970", action: "delete", ...company },
      "action-unknown",
    ],
    [
      "inherited fields",
      JSON.parse('{"__proto__": {"phone": "+13029856970", "companyName": "x"}}'),
      "phone-missing",
    ],
    ["a chat", contactFlowEvent(company, { Channel: "CHAT" }), "channel-not-voice"],
    [
      "a caller without endpoint",
      contactFlowEvent(company, { CustomerEndpoint: null }),
      "phone-missing",
    ],
    [
      "a SIP address",
      contactFlowEvent(company, {
        CustomerEndpoint: { Address: "sip:a@example.com", Type: "CONTACT_FLOW" },
      }),
      "phone-missing",
    ],
    [
      "a withheld number",
      contactFlowEvent(company, {
        CustomerEndpoint: { Address: "anonymous", Type: "TELEPHONE_NUMBER" },
      }),
      "phone-withheld",
    ],
    [
      "a withheld number spelled on the keys",
      contactFlowEvent(company, {
        CustomerEndpoint: { Address: "+266696687", Type: "TELEPHONE_NUMBER" },
      }),
      "phone-withheld",
    ],
    ...["yesterday", "2026-11-26", "2026-11-26T10:00:00", "9999-01-01T00:00:00Z", 5].map(
      (requestedAt): [string, unknown, string] => [
        `a time that is none: ${requestedAt}`,
        { phone: "+13029856970", ...company, requestedAt },
        "requested-at-not-a-time",
      ],
    ),
    ["a flow event without contact", { Details: { Parameters: company } }, "channel-not-voice"],
  ];
  for (const [what, event, fault] of faults)
    it(`is skipped for ${what}: ${fault}`, () => {
      expect(readRequest(event)).to.deep.equal({ fault });
    });

  it("never throws, whatever is sent", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (event) => {
        readRequest(event);
        readRequest({ Details: event });
        readRequest({ Details: { Parameters: event, ContactData: event } });
      }),
    );
  });
});
