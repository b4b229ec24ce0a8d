import { onPage } from "../../facts/source";
import { withoutHoles } from "../references";
import type { Rule } from "../rule";

const MAX_IDENTIFIER = 50;

// eslint-disable-next-line no-useless-escape -- one character class, in the order of AWS's page
const FORBIDDEN_CHARACTERS = /[%:(\\/)=$,;\[\]{}]/;

const FORBIDDEN_NAMES = new Set([
  "__proto__",
  "constructor",
  "__defineGetter__",
  "__defineSetter__",
  "toString",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
]);

export const rule: Rule = {
  id: "identifier",
  level: "refused",
  reason: "Connect forbids some characters and names in identifiers",
  fix: "use 1 to 50 characters, none of % : ( \\ / ) = $ , ; [ ] { }",
  source: onPage("https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html"),
  *check({ nodes }, { origin }) {
    for (const { action, index, path } of nodes) {
      const id = origin === "template" ? withoutHoles(action.Identifier) : action.Identifier;
      if (
        id.length === 0 ||
        id.length > MAX_IDENTIFIER ||
        FORBIDDEN_CHARACTERS.test(id) ||
        FORBIDDEN_NAMES.has(id)
      ) {
        const at = `${path}.Identifier`;
        yield { index, path: at, message: `Invalid Action property value. Path: ${at}` };
      }
    }
  },
};
