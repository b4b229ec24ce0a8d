import { didYouMean } from "../did-you-mean";
import { LANGUAGES } from "../language";

/** A page of Amazon Polly's developer guide. */
const polly = (tag: string): string => `https://docs.aws.amazon.com/polly/latest/dg/${tag}.html`;

/** What an attribute may hold: some words, a form, or both. */
interface AttributeSpec {
  readonly words?: readonly string[];
  /** The other values, and how they are described to a person. */
  readonly form?: { readonly accepts: (value: string) => boolean; readonly words: string };
  readonly required?: true;
}

/** The longest pause, in seconds. */
const LONGEST_BREAK = 10;

const secondsOf = (time: string): number => {
  const [, number = "NaN", unit] = /^\+?(\d*\.?\d+)(ms|s)$/.exec(time) ?? [];
  return unit === "ms" ? Number(number) / 1000 : Number(number);
};

const percentOf = (value: string): number => Number(/^\+?(\d*\.?\d+)%$/.exec(value)?.[1] ?? "NaN");

const matching = (pattern: RegExp, words: string): AttributeSpec["form"] => ({
  accepts: (value) => pattern.test(value),
  words,
});

const between = (
  number: (value: string) => number,
  least: number,
  most: number,
  words: string,
): AttributeSpec["form"] => ({
  accepts: (value) => number(value) >= least && number(value) <= most,
  words,
});

const anything: AttributeSpec = { required: true, form: matching(/\S/, "a text") };

/** What the attributes of a tag may hold, and the page that says so. Other attributes aren't judged. */
const TAGS: Readonly<
  Record<string, { page: string; attributes: Readonly<Record<string, AttributeSpec>> }>
> = {
  break: {
    page: polly("break-tag"),
    attributes: {
      strength: { words: ["none", "x-weak", "weak", "medium", "strong", "x-strong"] },
      time: { form: between(secondsOf, 0, LONGEST_BREAK, "a time such as 500ms or 2s, up to 10s") },
    },
  },
  lang: {
    page: polly("lang-tag"),
    attributes: { "xml:lang": { required: true, words: LANGUAGES } },
  },
  mark: { page: polly("custom-tag"), attributes: { name: anything } },
  phoneme: {
    page: polly("phoneme-tag"),
    attributes: {
      alphabet: {
        required: true,
        // AWS adds alphabets of its own by language, all named so.
        words: ["ipa", "x-sampa"],
        form: matching(/^x-amazon-[a-z-]+$/, "one of Amazon's, such as x-amazon-pinyin"),
      },
      ph: anything,
    },
  },
  prosody: {
    page: polly("prosody-tag"),
    attributes: {
      volume: {
        words: ["default", "silent", "x-soft", "soft", "medium", "loud", "x-loud"],
        form: matching(/^[+-]\d*\.?\d+dB$/i, "a change such as +6dB"),
      },
      rate: {
        words: ["default", "x-slow", "slow", "medium", "fast", "x-fast"],
        form: between(percentOf, 20, 200, "a percentage from 20% to 200%"),
      },
      pitch: {
        words: ["default", "x-low", "low", "medium", "high", "x-high"],
        form: matching(/^[+-]\d*\.?\d+%$/, "a change such as +10%"),
      },
      "amazon:max-duration": { form: matching(/^\d*\.?\d+(ms|s)$/, "a time such as 2s") },
    },
  },
  "say-as": {
    page: polly("say-as-tag"),
    attributes: {
      "interpret-as": {
        required: true,
        words: [
          "characters",
          "spell-out",
          "cardinal",
          "number",
          "ordinal",
          "digits",
          "fraction",
          "unit",
          "date",
          "time",
          "address",
          "expletive",
          "telephone",
        ],
      },
    },
  },
  sub: { page: polly("sub-tag"), attributes: { alias: anything } },
  w: {
    page: polly("w-tag"),
    attributes: {
      role: {
        required: true,
        form: matching(/^amazon:[A-Z]+(_\d+)?$/, "a role such as amazon:VB"),
      },
    },
  },
  "amazon:domain": {
    page: "https://docs.aws.amazon.com/connect/latest/adminguide/supported-ssml-tags.html",
    attributes: { name: { required: true, words: ["news", "conversational"] } },
  },
  "amazon:effect": {
    page: polly("supportedtags"),
    attributes: {
      name: { words: ["whispered", "drc"] },
      phonation: { words: ["soft"] },
      "vocal-tract-length": { form: matching(/^[+-]?\d+%$/, "a percentage such as +15%") },
    },
  },
};

/** Whether a value is only known during the contact. */
const isFilledIn = (value: string): boolean => value.includes("$");

function allowed({ words = [], form }: AttributeSpec): string {
  const short = words === LANGUAGES ? ["a language of Amazon Polly, such as en-US"] : words;
  return [...short, ...(form === undefined ? [] : [form.words])].join(", ");
}

/** An attribute that Amazon Polly doesn't read, and what would be right. */
export interface AttributeFault {
  readonly message: string;
  readonly fix: string;
}

/** What is wrong with the attributes of a tag that Amazon Polly knows. */
export function* attributeFaults(
  tag: string,
  attributes: Readonly<Record<string, string>>,
): Generator<AttributeFault> {
  const { page, attributes: known } = Object.hasOwn(TAGS, tag)
    ? (TAGS[tag] ?? { page: "", attributes: {} })
    : { page: "", attributes: {} };
  for (const [name, spec] of Object.entries(known)) {
    const value = attributes[name]?.trim();
    const right = `write ${allowed(spec)} (${page})`;
    if (value === undefined) {
      if (spec.required) yield { message: `<${tag}> without ${name}`, fix: right };
    } else if (
      !isFilledIn(value) &&
      spec.words?.includes(value) !== true &&
      spec.form?.accepts(value) !== true
    ) {
      yield {
        message: `${name}="${value}" of <${tag}>${didYouMean(value, spec.words ?? [])}`,
        fix: right,
      };
    }
  }
}
