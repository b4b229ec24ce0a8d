/** Words of the tz database's names that don't begin with one capital letter among small ones. */
const OTHER_WORDS =
  /^(au|es|of|US|GB|NZ|UTC|UCT|GMT([+-]?\d{1,2})?|PRC|ROC|ROK|[ECMW]ET|[EMH]ST|(EST5E|CST6C|MST7M|PST8P)DT|W|SU|CHAT)$/;

const CAPITALIZED = /^[A-Z][a-z]+([A-Z][a-z]+)*$/;

const CURRENT: ReadonlySet<string> = new Set(Intl.supportedValuesOf("timeZone"));

/**
 * Whether a text is a name of the tz database to the letter. Names that have been replaced by others
 * (`US/Pacific`) are names, too; Intl knows them, but in any spelling.
 */
export function isTimeZone(name: string): boolean {
  if (CURRENT.has(name)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
  } catch {
    return false;
  }
  const words = /^Etc\/GMT[+-]/.test(name) ? name.split("/") : name.split(/[/_-]/);
  return words.every((word) => CAPITALIZED.test(word) || OTHER_WORDS.test(word));
}
