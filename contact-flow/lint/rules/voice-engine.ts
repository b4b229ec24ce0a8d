import POLLY from "../../catalog/polly.json";
import ENGINES from "../../catalog/polly-engines.json";
import { onPage } from "../../facts/source";
import { isWritten } from "../references";
import type { Rule } from "../rule";

/**
 * Voices that were no standard ones in 2021, and are on the page of standard voices since.
 * @see https://docs.aws.amazon.com/polly/latest/dg/standard-voices.html
 */
const STANDARD_SINCE = new Set(["Kevin"]);

/** Voices that only the standard engine spoke in 2021, and the neural one speaks since. */
const NEURAL_SINCE = new Set(["Ines", "Mia", "Vitoria", "Zhiyu"]);

export const rule: Rule = {
  id: "voice-engine",
  level: "warning",
  reason: "Set voice takes its error branch where the voice doesn't have the engine",
  fix: "choose another voice, or an engine that the voice has",
  source: onPage("https://docs.aws.amazon.com/polly/latest/dg/available-voices.html"),
  *check({ nodes }) {
    for (const { action, index, path } of nodes) {
      if (action.Type !== "UpdateContactTextToSpeechVoice") continue;
      const { TextToSpeechVoice: voice, TextToSpeechEngine } = action.Parameters ?? {};
      if (!isWritten(voice) || !isWritten(TextToSpeechEngine)) continue;
      const engine = TextToSpeechEngine.toLowerCase();
      if (!POLLY.voices.includes(voice) || !POLLY.engines.includes(engine)) continue;
      const onlyStandard = ENGINES.standardOnly.includes(voice) && !NEURAL_SINCE.has(voice);
      const isStandard = ENGINES.standard.includes(voice) || STANDARD_SINCE.has(voice);
      const lacks = engine === "standard" ? !isStandard : onlyStandard;
      if (lacks) {
        yield {
          index,
          path: `${path}.Parameters.TextToSpeechEngine`,
          message: `the voice ${voice} has no ${engine} engine`,
          fix:
            engine === "standard"
              ? `write Neural or Generative, as Amazon Polly's list has it for ${voice}, or a voice that is standard`
              : `write Standard, or a voice that Amazon Polly lists as ${engine}`,
        };
      }
    }
  },
};
