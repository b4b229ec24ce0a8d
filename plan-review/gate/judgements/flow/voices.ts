/**
 * Amazon Polly's voices by the language that they speak, without the country.
 *
 * @see https://docs.aws.amazon.com/polly/latest/dg/available-voices.html
 */
const VOICES: Readonly<Record<string, string>> = {
  ar: "Hala Zayd Zeina",
  ca: "Arlet",
  cmn: "Zhiyu",
  cs: "Jitka",
  cy: "Gwyneth",
  da: "Mads Naja Sofie",
  de: "Daniel Hannah Hans Lennart Marlene Sabrina Vicki",
  en: `Aditi Amy Aria Arthur Ayanda Brian Danielle Emma Geraint Gregory Ivy Jasmine Joanna Joey Justin Kajal
    Kendra Kevin Kimberly Matthew Niamh Nicole Olivia Raveena Russell Ruth Salli Stephen Tiffany`,
  es: "Andres Conchita Enrique Lucia Lupe Mia Miguel Pedro Penelope Sergio",
  fi: "Suvi",
  fr: "Ambre Celine Chantal Florian Gabrielle Isabelle Lea Liam Mathieu Remi",
  is: "Dora Karl",
  it: "Adriano Beatrice Bianca Carla Giorgio Lorenzo",
  ja: "Kazuha Mizuki Takumi Tomoko",
  ko: "Jihye Seoyeon",
  nb: "Ida Liv",
  nl: "Laura Lisa Lotte Ruben",
  pl: "Ewa Jacek Jan Maja Ola",
  pt: "Camila Cristiano Ines Ricardo Thiago Vitoria",
  ro: "Carmen",
  ru: "Maxim Tatyana",
  sv: "Astrid Elin",
  tr: "Burcu Filiz",
  yue: "Hiujin",
};

/** Each voice with its language. Who speaks two, such as Aditi and Kajal, speaks English, too. */
export const LANGUAGE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(VOICES).flatMap(([language, names]) =>
    names.split(/\s+/).map((name) => [name, language] as const),
  ),
);

/** The language of a code, without its country: `en` of `en-US`; Polly's `arb` is Arabic, too. */
export const languageOf = (code: string): string => {
  const language = code.toLowerCase().replace(/-.*/s, "");
  return language === "arb" ? "ar" : language;
};
