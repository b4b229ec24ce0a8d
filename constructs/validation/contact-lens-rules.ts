import type { ContactCenterValue, ContactLensRuleValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { checkLimit, isWithin } from "./limits";

/** What the service's model of CreateRule accepts. */
const NAME = /^[0-9a-zA-Z._-]*$/;

/** Refuses rules that Amazon Connect would refuse, or that could never match a call. */
export function checkContactLensRules(
  { contactLensRules = [], recordings }: ContactCenterValue,
  report: Report,
): void {
  if (contactLensRules.length > 0 && recordings.analyticsLanguage === undefined) {
    report(
      "contact lens rules",
      "need recordings.analyticsLanguage: without it no call is analyzed, and no rule matches",
    );
  }
  const names = contactLensRules.map(({ name }) => name);
  for (const name of new Set(names)) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) {
      report(`contact lens rule "${name}"`, "is there twice: names are unique, drop or rename one");
    }
  }
  for (const rule of contactLensRules) checkRule(rule, `contact lens rule "${rule.name}"`, report);
}

function checkRule(rule: ContactLensRuleValue, place: string, report: Report): void {
  if (!NAME.test(rule.name) || !isWithin("ContactLensRuleValue.name", rule.name)) {
    report(place, "name must have 1 to 200 letters, digits, dots, underscores and hyphens");
  }
  if ("silencePercent" in rule) {
    checkLimit("ContactLensRuleValue.silencePercent", rule.silencePercent, place, report);
    return;
  }
  const { words } = rule;
  if (words.length === 0) report(place, "words must have at least one entry, got none");
  for (const word of new Set(words)) {
    if (word.trim() !== word || word === "") {
      report(place, `words must not be empty or begin or end with a space, got "${word}"`);
    }
    if (words.indexOf(word) !== words.lastIndexOf(word)) {
      report(place, `words has "${word}" twice: drop one`);
    }
  }
}
