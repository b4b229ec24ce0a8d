import POLLY from "./catalog/polly.json";

/** The languages that Amazon Polly speaks, as Connect writes them: `en-US`. */
export const LANGUAGES: readonly string[] = POLLY.languages;

const NAMES = {
  language: new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }),
  region: new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }),
};

/** Whether it is the code of a language, with or without a country, in the spelling of BCP 47. */
export function isLanguage(code: string): boolean {
  if (LANGUAGES.includes(code)) {
    return true;
  }
  const [, language = "", region] = /^([a-z]{2,3})(?:-([A-Z]{2}|\d{3}))?$/.exec(code) ?? [];
  return (
    language !== "" &&
    NAMES.language.of(language) !== undefined &&
    (region === undefined || NAMES.region.of(region) !== undefined)
  );
}
