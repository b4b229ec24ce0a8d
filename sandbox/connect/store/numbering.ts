import examples from "libphonenumber-js/examples.mobile.json";
import {
  type CountryCode,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumber,
  type PhoneNumber,
} from "libphonenumber-js/max";

/** The kinds of numbers in a country's plan that each type of Connect's is taken from; of others, none is offered. */
const KINDS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  DID: ["FIXED_LINE", "FIXED_LINE_OR_MOBILE", "MOBILE"],
  TOLL_FREE: ["TOLL_FREE"],
};

/** Universal international freephone numbers: the same in every country (ITU-T E.169.1). */
const UIFN = "+80020000100";

/** The last digits of a number, which tell the offered ones apart. */
const TAIL = 4;

/** How national numbers may begin, where 10, 11, … (North America: 200, 201, …) is not tried first. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  "US DID": ["206"],
  TOLL_FREE: ["800", "0800", "1800"],
};

/** Ends of national numbers; 555-01xx is kept free for fiction in North America. */
const ENDS = ["5550100", "2000100", "23456780"];

/** Lengths of national numbers beside that of the country's mobile ones. */
const LENGTHS = [10, 9, 8];

/**
 * Lists phone numbers of a country's plan, in E.164 form, a fixed order and as many as there are.
 *
 * @param type - of Connect's: DID, TOLL_FREE, UIFN; other types have no numbers
 * @param prefix - `+` and the digits with which all must begin; any number of the country if not
 *   given. A prefix of another country has no numbers.
 */
export function* numbersOf(country: string, type: string, prefix = "+"): Generator<string> {
  const first = type === "UIFN" ? beginningWith(UIFN, prefix) : firstOf(country, type, prefix);
  if (first === undefined) return;
  const tail = Math.min(TAIL, first.length - Math.max(prefix.length, 1));
  const stem = first.slice(0, first.length - tail);
  const start = Number(first.slice(first.length - tail) || 0);
  const count = 10 ** tail;
  for (let i = 0; i < count; i++) {
    const end = tail === 0 ? "" : String((start + i) % count).padStart(tail, "0");
    const number = stem + end;
    if (type === "UIFN" || isOfPlan(number, country, type)) yield number;
  }
}

/** A number with the digits of a prefix in place of its own first ones. */
const beginningWith = (number: string, prefix: string): string | undefined =>
  prefix.length <= number.length && (number.startsWith(prefix) || prefix.startsWith("+800"))
    ? prefix + number.slice(prefix.length)
    : undefined;

const known = new Map<string, string | undefined>();

/** The first number of a plan that begins with the prefix; a plan is searched once. */
function firstOf(country: string, type: string, prefix: string): string | undefined {
  if (!isSupportedCountry(country) || KINDS[type] === undefined) return undefined;
  const key = `${country} ${type} ${prefix}`;
  if (!known.has(key)) known.set(key, search(country, type, prefix));
  return known.get(key);
}

function search(country: CountryCode, type: string, prefix: string): string | undefined {
  const code = `+${getCountryCallingCode(country)}`;
  if (!code.startsWith(prefix.slice(0, code.length))) return undefined;
  const northAmerica = code === "+1";
  const given = prefix.slice(code.length);
  const beginnings =
    given === "" ? (BEGINNINGS[`${country} ${type}`] ?? BEGINNINGS[type] ?? []) : [];
  const open = Math.max(0, (northAmerica ? 3 : 2) - given.length);
  const counted = Array.from({ length: 10 ** open }, (_, i) =>
    open === 0 ? given : given + String(i).padStart(open, "0"),
  );
  const example = getExampleNumber(country, examples);
  for (const length of new Set([example?.nationalNumber.length ?? 10, ...LENGTHS]))
    for (const head of [...beginnings, ...counted])
      for (const end of northAmerica ? ENDS.slice(0, 1) : ENDS) {
        const rest = length - head.length;
        if (rest < 0) continue;
        const number = code + head + (rest === 0 ? "" : end.padStart(rest, "2").slice(-rest));
        if (isOfPlan(number, country, type)) return number;
      }
  const mobile = example?.number;
  return mobile?.startsWith(prefix) === true && isOfPlan(mobile, country, type)
    ? mobile
    : undefined;
}

/** North America's toll-free numbers belong to all of its countries. */
const isShared = (number: PhoneNumber, type: string): boolean =>
  type === "TOLL_FREE" && number.countryCallingCode === "1";

function isOfPlan(text: string, country: string, type: string): boolean {
  try {
    const number = parsePhoneNumber(text);
    return (
      (number.country === country || isShared(number, type)) &&
      number.number === text &&
      number.isValid() &&
      KINDS[type]?.includes(number.getType()) === true
    );
  } catch {
    return false;
  }
}
