import { isObject } from "../values.ts";

/** An answer of Amazon Connect's API; of one that comes in pages, all of them as one. */
export interface Answer {
  /** Of HTTP: 200, or 404 for what isn't there. */
  readonly status: number;
  /** The error's name, where it is one. */
  readonly error?: string;
  readonly body: unknown;
}

/** A Connect instance as its API has shown it, for a job that has no credentials. */
export interface InstanceRecord {
  /** As it was asked for: its alias, or its id. */
  readonly instance: string;
  readonly instanceId: string;
  /** By method and path, as `GET /queues-summary/…?queueTypes=STANDARD`. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** The file that holds one. */
export const RECORD = "instance.json";

/** The key of an answer: what only turns pages is left out. */
export function answerKey(method: string, url: URL): string {
  const query = new URLSearchParams(url.search);
  for (const name of ["nextToken", "maxResults"]) query.delete(name);
  return `${method} ${url.pathname}${query.size === 0 ? "" : `?${query.toString()}`}`;
}

/**
 * Reads such a file.
 * @throws Error that says what is wrong.
 */
export function parseRecord(text: string): InstanceRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  const isRecord =
    isObject(json) &&
    typeof json.instance === "string" &&
    typeof json.instanceId === "string" &&
    isObject(json.answers) &&
    Object.values(json.answers).every(
      (answer) => isObject(answer) && typeof answer.status === "number",
    );
  if (!isRecord) {
    throw new Error(`${RECORD} must be what plan-review/read-instance.ts writes`);
  }
  return json as InstanceRecord;
}
