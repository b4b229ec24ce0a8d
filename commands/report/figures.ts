import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

/** Which contacts count, and how. */
export interface Scope {
  /** The first local day that counts, `2026-11-24`; all, where it is missing. */
  readonly from?: string;
  /** The first local day that counts no longer. */
  readonly to?: string;
  /** Whose days and half hours are meant, such as `America/Los_Angeles`. */
  readonly timeZone: string;
  /** Seconds within which a contact must leave the queue. */
  readonly serviceLevelSeconds: number;
}

/** AWS's metrics of some contacts; `null` is the average of none. */
export interface Figures {
  /** A queue, a user name, a half hour, a day from 1 (Monday) to 7, or a key. */
  readonly value: string;
  readonly created: number;
  readonly queued: number;
  readonly handled: number;
  readonly abandoned: number;
  readonly callbacks: number;
  readonly callbacksHandled: number;
  readonly transferredIn: number;
  readonly transferredOut: number;
  /** A fraction. */
  readonly serviceLevel: number | null;
  readonly averageQueueAnswerSeconds: number | null;
  readonly averageQueueAbandonSeconds: number | null;
  readonly longestWaitSeconds: number | null;
  readonly averageInteractionSeconds: number | null;
  readonly averageHoldSeconds: number | null;
  readonly averageAfterContactWorkSeconds: number | null;
}

/** What figures are grouped by. */
export const DIMENSIONS = ["queue", "agent", "halfHour", "weekday", "key"] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];

/** Callers who hung up. */
export interface HangUps {
  readonly place: string;
  readonly queue: string;
  readonly callers: number;
  readonly averageWaitSeconds: number | null;
}

/** How an agent's calls were judged by one form. Scores are fractions; `null` is that of none. */
export interface AgentScore extends Scores {
  readonly agent: string;
  readonly form: string;
  readonly evaluations: number;
}

/** How one question of a form was answered. */
export interface QuestionScore extends Scores {
  readonly form: string;
  /** As the form's code has it. */
  readonly questionId: string;
  readonly question: string;
  readonly answers: number;
  readonly notApplicable: number;
}

interface Scores {
  readonly averageScore: number | null;
  readonly lowestScore: number | null;
  readonly automaticFails: number;
}

/** All that a report shows. */
export interface Report {
  readonly by: Readonly<Record<Dimension, readonly Figures[]>>;
  readonly total: Figures;
  readonly hangUps: readonly HangUps[];
  readonly agentScores: readonly AgentScore[];
  readonly questionScores: readonly QuestionScore[];
}

/** Where the questions lie, as SQL that DuckDB and Athena understand. */
export const QUESTIONS = join(__dirname, "questions");

/**
 * A question with its holes filled.
 *
 * @param name - Its file's, without `.sql`.
 */
export async function question(name: string, scope: Scope): Promise<string> {
  const { from = "0001-01-01", to = "9999-12-31", timeZone, serviceLevelSeconds } = scope;
  const values = { from, to, timeZone, serviceLevelSeconds: String(serviceLevelSeconds) };
  const sql = await readFile(join(QUESTIONS, `${name}.sql`), "utf8");
  return Object.entries(values).reduce(
    (text, [hole, value]) => text.replaceAll(`{{${hole}}}`, value.replaceAll("'", "''")),
    sql,
  );
}

/** Answers the questions from the tables `contact_records` and `evaluation_files`. */
export async function answer(connection: DuckDBConnection, scope: Scope): Promise<Report> {
  // DuckDB's names of what Trino calls so.
  await connection.run("CREATE TEMP MACRO sequence(first, last) AS generate_series(first, last)");
  await connection.run("CREATE TEMP MACRO cardinality(list) AS len(list)");
  for (const table of ["contacts", "evaluations"])
    await connection.run(`CREATE TEMP TABLE ${table} AS ${await question(table, scope)}`);
  const metrics = await rows<Grouped>(connection, await question("metrics", scope));
  const hangUps = await rows<HangUps>(connection, await question("hang-ups", scope));
  const agentScores = await rows<AgentScore>(connection, await question("scores", scope));
  const questionScores = await rows<QuestionScore>(
    connection,
    await question("question-scores", scope),
  );
  const of = (wanted: Grouped["dimension"]): Figures[] =>
    metrics
      // Contacts without a queue, an agent or a key are in the total only.
      .filter(({ dimension, value }) => dimension === wanted && (wanted === "total" || value))
      .map(({ dimension: _, ...figures }) => figures);
  const [total] = of("total");
  if (total === undefined) throw new Error("metrics.sql must answer a total");
  const by = {
    queue: of("queue"),
    agent: of("agent"),
    halfHour: of("halfHour"),
    weekday: of("weekday"),
    key: of("key"),
  };
  return { by, total, hangUps, agentScores, questionScores };
}

/** A row of metrics.sql. */
type Grouped = Figures & { readonly dimension: Dimension | "total" };

/** Names in JavaScript's case, and counts as numbers. */
async function rows<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const result = await connection.runAndReadAll(sql);
  return result
    .getRowObjects()
    .map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
            typeof value === "bigint" ? Number(value) : value,
          ]),
        ) as Row,
    );
}
