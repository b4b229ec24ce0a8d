import { timeOf } from "./requested-at";

/** What the function is asked to do. */
export interface VanityRequest {
  /** `record` makes and records the numbers; `lookup` only reads what is recorded. */
  readonly action: "record" | "lookup";
  /** As it came, not yet read. */
  readonly phone: string;
  /** Empty only for a lookup. */
  readonly companyName: string;
  /** When the company's name was given, in UTC as `Date.toISOString` writes it; absent where the event doesn't tell. */
  readonly requestedAt?: string;
}

/** Why a request can't be served, now or at any other time: it must not be retried. */
export type RequestFault =
  | "event-not-understood"
  | "action-unknown"
  | "channel-not-voice"
  | "phone-missing"
  | "phone-withheld"
  | "company-name-missing"
  | "company-name-too-long"
  | "requested-at-not-a-time";

/** A request, or why there is none. */
export type ReadRequest = { readonly request: VanityRequest } | { readonly fault: RequestFault };

/** DynamoDB bills by the kilobyte and no company has a longer name. */
const LONGEST_COMPANY_NAME = 200;
const LONGEST_PHONE = 100;

/** What carriers send instead of a withheld number, also as the digits that dial those words (+266696687 is "anonymous"). */
const WITHHELD =
  /^\+?(anonymous|unknown|unavailable|restricted|private|withheld|blocked|266696687|86282452253|7378742833|8656696)$/i;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field of the object itself: what it inherits (`__proto__`, `constructor`) never counts. */
function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function textOf(fields: Fields, name: string): string | undefined {
  const value = own(fields, name);
  // A lone half of a surrogate pair is no text that DynamoDB takes.
  const text = typeof value === "string" ? value.trim().replace(/\p{Surrogate}/gu, "\uFFFD") : "";
  return text === "" ? undefined : text;
}

function objectOf(fields: Fields, name: string): Fields {
  const value = own(fields, name);
  return isFields(value) ? value : {};
}

/** The caller's number from a contact: only a voice contact has one, and only an endpoint of type TELEPHONE_NUMBER. */
function callerOf(contact: Fields): { phone: string } | { fault: RequestFault } {
  if (textOf(contact, "Channel") !== "VOICE") return { fault: "channel-not-voice" };
  const endpoint = objectOf(contact, "CustomerEndpoint");
  const phone = textOf(endpoint, "Address");
  if (phone === undefined) return { fault: "phone-missing" };
  const isTelephone = textOf(endpoint, "Type") === "TELEPHONE_NUMBER";
  return isTelephone || WITHHELD.test(phone) ? { phone } : { fault: "phone-missing" };
}

/**
 * Reads an event: `{phone, companyName, action?, requestedAt?}`, or what Connect sends from a flow, where the parameters come first and the
 * caller's own number stands in for a missing `phone`. A small parser of our own, because a schema library would cost every cold
 * start for three strings.
 * @param event whatever was sent
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html
 */
export function readRequest(event: unknown): ReadRequest {
  if (!isFields(event)) return { fault: "event-not-understood" };
  const fromFlow = isFields(own(event, "Details"));
  const details = objectOf(event, "Details");
  const parameters = fromFlow ? objectOf(details, "Parameters") : event;

  const action = textOf(parameters, "action") ?? "record";
  if (action !== "record" && action !== "lookup") return { fault: "action-unknown" };

  let phone = textOf(parameters, "phone");
  if (phone === undefined && fromFlow) {
    const caller = callerOf(objectOf(details, "ContactData"));
    if ("fault" in caller) return caller;
    phone = caller.phone;
  }
  if (phone === undefined) return { fault: "phone-missing" };
  if (WITHHELD.test(phone.slice(0, LONGEST_PHONE))) return { fault: "phone-withheld" };

  const companyName = textOf(parameters, "companyName") ?? "";
  if (companyName === "" && action === "record") return { fault: "company-name-missing" };
  if (companyName.length > LONGEST_COMPANY_NAME) return { fault: "company-name-too-long" };
  const request = { action, phone: phone.slice(0, LONGEST_PHONE), companyName } as const;
  const written = own(parameters, "requestedAt");
  if (written === undefined || written === null || written === "") return { request };
  const requestedAt = typeof written === "string" ? timeOf(written.trim()) : undefined;
  if (requestedAt === undefined) return { fault: "requested-at-not-a-time" };
  return { request: { ...request, requestedAt } };
}
