import { PhoneNumberError } from "./types";

/** Longer texts hold no number. */
export const LONGEST_TEXT = 60;

const KEYS = "22233344455566677778889999";

/** `1-800-FLOWERS`: letters only behind at least three digits, so that `anonymous` or an address does not become a number. */
const VANITY_FORM = /^(\+?[\s\d().-]*?(?:\d[\s().-]*){3})([A-Z0-9][A-Z0-9\s.-]*)$/i;

/** What people write behind a number for the extension: ` ext. 12`, ` x12`, `#12`, `,12`. */
const EXTENSION =
  /(?<![A-Z])\s*(?:[,;]?\s*(?:ext|extn|extension|x|poste|durchwahl|anexo)\s*[.:=]*|#|,+|;)\s*\d{1,7}\s*#?$/i;

/** What the tel: form of a number says beside it (RFC 3966): `;ext=12`, `;isub=4`. */
const PARAMETERS = /(;(ext|isub|phone-context)=[^;]*)+$/i;

/** Letters that were meant for the digits they look like: no word of a number is made of nothing else. */
const SLIPS = /^(O+|[IL]{1,2})$/i;

/**
 * A text as an error may quote it.
 * @param text of any length
 */
export function shown(text: string): string {
  return JSON.stringify(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}...` : text);
}

/** Digits as Arabic and Persian write them, which NFKC leaves. Their last four bits are the digit. */
const EASTERN_DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** The same number without what stands around it: `tel:`, an extension, the punctuation or the # behind it. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[‐‑–—−]/g, "-")
    .replace(/^\s*(?:tel|phone|callto):/i, "")
    .replace(PARAMETERS, "")
    .replace(EXTENSION, "")
    .replace(/[\s?!.,;#]+$/, "")
    .trim();
}

/** The letters as their keys. */
function dialled(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const [, digits, letters] = VANITY_FORM.exec(text) ?? [];
  if (digits === undefined || letters === undefined)
    throw new PhoneNumberError(
      /[^\p{ASCII}]/u.test(text) ? "phone-unreadable-letters" : "phone-not-a-number",
      `phone must be digits, or A-Z behind an area code as in 1-800-FLOWERS, got ${shown(text)}`,
    );
  const word = letters.replace(/[^A-Z]/gi, "");
  if (word.length === 1 || SLIPS.test(word))
    throw new PhoneNumberError(
      "phone-not-a-number",
      `phone must have a word for letters, or none: is the ${word.slice(0, 1)} a mistyped digit? Got ${shown(text)}`,
    );
  return withoutOverdial(text).replace(
    /[A-Z]/gi,
    (letter) => KEYS[letter.toUpperCase().charCodeAt(0) - 65] ?? "",
  );
}

/** How many digits a number has whose word may run on: those of the North American plan, and Australia's 1300 and 1800. */
const LENGTHS: readonly (readonly [beginning: RegExp, digits: number])[] = [
  [/^\+?1[2-9]/, 11],
  [/^[2-9]/, 10],
  [/^\+?611[38]00/, 12],
  [/^00611[38]00/, 14],
];

/** A number without the last letters of its word, which are dialled in vain: `1-800-MATTRES` of `1-800-MATTRESS`. */
function withoutOverdial(text: string): string {
  const beginning = text.replace(/[^\dA-Z+]/gi, "");
  const length = LENGTHS.find(([pattern]) => pattern.test(beginning))?.[1] ?? text.length;
  const [kept = ""] = new RegExp(`^(?:[^\\dA-Z]*[\\dA-Z]){${length}}`, "i").exec(text) ?? [text];
  const isWord = /[A-Z]/i.test(kept) && /^[A-Z\s.-]*$/i.test(text.slice(kept.length));
  return isWord ? kept : text;
}

/**
 * A written number as what is dialled: digits, and a `+` where it names its country.
 * @param text as people write it
 * @throws PhoneNumberError if it holds letters that no key dials, or that are no word
 */
export function dialledOf(text: string): string {
  return dialled(bare(text)).replace(/^00(?=[1-9])/, "+");
}
