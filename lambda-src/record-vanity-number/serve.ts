import {
  PhoneNumberError,
  readPhoneNumber,
  type PhoneNumber,
  type PhoneNumberFault,
} from "../phone-number/phone-number";
import { spoken } from "../vanity-engine/spoken";
import { vanityEngine } from "../vanity-engine/engine";
import type { OwnWords } from "../vanity-engine/own-words";
import { vanityNumbers } from "../vanity-engine/vanity-number";
import { readRequest, type RequestFault, type VanityRequest } from "./request";
import type { Recorded, VanityRow, VanityTable } from "./table";

/** What became of a request; a flow branches on it. */
export type Status = Recorded | "found" | "not-found" | "skipped";

/** Why a request was skipped. `unexpected` is a mistake of ours, or a row that DynamoDB calls invalid: a retry mends neither. */
export type SkipReason = RequestFault | PhoneNumberFault | "unexpected";

/**
 * The answer, a flat map of strings as a flow needs it (response type STRING_MAP). `vanityNumber1` to `vanityNumber5` are the five
 * best; a number whose digits allow fewer has fewer.
 */
export type VanityAnswer = { readonly status: Status } & Readonly<Record<string, string>>;

/** An answer and the number it is about, if there was one. */
export interface Served {
  readonly answer: VanityAnswer;
  readonly phone?: PhoneNumber;
  /** What was thrown where the answer's reason is `unexpected`. */
  readonly thrown?: unknown;
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
 * @param ownWords the operator's own, if there are any
 */
export function rowOf(phone: PhoneNumber, companyName: string, ownWords?: OwnWords): VanityRow {
  const numbers = vanityNumbers(phone, companyName, vanityEngine(ownWords));
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

/** A request that can be served: the row that it asks to be recorded, or only the phone to look up. */
interface Prepared {
  readonly phone: PhoneNumber;
  readonly row?: VanityRow;
}

async function prepare(
  request: VanityRequest,
  ownWords: OwnWords | undefined,
): Promise<Prepared | PhoneNumberFault> {
  const { action, companyName, requestedAt } = request;
  const phone = await phoneOf(request.phone);
  if (typeof phone === "string" || action === "lookup")
    return typeof phone === "string" ? phone : { phone };
  const row = rowOf(phone, companyName, ownWords);
  return { phone, row: requestedAt === undefined ? row : { ...row, requestedAt } };
}

async function answerFrom(table: VanityTable, { phone, row }: Prepared): Promise<VanityAnswer> {
  const status = row === undefined ? "found" : await table.record(row);
  if (row !== undefined && status !== "superseded") return answerOf(status, row);
  const standing = await table.find(phone.e164);
  return standing === undefined ? { status: "not-found" } : answerOf(status, standing);
}

/** DynamoDB refuses this very row, whenever it is sent. */
const isInvalidRow = (error: unknown): boolean =>
  error instanceof Error && error.name === "ValidationException";

/**
 * Serves one event.
 * @param event whatever was sent
 * @param table where rows are
 * @param ownWords the operator's own, if there are any
 * @returns an answer also for what can never be served; a retry would only make the caller wait
 * @throws what the table throws if a retry may help
 */
export async function serve(
  event: unknown,
  table: VanityTable,
  ownWords?: OwnWords,
): Promise<Served> {
  let prepared: Prepared | SkipReason;
  try {
    const read = readRequest(event);
    prepared = "fault" in read ? read.fault : await prepare(read.request, ownWords);
  } catch (thrown) {
    return { ...skipped("unexpected"), thrown };
  }
  if (typeof prepared === "string") return skipped(prepared);
  const { phone } = prepared;
  try {
    return { answer: await answerFrom(table, prepared), phone };
  } catch (thrown) {
    if (isInvalidRow(thrown)) return { ...skipped("unexpected"), phone, thrown };
    throw thrown;
  }
}
