import {
  type CountryCode,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
} from "libphonenumber-js";
import examples from "libphonenumber-js/examples.mobile.json";

/** The area and exchange of a +1 number: 555-01xx is kept free for fiction. */
const NORTH_AMERICA = { DID: "2065550100", TOLL_FREE: "8005550100" };

/** The last digits of a number, which tell the offered ones apart. */
const TAIL = 4;

/**
 * Lists plausible phone numbers of a country, in E.164 form, a fixed order and as many as there are.
 *
 * @param prefix - `+` and the digits with which all must begin; any number of the country if not
 *   given. A prefix of another country has no numbers.
 */
export function* numbersOf(country: string, type: string, prefix = "+"): Generator<string> {
  if (!isSupportedCountry(country)) return;
  const template = templateOf(country, type);
  const wanted = prefix.slice(1);
  const code = getCountryCallingCode(country);
  if (!code.startsWith(wanted.slice(0, code.length)) || wanted.length > template.length) return;
  const digits = wanted + template.slice(wanted.length);
  const tail = Math.min(TAIL, digits.length - wanted.length);
  const stem = digits.slice(0, digits.length - tail);
  const first = Number(digits.slice(digits.length - tail) || 0);
  const count = 10 ** tail;
  for (let i = 0; i < count; i++)
    yield `+${stem}${tail === 0 ? "" : String((first + i) % count).padStart(tail, "0")}`;
}

/** The digits of a number of the country, its calling code first. */
function templateOf(country: CountryCode, type: string): string {
  const code = getCountryCallingCode(country);
  const tollFree = type === "TOLL_FREE";
  if (code === "1") return code + NORTH_AMERICA[tollFree ? "TOLL_FREE" : "DID"];
  const national: string = getExampleNumber(country, examples)?.nationalNumber ?? "200000100";
  return code + (tollFree ? `800${national.slice(3)}` : national);
}
