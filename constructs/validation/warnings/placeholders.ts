import type { Account, ContactCenterValue, Environment } from "../../value/contact-center-value";
import type { Warning } from "./warning";

/** The parts of kwglobal.ts that may hold placeholders. */
export interface Decisions {
  /** The center's value. */
  readonly center: ContactCenterValue;
  /** The AWS accounts that hold environments. */
  readonly accounts: readonly Account[];
  /** The environments. */
  readonly environments: readonly Environment[];
}

/** A placeholder: a value that can't be real. */
export interface Placeholder {
  /** The part of the value. */
  readonly place: string;
  /** The present value. */
  readonly value: string;
  /** What belongs there. */
  readonly wanted: string;
}

/** 555-0100 to 555-0199, which the North American plan reserves for fiction. */
const NOBODYS_NUMBER = /^\+1[2-9]\d\d55501\d\d$/;

/** An account id of one digit, twelve times, or the one of AWS's own examples. */
const NOBODYS_ACCOUNT = /^(\d)\1{11}$|^123456789012$/;

/** An address in a domain that is reserved for examples (RFC 2606). */
const NOBODYS_EMAIL = /@(.+\.)?(example(\.(com|net|org))?|test|invalid|localhost)$/i;

/** The placeholders among the values that docs/go-live.md says to decide. */
export function placeholdersIn({ center, accounts, environments }: Decisions): Placeholder[] {
  return [
    ...accounts
      .filter(({ id }) => NOBODYS_ACCOUNT.test(id))
      .map(({ id, name }) => ({
        place: `account "${name}", id`,
        value: id,
        wanted: `the id of the AWS account "${name}"`,
      })),
    ...numbersIn(center).filter(({ value }) => NOBODYS_NUMBER.test(value)),
    ...center.users.flatMap(({ username, email = "" }) =>
      NOBODYS_EMAIL.test(email)
        ? [
            {
              place: `user "${username}", email`,
              value: email,
              wanted: `the address of the user "${username}"`,
            },
          ]
        : [],
    ),
    ...environments.flatMap(({ name, alarmEmails }) =>
      alarmEmails
        .filter((email) => NOBODYS_EMAIL.test(email))
        .map((email) => ({
          place: `environment "${name}", alarmEmails`,
          value: email,
          wanted: `who gets the alarms of "${name}"`,
        })),
    ),
  ];
}

/** The numbers that a center calls: those of quick connects and desk phones, and those in flows' values. */
function numbersIn({ quickConnects, users, flows }: ContactCenterValue): Placeholder[] {
  return [
    ...quickConnects.flatMap((each) =>
      each.type === "PHONE_NUMBER"
        ? [
            {
              place: `quick connect "${each.name}"`,
              value: each.phoneNumber,
              wanted: `the number of the quick connect "${each.name}"`,
            },
          ]
        : [],
    ),
    ...users.flatMap(({ username, phone }) =>
      phone?.number === undefined
        ? []
        : [
            {
              place: `user "${username}", phone`,
              value: phone.number,
              wanted: `the number of the desk phone of "${username}"`,
            },
          ],
    ),
    ...flows.flatMap(({ name, values }) =>
      Object.entries(values).flatMap(([key, value]) =>
        typeof value === "string"
          ? [
              {
                place: `flow "${name}", ${key}`,
                value,
                wanted: `the number that the flow "${name}" calls`,
              },
            ]
          : [],
      ),
    ),
  ];
}

/** A warning for each placeholder. */
export function placeholderWarnings(decisions: Decisions): Warning[] {
  return placeholdersIn(decisions).map(({ place, value, wanted }) => ({
    rule: "placeholder",
    place,
    problem: `${value} is nobody's`,
    cure: `put ${wanted} there before you go live (docs/go-live.md)`,
  }));
}
