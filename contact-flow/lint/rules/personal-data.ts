import { inAdminGuide } from "../../facts/source";
import { type Json, objectOf } from "../../json";
import type { FlowView, Rule } from "../rule";

/** Names of attributes that hold what identifies a person or opens an account. */
const PERSONAL =
  /\b(ssn|social security|social insurance|cvv|cvc|pin|password|passcode|passwort|credit card|card number|card num|cc number|iban|bank account|account number|routing number|sort code|date of birth|birth date|birthday|dob|passport|driver licen[cs]e|drivers licen[cs]e|tax id|national id|mothers maiden name|security answer)\b/;

/** `customerSSN`, `date_of_birth` as words. */
const wordsOf = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .toLowerCase()
    .trim();

/** Whether the digits pass the check that payment cards have. @see ISO/IEC 7812-1, Luhn */
function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .map((digit, at) => Number(digit) * (at % 2 === 1 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

/** What a written value looks like; undefined for anything ordinary. */
function looksLike(value: string): string | undefined {
  if (/^\S+@\S+\.[a-z]{2,}$/i.test(value)) return "an e-mail address";
  if (/^\d{3}-\d{2}-\d{4}$/.test(value)) return "a social security number";
  return isCard(value.replace(/[ -]/g, "")) ? "a card number" : undefined;
}

const isFlag = (value: Json): boolean =>
  typeof value === "string" && /^(true|false|yes|no|y|n|0|1|)$/i.test(value);

/** Whether what callers key in is always stored encrypted. */
function encryptsInput({ nodes }: FlowView): boolean {
  const stored = nodes.filter(
    ({ action }) =>
      action.Type === "GetParticipantInput" &&
      ["True", "true"].some((flag) => flag === action.Parameters?.StoreInput),
  );
  return (
    stored.length > 0 &&
    stored.every(({ action }) => action.Parameters?.InputEncryption !== undefined)
  );
}

export const rule: Rule = {
  id: "personal-data",
  level: "warning",
  reason:
    "contact records and flow logs contain attributes, and everybody who may search contacts can read them",
  fix: "store it in your own system and put only its key into the attribute, or encrypt it",
  source: inAdminGuide("security-best-practices"),
  *check(view) {
    const encrypts = encryptsInput(view);
    for (const { action, index, path } of view.nodes) {
      if (action.Type !== "UpdateContactAttributes") continue;
      for (const [key, value] of Object.entries(objectOf(action.Parameters?.Attributes))) {
        const named = PERSONAL.exec(wordsOf(key))?.[0];
        const seen = typeof value === "string" ? looksLike(value) : undefined;
        const what = named ?? seen;
        if (encrypts && value === "$.StoredCustomerInput") continue;
        // A word about it, such as "verified", is no data.
        if (what !== undefined && !(named !== undefined && isFlag(value))) {
          yield {
            index,
            path: `${path}.Parameters.Attributes.${key}`,
            message: `the attribute ${key} looks like personal data (${what})`,
          };
        }
      }
    }
  },
};
