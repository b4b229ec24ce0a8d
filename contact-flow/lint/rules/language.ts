import { didYouMean } from "../../did-you-mean";
import { inAdminGuide } from "../../facts/source";
import { isLanguage, LANGUAGES } from "../../language";
import { isWritten } from "../references";
import type { Rule } from "../rule";
import { textsIn } from "../strings";

/** The parameters that hold a language. */
const LANGUAGE = /\.(LanguageCode|AnalyticsLanguage)$/;

export const rule: Rule = {
  id: "language",
  level: "error in ours",
  reason: "no bot, voice or analysis knows the language",
  fix: "write a language and a country, such as en-US",
  source: inAdminGuide("set-voice"),
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
};
