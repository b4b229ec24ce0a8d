import { PhoneNumberError, readPhoneNumber } from "../../lambda-src/phone-number/phone-number";
import type { Block } from "./blocks";
import type { Layout } from "./layout";
import { resultLines, type Format } from "./output";
import { resultOf, type VanityResult } from "./result";
import { readRows, tooLong, type ListRow } from "./rows";

/** How a list's blocks are made: the same for all of them. */
export interface Making {
  readonly layout: Layout;
  readonly format: Format;
  /** Whether results are recorded, too: then each needs a company, and is told. */
  readonly isRecorded: boolean;
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

function faultOf({ fault, companyName }: ListRow, { isRecorded }: Making): string | undefined {
  if (fault !== undefined) return fault;
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
  const { layout, format, isRecorded } = making;
  const rows =
    block.kind === "rows" ? readRows(block.bytes, layout) : [tooLong(block.bytes, layout)];
  const results: VanityResult[] = [];
  const rejects: Reject[] = [];
  for (const [index, row] of rows.entries()) {
    let reason = faultOf(row, making);
    try {
      if (reason === undefined)
        results.push(resultOf(await readPhoneNumber(row.phone), row.companyName));
    } catch (error) {
      reason = reasonOf(error);
    }
    if (reason !== undefined)
      rejects.push({ index, phone: row.phone, companyName: row.companyName, reason });
  }
  return {
    rows: rows.length,
    made: results.length,
    lines: resultLines(results, format),
    rejects,
    recorded: isRecorded ? results : [],
  };
}
