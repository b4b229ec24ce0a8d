import { StateFailure } from "./state-failure";

/** A row: its values by the header's names. */
export type CsvItem = Readonly<Record<string, string>>;

/**
 * Reads a CSV whose first row has the names, as Step Functions does: a row that is too short gets empty texts, one
 * that is too long loses the rest, a backslash escapes itself, quotation marks and commas, and vanishes before
 * anything else. A byte-order mark stays where it is, in the first name: no rule removes it.
 *
 * @throws StateFailure for what AWS's rules don't say: no header, an open quotation mark, one amid a value.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/example-csv-parse-dist-map.html
 */
export function csvItems(text: string): CsvItem[] {
  const [names, ...rows] = rowsOf(text);
  if (names === undefined) throw unread("it is empty, and has no header");
  return rows.map((row) =>
    Object.fromEntries(names.map((name, column) => [name, row[column] ?? ""])),
  );
}

/** A piece of the text: an escape, a quotation mark, a separator, or what stands between these. */
const PIECE = /\\(?:\r\n|[^])?|"|,|\r?\n|[^\\",\r\n]+|\r/g;

function rowsOf(text: string): string[][] {
  const pieces = text.match(PIECE) ?? [];
  const rows: string[][] = [];
  let row: string[] = [];
  let value = "";
  /** How much of a value has been read. */
  let stage: "fresh" | "plain" | "quoted" | "closed" = "fresh";
  let line = 1;
  let openedAt = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? "";
    const isDoubled = piece === '"' && pieces[at + 1] === '"';
    if (stage === "fresh" && piece === '"') {
      stage = "quoted";
      openedAt = line;
    } else if (isDoubled && stage !== "closed") {
      value += piece;
      at += 1;
    } else if (stage === "quoted") {
      if (piece === '"') stage = "closed";
      else value += unescaped(piece);
    } else if (piece === "," || piece.endsWith("\n")) {
      row.push(value);
      value = "";
      stage = "fresh";
      if (piece !== ",") {
        rows.push(row);
        row = [];
      }
    } else if (piece === '"' || stage === "closed") {
      throw unread(`line ${line} has a quotation mark amid a value: double it`);
    } else {
      value += unescaped(piece);
      stage = "plain";
    }
    if (piece.endsWith("\n")) line += 1;
  }
  if (stage === "quoted") throw unread(`the quotation mark of line ${openedAt} is never closed`);
  if (stage !== "fresh" || row.length > 0) rows.push([...row, value]);
  return rows;
}

const unescaped = (piece: string): string => (piece.startsWith("\\") ? piece.slice(1) : piece);

const unread = (what: string): StateFailure =>
  new StateFailure("States.ItemReaderFailed", `the list can't be read: ${what}`);
