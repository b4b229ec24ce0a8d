import { timeOf } from "../../lambda-src/record-vanity-number/requested-at";
import { PhoneNumberError, readPhoneNumber } from "../../lambda-src/phone-number/phone-number";
import type { OwnWords } from "../../lambda-src/vanity-engine/own-words";
import type { Block } from "./blocks";
import type { Layout } from "./layout";
import { resultLines, type Format } from "./output";
import { explainedResultOf, resultOf, type VanityResult } from "./result";
import { readRows, tooLong, type ListRow } from "./rows";

/** How a list's blocks are made: the same for all of them. */
export interface Making {
  readonly layout: Layout;
  readonly format: Format;
  /** Whether results are recorded, too: then each needs a company, and is told. */
  readonly isRecorded: boolean;
  /** The operator's own words, if there are any. */
  readonly ownWords?: OwnWords | undefined;
}

/** A bad row of a block. */
export interface Reject {
  /** Its place in the block, from 0. */
  readonly index: number;
  readonly phone: string;
  readonly companyName: string;
  readonly reason: string;
}

/** What became of a block. */
export interface MadeBlock {
  readonly rows: number;
  readonly made: number;
  /** The results as lines of the output. */
  readonly lines: string;
  readonly rejects: readonly Reject[];
  /** Rows for the table; empty unless they are recorded. */
  readonly recorded: readonly VanityResult[];
}

/** As the function has it. */
const LONGEST_COMPANY_NAME = 200;

function reasonOf(error: unknown): string {
  if (error instanceof PhoneNumberError) return error.message;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `unexpected, please report it with this row: ${what}`;
}

function faultOf(
  { fault, companyName, requestedAt }: ListRow,
  { isRecorded }: Making,
): string | undefined {
  if (fault !== undefined) return fault;
  if (requestedAt !== undefined && timeOf(requestedAt) === undefined)
    return `requestedAt must be a time with its zone, not more than a day ahead, such as 2026-11-27T08:30:00Z, got ${JSON.stringify(requestedAt.slice(0, LONGEST_COMPANY_NAME))}`;
  if (isRecorded && companyName === "") return "companyName must not be empty to be recorded";
  if (companyName.length > LONGEST_COMPANY_NAME)
    return `companyName must have at most ${LONGEST_COMPANY_NAME} characters, got ${companyName.length}`;
  return undefined;
}

/**
 * Makes the vanity numbers of a block. Whatever one row throws, the others are made.
 * @param block of a list
 * @param making the list's own
 */
export async function makeBlock(block: Block, making: Making): Promise<MadeBlock> {
  const { layout, format, isRecorded, ownWords } = making;
  const rows =
    block.kind === "rows" ? readRows(block.bytes, layout) : [tooLong(block.bytes, layout)];
  const results: VanityResult[] = [];
  let json = "";
  const rejects: Reject[] = [];
  for (const [index, row] of rows.entries()) {
    let reason = faultOf(row, making);
    try {
      if (reason === undefined) {
        const phone = await readPhoneNumber(row.phone);
        const requestedAt = timeOf(row.requestedAt ?? "");
        const result = resultOf(phone, row.companyName, ownWords);
        results.push(requestedAt === undefined ? result : { ...result, requestedAt });
        if (format === "json")
          json += `${JSON.stringify(explainedResultOf(phone, row.companyName, ownWords))}\n`;
      }
    } catch (error) {
      reason = reasonOf(error);
    }
    if (reason !== undefined)
      rejects.push({ index, phone: row.phone, companyName: row.companyName, reason });
  }
  return {
    rows: rows.length,
    made: results.length,
    lines: format === "json" ? json : resultLines(results),
    rejects,
    recorded: isRecorded ? results : [],
  };
}
