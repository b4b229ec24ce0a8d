import { type CountryCode, getCountries, parsePhoneNumberFromString } from "libphonenumber-js/max";

const REGIONS = new Intl.DisplayNames(["en"], { type: "region" });

/** Countries' English names, as CLDR has them: "Jamaica", "U.S. Virgin Islands". */
const nameOf = (country: CountryCode): string => REGIONS.of(country) ?? country;

/**
 * The United States with the territories that it rates as its own, and Canada. The other numbers
 * that begin with +1 are calls abroad, most of them to the Caribbean, and look like none.
 * @see https://nationalnanpa.com/area_codes/
 */
const HOME: readonly CountryCode[] = ["US", "PR", "VI", "GU", "AS", "MP", "CA"];

/** Numbers of a country that cost more than a call to it, by libphonenumber's types. */
const SPECIAL_RATES: Readonly<Record<string, string>> = {
  PREMIUM_RATE: "premium rate",
  SHARED_COST: "shared cost",
  PERSONAL_NUMBER: "personal numbers",
};

/** 976 is a pay-per-call exchange in every area code; libphonenumber knows only area code 900. */
const PAY_PER_CALL_EXCHANGE = /^\+1[2-9]\d{2}976\d{4}$/;

/** What may be called without being named. */
export const HOME_DESTINATIONS: readonly string[] = HOME.map(nameOf);

let countries: ReadonlySet<string> | undefined;

/** Whether that is a country, by its English name. To name them all takes a while, and few need it. */
function isCountry(name: string): boolean {
  countries ??= new Set(getCountries().map(nameOf));
  return countries.has(name);
}

/**
 * Where a number leads, by the name that allows it: "Jamaica", "United States premium rate",
 * "calling code 881", "area code 976" (one that nobody has). Numbers that are fictional or too new
 * for the data have a destination, too.
 * @param number in E.164.
 * @returns undefined if it can't be a phone number
 */
export function destinationOf(number: string): string | undefined {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed?.number !== number || !parsed.isPossible()) {
    return undefined;
  }
  const { country, countryCallingCode, nationalNumber } = parsed;
  if (country === undefined) {
    return countryCallingCode === "1"
      ? `area code ${nationalNumber.slice(0, 3)}`
      : `calling code ${countryCallingCode}`;
  }
  const special = PAY_PER_CALL_EXCHANGE.test(number)
    ? SPECIAL_RATES.PREMIUM_RATE
    : SPECIAL_RATES[parsed.getType() ?? ""];
  return special === undefined ? nameOf(country) : `${nameOf(country)} ${special}`;
}

/**
 * Whether a destination may be called: calls abroad and to special rates are what toll fraud is
 * after, so each needs its name.
 * @param allowed beside {@link HOME_DESTINATIONS}.
 * @see https://aws.amazon.com/blogs/contact-center/how-to-protect-against-spam-calls-for-click-to-dial/
 */
export const isAllowed = (destination: string, allowed: readonly string[] = []): boolean =>
  HOME_DESTINATIONS.includes(destination) || allowed.includes(destination);

/** Whether any number could lead there: a misspelt name would allow nothing. */
export function isDestination(name: string): boolean {
  const [country = ""] = Object.values(SPECIAL_RATES)
    .filter((special) => name.endsWith(` ${special}`))
    .map((special) => name.slice(0, -special.length - 1));
  return isCountry(name) || isCountry(country) || /^(area|calling) code \d{3}$/.test(name);
}

/**
 * The area codes below +1 that lead to where nobody has allowed calls: the Caribbean, and special rates.
 * The pay-per-call exchange 976 can't be told by an area code.
 * @param allowed beside {@link HOME_DESTINATIONS}.
 */
export function refusedAreaCodes(allowed: readonly string[] = []): string[] {
  return Array.from({ length: 800 }, (_, index) => String(200 + index)).filter((code) => {
    const destination = destinationOf(`+1${code}5550123`);
    return (
      destination !== undefined &&
      // Nobody has it: there is nothing to call.
      destination !== `area code ${code}` &&
      !isAllowed(destination, allowed)
    );
  });
}
