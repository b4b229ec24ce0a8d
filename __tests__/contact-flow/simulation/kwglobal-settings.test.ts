import { expect } from "chai";

import { kwglobalCenter, renderFlow } from "../../../commands/support/kwglobal-center";
import type { Json } from "../../../contact-flow/json";
import { dial, type WorldOptions } from "../../../contact-flow/simulation";
import type { TemplateValues } from "../../../contact-flow/template";
import { KWGLOBAL } from "../../../kwglobal";
import { HEARD } from "../../support/kwglobal-call";
import { MAIN_MENU, OUTBOUND } from "../../support/kwglobal-texts";

const VOICE = { name: "Matthew", engine: "Neural", language: "en-GB" };

/** KWGlobal's flows with every block that a value may leave out. */
const center = kwglobalCenter(
  KWGLOBAL.flows.map((flow) => {
    const all: TemplateValues = {
      voices: [VOICE],
      analytics: [{ language: "en-GB" }],
      redaction: [{ results: "RedactedOnly" }],
    };
    const named = Object.entries(all).filter(([name]) => name in flow.values);
    return renderFlow({ ...flow, values: { ...flow.values, ...Object.fromEntries(named) } });
  }),
);

const call = (world: WorldOptions = {}) =>
  dial(center, { flow: MAIN_MENU, at: "2026-11-24T10:00", world });

const actionOf = (flow: string, block: string) =>
  center.flowsByName.get(flow)?.flow.Actions.find(({ Identifier }) => Identifier === block);

describe("KWGlobal's main menu with a voice of its own", () => {
  it("speaks with that voice, in its language", () => {
    const { line } = call().hears(HEARD.welcome);
    expect(line.state.contact.voice).to.equal(VOICE.name);
    expect(line.state.contact.language).to.equal(VOICE.language);
    expect(actionOf(MAIN_MENU, "Set voice")?.Parameters).to.deep.equal({
      TextToSpeechVoice: VOICE.name,
      TextToSpeechEngine: VOICE.engine,
    });
  });

  it("still records, and sets the queue's flow", () => {
    const { contact } = call().hears(HEARD.welcome).line.state;
    expect(contact.recorded).to.deep.equal(KWGLOBAL.recordings.participants);
  });

  for (const block of ["Set voice", "Set language"]) {
    it(`goes on without "${block}"`, () => {
      call({ broken: { [block]: "NoMatchingError" } }).hears(HEARD.welcome);
    });
  }
});

describe("What KWGlobal records", () => {
  for (const flow of [MAIN_MENU, OUTBOUND]) {
    it(`is analysed after the call and redacted in "${flow}"`, () => {
      const block = actionOf(flow, "Set recording and analytics behavior");
      expect(block?.Parameters).to.have.nested.property("VoiceBehavior.VoiceAnalyticsBehavior");
      const { VoiceBehavior: behavior } = block?.Parameters as Readonly<
        Record<string, { readonly VoiceAnalyticsBehavior: Json }>
      >;
      expect(behavior?.VoiceAnalyticsBehavior).to.deep.equal({
        Enabled: "True",
        AnalyticsLanguage: "en-GB",
        AnalyticsModes: ["PostContact"],
        ConversationalAnalyticsRedactionConfiguration: {
          Enabled: "True",
          RedactionResults: "RedactedOnly",
        },
      });
    });
  }
});
