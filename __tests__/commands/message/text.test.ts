import { expect } from "chai";
import fc from "fast-check";

import { faultsOf, MOST_CHARACTERS, secondsOf } from "../../../commands/message/text";
import { messageContent } from "../../../constructs/connect/message";
import { parseFlow } from "../../../contact-flow/flow";
import { lintFlow } from "../../../contact-flow/lint";
import { call, HEARD, messageUntil } from "../../support/kwglobal-call";

describe("the text of a message", () => {
  it("is what people write", () => {
    for (const text of [
      "Because of snow we are only a few today. Please be patient.",
      "Our line is down: write to help@kwglobal.example, 50% of us are at 8 o'clock back & more.",
      "今天因为下雪，我们人手不足。",
      "That costs $5.",
      '"Quotes" and \\ backslashes',
    ]) {
      expect(faultsOf(text), text).to.deep.equal([]);
    }
  });

  for (const [what, text, problem] of [
    ["nothing", "", /^must say something, got ""$/],
    ["nothing that is spoken", "…!?", /^must say something/],
    ["two lines", "One\nTwo", /^must be one line/],
    ["a tab", "One\tTwo", /^must be one line/],
    ["a control character", "One\u0007", /^must be one line/],
    ["a sign that nobody sees", "One\u200b", /^must be one line/],
    ["a sign that turns the text", "One\u202e", /^must be one line/],
    ["SSML", "<speak>Snow</speak>", /SSML isn't taken/],
    ["a part of a tag", "a < b", /SSML isn't taken/],
    ["an attribute of the contact", "You are $.CustomerEndpoint.Address", /plain words: "\$\."/],
    ["a hole of a template", "{{openingHours}}", /plain words/],
    ["a text of minutes", "snow ".repeat(100), /at most 450 characters \(30 seconds.*got 500$/],
  ] as const) {
    it(`is not ${what}`, () => {
      expect(faultsOf(text)).to.have.length(1);
      expect(faultsOf(text)[0]).to.match(problem);
    });
  }

  it("is told all its faults at once", () => {
    expect(faultsOf(`<b>\n${"$.x".repeat(200)}`)).to.have.length(4);
  });

  it("takes half a minute at the most", () => {
    expect(faultsOf("a".repeat(MOST_CHARACTERS))).to.deep.equal([]);
    expect(secondsOf("a".repeat(MOST_CHARACTERS))).to.equal(30);
  });

  it("becomes a module that the lint has nothing against, with a text or without", () => {
    for (const content of [messageContent(), messageContent("Snow")]) {
      expect(lintFlow(content, { type: "MODULE", origin: "rendered" })).to.deep.equal([]);
    }
    expect(parseFlow(messageContent()).Actions).to.have.length(1);
  });

  it("is heard as it stands, and the menu after it, whatever it is", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: MOST_CHARACTERS })
      .map((each) => each.trim());
    fc.assert(
      fc.property(text, (spoken) => {
        fc.pre(faultsOf(spoken).length === 0);
        call({ message: messageUntil("14:00", spoken) })
          .hears(HEARD.welcome)
          .hears(HEARD.notice)
          .hears(spoken)
          .hears(HEARD.menu);
      }),
      { numRuns: 50, seed: 2026 },
    );
  });
});
