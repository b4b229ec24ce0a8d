import { expect } from "chai";

import type { RecordingsValue } from "../../../constructs/value/contact-center-value";
import { conversationRules } from "../../../constructs/storage/conversation-rules";
import { recordingValues } from "../../../constructs/value/recordings";
import { KWGLOBAL } from "../../../kwglobal";
import { synthesize } from "../../support/synthesized";

const { analyticsLanguage: _language, ...unread } = KWGLOBAL.recordings;

/** The main menu's recording block of a center whose recordings are these. */
function recordingBlock(recordings: RecordingsValue) {
  const flows = KWGLOBAL.flows.map((flow) =>
    flow.template === "main-menu.json"
      ? { ...flow, values: { ...flow.values, ...recordingValues(recordings) } }
      : flow,
  );
  const center = synthesize({ recordings, flows, contactLensRules: [] });
  return {
    block: center
      .flow("kwglobal_main_menu")
      .Actions.find(({ Type }) => Type === "UpdateContactRecordingAndAnalyticsBehavior")
      ?.Parameters,
    contactLens: center.resource("aws_connect_instance.instance").contact_lens_enabled,
  };
}

describe("Recordings", () => {
  it("of both sides are made, and read by Contact Lens after the call", () => {
    expect(recordingBlock(KWGLOBAL.recordings)).to.deep.equal({
      block: {
        VoiceBehavior: {
          VoiceRecordingBehavior: { RecordedParticipants: ["Agent", "Customer"] },
          VoiceAnalyticsBehavior: {
            Enabled: "True",
            AnalyticsLanguage: "en-US",
            AnalyticsModes: ["PostContact"],
          },
        },
      },
      contactLens: true,
    });
  });

  it("are not read where no language is set: the flow says nothing of it", () => {
    expect(recordingBlock({ ...unread, participants: ["Agent"] })).to.deep.equal({
      block: { VoiceBehavior: { VoiceRecordingBehavior: { RecordedParticipants: ["Agent"] } } },
      contactLens: false,
    });
  });

  it("are redacted as the value says", () => {
    const redacted = (redaction: RecordingsValue["redaction"]) =>
      JSON.stringify(
        recordingBlock({ ...KWGLOBAL.recordings, ...(redaction && { redaction }) }).block,
      );
    const configuration = (results: string) =>
      `"ConversationalAnalyticsRedactionConfiguration":{"Enabled":"True","RedactionResults":"${results}"}`;
    expect(redacted("redacted only")).to.include(configuration("RedactedOnly"));
    expect(redacted("redacted and original")).to.include(configuration("RedactedAndOriginal"));
    expect(redacted("none")).to.equal(redacted(undefined)).and.not.to.include("Redaction");
  });

  it("are announced after the greeting where somebody is recorded and the value has a text", () => {
    const notice = (recordings: RecordingsValue) => recordingValues(recordings).announcement;
    const announcement = "We record.";
    expect(notice({ ...KWGLOBAL.recordings, announcement })).to.deep.equal([
      { text: announcement },
    ]);
    expect(notice({ ...KWGLOBAL.recordings, announcement, participants: [] })).to.deep.equal([]);
    const { announcement: _notice, ...silent } = KWGLOBAL.recordings;
    expect(notice(silent)).to.deep.equal([]);
  });

  it("are kept for ever where the value says so", () => {
    expect(
      conversationRules({ ...KWGLOBAL.recordings, expireAfterDays: "never" }, "p").map(
        ({ expireAfterDays }) => expireAfterDays,
      ),
    ).to.deep.equal([undefined, undefined, undefined]);
  });

  it("are kept unless the value says for how long", () => {
    const days = (recordings: RecordingsValue) =>
      conversationRules(recordings, "connect/KWGlobal").map(
        ({ expireAfterDays }) => expireAfterDays,
      );
    expect(days(KWGLOBAL.recordings)).to.deep.equal([undefined, undefined, undefined]);
    expect(days({ ...KWGLOBAL.recordings, expireAfterDays: 400 })).to.deep.equal([400, 400, 400]);
  });

  it("grow old together with their analysis, which Contact Lens keeps elsewhere", () => {
    const prefixes = conversationRules(KWGLOBAL.recordings, "connect/KWGlobal");
    expect(prefixes.map(({ prefix }) => prefix)).to.deep.equal([
      "connect/KWGlobal/CallRecordings/",
      "connect/KWGlobal/ChatTranscripts/",
      "Analysis/",
    ]);
  });
});
