import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Account,
  ContactCenterValue,
  Environment,
} from "../../../constructs/contact-center-value";
import { NOBODYS_EMAIL } from "../../../constructs/validation/reporting";
import { Missing } from "../../../sandbox/errors";
import { PROJECT } from "../../support/stacks";
import type { Check } from "../finding";

/** What stands in kwglobal.ts, of which placeholders may be a part. */
export interface Value {
  readonly center: ContactCenterValue;
  readonly accounts: readonly Account[];
  readonly environments: readonly Environment[];
}

/** A value that nobody can have. */
interface Placeholder {
  readonly value: string;
  /** What belongs there. */
  readonly wanted: string;
}

const FILE = "kwglobal.ts";

/** 555-0100 to 555-0199, which the North American plan reserves for fiction. */
const NOBODYS_NUMBER = /^\+1[2-9]\d\d55501\d\d$/;

/** An account id of one digit, twelve times. */
const NOBODYS_ACCOUNT = /^(\d)\1{11}$/;

/** The placeholders among what docs/go-live.md says to decide. */
export function placeholdersIn({ center, accounts, environments }: Value): Placeholder[] {
  const numbers = center.quickConnects.flatMap((each) =>
    each.type === "PHONE_NUMBER" ? [{ name: each.name, number: each.phoneNumber }] : [],
  );
  return [
    ...accounts
      .filter(({ id }) => NOBODYS_ACCOUNT.test(id))
      .map(({ id, name }) => ({ value: id, wanted: `the id of the AWS account "${name}"` })),
    ...numbers
      .filter(({ number }) => NOBODYS_NUMBER.test(number))
      .map(({ name, number }) => ({
        value: number,
        wanted: `the number of the quick connect "${name}"`,
      })),
    ...environments.flatMap(({ name, alarmEmails }) =>
      alarmEmails
        .filter((email) => NOBODYS_EMAIL.test(email))
        .map((email) => ({ value: email, wanted: `who gets the alarms of "${name}"` })),
    ),
  ];
}

/**
 * Whether all that a real account needs is decided.
 *
 * @param text - Of kwglobal.ts, to tell lines.
 */
export const placeholders = (
  value: Value,
  text = readFileSync(join(PROJECT, FILE), "utf8"),
): Check => ({
  name: FILE,
  look: () => {
    const found = placeholdersIn(value);
    if (found.length === 0) return "no placeholder is left";
    const lines = text.split("\n");
    const places = found.map(({ value: left, wanted }) => {
      const line = lines.findIndex((each) => each.includes(JSON.stringify(left))) + 1;
      return `${FILE}${line === 0 ? "" : `:${line}`} has ${left} for ${wanted}`;
    });
    throw new Missing(places.join("\n"), "put your own there before you go live (docs/go-live.md)");
  },
});
