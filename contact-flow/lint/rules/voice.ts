import POLLY from "../../catalog/polly.json";
import { didYouMean } from "../../did-you-mean";
import { inAdminGuide } from "../../facts/source";
import { isWritten } from "../references";
import type { Rule } from "../rule";

/** @see https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html */
const STYLES = ["None", "Conversational", "Newscaster"];

export const rule: Rule = {
  id: "voice",
  level: "error in ours",
  reason: "Set voice takes its error branch, and the caller hears Joanna",
  fix: "write a voice of Amazon Polly, with its capital letter",
  source: inAdminGuide("set-voice"),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      if (action.Type !== "UpdateContactTextToSpeechVoice") continue;
      const {
        TextToSpeechVoice: voice,
        TextToSpeechEngine: engine,
        TextToSpeechStyle: style,
      } = action.Parameters ?? {};
      if (isWritten(voice) && !POLLY.voices.includes(voice)) {
        yield {
          index,
          path: `${path}.Parameters.TextToSpeechVoice`,
          message: `Amazon Polly has no voice ${voice}${didYouMean(voice, POLLY.voices)}`,
        };
      }
      if (isWritten(engine) && !POLLY.engines.includes(engine.toLowerCase())) {
        yield {
          index,
          path: `${path}.Parameters.TextToSpeechEngine`,
          message: `Amazon Polly has no engine ${engine}`,
          fix: `write one of ${POLLY.engines.join(", ")}`,
        };
      }
      if (isWritten(style) && !STYLES.some((each) => each.toLowerCase() === style.toLowerCase())) {
        yield {
          index,
          path: `${path}.Parameters.TextToSpeechStyle`,
          message: `no voice has the style ${style}${didYouMean(style, STYLES)}`,
          fix: `write one of ${STYLES.join(", ")}`,
        };
      }
    }
  },
};
