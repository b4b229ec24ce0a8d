import { stringify } from "csv-stringify/sync";
import { COLUMNS } from "./columns";
import { type AgentScore, DIMENSIONS, type QuestionScore, type Report } from "./figures";

/** Of evaluations; the other rows have none of them. */
const SCORES = [
  "form",
  "questionId",
  "evaluations",
  "answers",
  "notApplicable",
  "averageScore",
  "lowestScore",
  "automaticFails",
] satisfies readonly (keyof AgentScore | keyof QuestionScore)[];

/** A report as CSV: a row a group, with all figures as they are. */
export function reportCsv({ by, total, agentScores, questionScores }: Report): string {
  const groups = [
    ...DIMENSIONS.flatMap((dimension) =>
      by[dimension].map(({ value, ...figures }) => ({ by: dimension, group: value, ...figures })),
    ),
    { ...total, by: "total", group: "" },
    ...agentScores.map((row) => ({ ...row, by: "score of agent", group: row.agent })),
    ...questionScores.map((row) => ({ ...row, by: "score of question", group: row.question })),
  ];
  return stringify(groups, {
    header: true,
    columns: ["by", "group", ...COLUMNS.map(({ name }) => name), ...SCORES],
    // A queue's name must not be run as a formula by a spreadsheet.
    escape_formulas: true,
  });
}
