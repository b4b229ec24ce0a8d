import { stringify } from "csv-stringify/sync";
import { COLUMNS } from "./columns";
import { DIMENSIONS, type Report } from "./figures";

/** A report as CSV: a row a group, with all figures as they are. */
export function reportCsv({ by, total }: Report): string {
  const groups = [
    ...DIMENSIONS.flatMap((dimension) =>
      by[dimension].map(({ value, ...figures }) => ({ by: dimension, group: value, ...figures })),
    ),
    { ...total, by: "total", group: "" },
  ];
  return stringify(groups, {
    header: true,
    columns: ["by", "group", ...COLUMNS.map(({ name }) => name)],
    // A queue's name must not be run as a formula by a spreadsheet.
    escape_formulas: true,
  });
}
