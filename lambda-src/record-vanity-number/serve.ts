import {
  PhoneNumberError,
  readPhoneNumber,
  type PhoneNumber,
  type PhoneNumberFault,
} from "../phone-number/phone-number";
import { spoken } from "../vanity-engine/spoken";
import { vanityNumbers } from "../vanity-engine/vanity-number";
import { readRequest, type RequestFault } from "./request";
import type { Recorded, VanityRow, VanityTable } from "./table";

/** What became of a request; a flow branches on it. */
export type Status = Recorded | "found" | "not-found" | "skipped";

/** Why a request was skipped. */
export type SkipReason = RequestFault | PhoneNumberFault;

/**
 * The answer, a flat map of strings as a flow needs it (response type STRING_MAP). `vanityNumber1` to `vanityNumber5` are the five
 * best; a number whose digits allow fewer has fewer.
 */
export type VanityAnswer = { readonly status: Status } & Readonly<Record<string, string>>;

/** An answer and the number it is about, if there was one. */
export interface Served {
  readonly answer: VanityAnswer;
  readonly phone?: PhoneNumber;
}

function skipped(reason: SkipReason): Served {
  return { answer: { status: "skipped", reason } };
}

function answerOf(status: Status, row: VanityRow): VanityAnswer {
  const five = row.vanityNumbers.map((number, index) => [`vanityNumber${index + 1}`, number]);
  return {
    status,
    companyName: row.companyName,
    vanityNumber: row.vanityNumber,
    spokenVanityNumber: spoken(row.vanityNumber),
    ...(Object.fromEntries(five) as Record<string, string>),
  };
}

/**
 * The row for a phone and a company.
 * @param phone from `readPhoneNumber`
 * @param companyName not empty
 */
export function rowOf(phone: PhoneNumber, companyName: string): VanityRow {
  const numbers = vanityNumbers(phone, companyName).map(({ number }) => number);
  return { phone: phone.e164, companyName, vanityNumber: numbers[0] ?? "", vanityNumbers: numbers };
}

async function phoneOf(text: string): Promise<PhoneNumber | PhoneNumberFault> {
  try {
    return await readPhoneNumber(text);
  } catch (error) {
    if (error instanceof PhoneNumberError) return error.fault;
    throw error;
  }
}

/**
 * Serves one event.
 * @param event whatever was sent
 * @param table where rows are
 * @returns an answer also for what can never be served; a retry would only make the caller wait
 * @throws what the table throws: that is worth a retry
 */
export async function serve(event: unknown, table: VanityTable): Promise<Served> {
  const read = readRequest(event);
  if ("fault" in read) return skipped(read.fault);
  const { action, companyName } = read.request;
  const phone = await phoneOf(read.request.phone);
  if (typeof phone === "string") return skipped(phone);

  if (action === "lookup") {
    const row = await table.find(phone.e164);
    const answer: VanityAnswer =
      row === undefined ? { status: "not-found" } : answerOf("found", row);
    return { answer, phone };
  }
  const row = rowOf(phone, companyName);
  return { answer: answerOf(await table.record(row), row), phone };
}
