import type { AgentScore, Dimension, Figures, QuestionScore } from "./figures";

/** A figure, as people read it. */
export interface Column {
  readonly name: Exclude<keyof Figures, "value">;
  /** AWS's name of the metric, shortened to fit a table. */
  readonly title: string;
  readonly text: (figures: Figures) => string;
}

const count = (name: CountName, title: string): Column => ({
  name,
  title,
  text: (figures) => figures[name].toLocaleString("en-US"),
});

const time = (name: TimeName, title: string): Column => ({
  name,
  title,
  text: (figures) => minutes(figures[name]),
});

type CountName =
  | "created"
  | "queued"
  | "handled"
  | "abandoned"
  | "callbacks"
  | "callbacksHandled"
  | "transferredIn"
  | "transferredOut";
type TimeName = Extract<keyof Figures, `${string}Seconds`>;

/** The figures in the order of a table. */
export const COLUMNS: readonly Column[] = [
  count("created", "contacts"),
  count("queued", "queued"),
  count("handled", "handled"),
  count("abandoned", "abandoned"),
  count("callbacks", "callbacks"),
  count("callbacksHandled", "called back"),
  count("transferredIn", "transferred in"),
  count("transferredOut", "transferred out"),
  {
    name: "serviceLevel",
    title: "service level",
    text: ({ serviceLevel }) => percent(serviceLevel),
  },
  time("averageQueueAnswerSeconds", "avg answer"),
  time("averageQueueAbandonSeconds", "avg abandon"),
  time("longestWaitSeconds", "longest wait"),
  time("averageInteractionSeconds", "avg talk"),
  time("averageHoldSeconds", "avg hold"),
  time("averageAfterContactWorkSeconds", "avg after work"),
];

/** How each group is headed. */
export const HEADINGS: Readonly<Record<Dimension, string>> = {
  queue: "queue",
  agent: "agent",
  halfHour: "half hour",
  weekday: "weekday",
  key: "key",
};

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A group's value, as people read it. */
export function groupText(dimension: Dimension, value: string): string {
  if (dimension === "weekday") return DAYS[Number(value) - 1] ?? value;
  return dimension === "halfHour" ? value.replace("T", " ") : value;
}

/** A fraction as a percentage; – where there is none. */
export const percent = (fraction: number | null): string =>
  fraction === null ? "–" : `${(fraction * 100).toFixed(1)} %`;

/** Seconds as minutes and seconds; – where there are none. */
export function minutes(seconds: number | null): string {
  if (seconds === null) return "–";
  const whole = Math.round(seconds);
  const [hours, rest] = [Math.floor(whole / 3600), whole % 3600];
  const [first, last] = [Math.floor(rest / 60), String(rest % 60).padStart(2, "0")];
  return hours === 0 ? `${first}:${last}` : `${hours}:${String(first).padStart(2, "0")}:${last}`;
}

/** A column of a table of scores. */
export interface ScoreColumn<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
}

const SCORES: readonly ScoreColumn<AgentScore | QuestionScore>[] = [
  { title: "avg score", text: ({ averageScore }) => percent(averageScore) },
  { title: "lowest", text: ({ lowestScore }) => percent(lowestScore) },
  { title: "failed at once", text: ({ automaticFails }) => String(automaticFails) },
];

/** How an agent's calls were judged. */
export const AGENT_SCORES: readonly ScoreColumn<AgentScore>[] = [
  { title: "agent", text: ({ agent }) => agent },
  { title: "form", text: ({ form }) => form },
  { title: "evaluations", text: ({ evaluations }) => String(evaluations) },
  ...SCORES,
];

/** How a form's questions were answered. */
export const QUESTION_SCORES: readonly ScoreColumn<QuestionScore>[] = [
  { title: "form", text: ({ form }) => form },
  { title: "question", text: ({ question }) => question },
  { title: "answers", text: ({ answers }) => String(answers) },
  { title: "not applicable", text: ({ notApplicable }) => String(notApplicable) },
  ...SCORES,
];
