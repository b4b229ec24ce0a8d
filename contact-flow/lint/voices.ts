import { didYouMean } from "../did-you-mean";
import type { Json } from "../flow";
import { isLanguage, LANGUAGES } from "../language";
import POLLY from "../catalog/polly.json";
import { inAdminGuide } from "../facts/source";
import { fillerOf } from "./references";
import { ERROR_IN_OURS, type Rule } from "./rule";
import { textsIn } from "./strings";

const isWritten = (value: Json | undefined): value is string =>
  typeof value === "string" &&
  value !== "" &&
  !value.includes("$") &&
  fillerOf(value) === undefined;

/** The parameters that hold a language. */
const LANGUAGE = /\.(LanguageCode|AnalyticsLanguage)$/;

/** Voices and languages that don't exist. Connect takes them and then fails, or speaks with another. */
export const VOICE_RULES: readonly Rule[] = [
  {
    id: "voice",
    source: inAdminGuide("set-voice"),
    reason: "Set voice takes its error branch, and the caller hears Joanna",
    fix: "write a voice of Amazon Polly, with its capital letter",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const { action, index, path } of nodes) {
        if (action.Type !== "UpdateContactTextToSpeechVoice") continue;
        const { TextToSpeechVoice: voice, TextToSpeechEngine: engine } = action.Parameters ?? {};
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
      }
    },
  },
  {
    id: "language",
    source: inAdminGuide("set-voice"),
    reason: "no bot, voice or analysis knows the language",
    fix: "write a language and a country, such as en-US",
    checkedBy: "house",
    level: ERROR_IN_OURS,
    *check({ nodes }) {
      for (const node of nodes) {
        for (const { path, text } of textsIn(node)) {
          if (LANGUAGE.test(path) && isWritten(text) && !isLanguage(text)) {
            yield {
              index: node.index,
              path,
              message: `${text} is no language${didYouMean(text, LANGUAGES)}`,
            };
          }
        }
      }
    },
  },
];
