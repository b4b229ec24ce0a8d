import type { GitHub } from "./client.ts";

/** The name under which a workflow's own token writes. */
export const BOT = "github-actions[bot]";

/** A comment or an issue that this wrote earlier. */
export interface Written {
  readonly number: number;
  readonly body: string;
}

/** Hidden first line by which a text is found again. */
export function marker(kind: string): string {
  return `<!-- kwglobal ${kind} -->`;
}

/**
 * Finds what the workflow wrote earlier: by its marker and its author, so that a person who copies
 * the marker can't have their own text overwritten.
 *
 * @param items - Comments or issues, as the API lists them.
 * @param key - `id` of a comment, `number` of an issue.
 */
export function ownAmong(
  items: readonly unknown[],
  kind: string,
  key: "id" | "number",
): Written | undefined {
  for (const item of items) {
    const {
      body,
      user,
      pull_request: request,
      [key]: number,
    } = item as Readonly<Record<string, unknown>>;
    const { login, type } = (user ?? {}) as Readonly<Record<string, unknown>>;
    const own = login === BOT && type === "Bot" && request === undefined;
    if (own && typeof body === "string" && typeof number === "number") {
      if (body.startsWith(marker(kind))) return { number, body };
    }
  }
  return undefined;
}

/**
 * Writes the one comment of a kind on a pull request, or what stands there anew.
 *
 * @param request - The pull request's number.
 * @param text - Markdown of at most 65,000 characters.
 * @returns What was done.
 */
export async function writeComment(
  github: GitHub,
  request: number,
  kind: string,
  text: string,
): Promise<"created" | "updated"> {
  const body = `${marker(kind)}\n${text}`;
  const own = ownAmong(await github.list(`/issues/${request}/comments`), kind, "id");
  if (own === undefined) {
    await github.create(`/issues/${request}/comments`, { body });
    return "created";
  }
  await github.update(`/issues/comments/${own.number}`, { body });
  return "updated";
}

/**
 * Keeps one issue of a kind open while there is something to tell, and closes it afterwards.
 *
 * @param text - Markdown; undefined when all is well.
 * @returns What was done.
 */
export async function keepIssue(
  github: GitHub,
  kind: string,
  title: string,
  text: string | undefined,
): Promise<"opened" | "updated" | "closed" | "none"> {
  const own = ownAmong(await github.list("/issues?state=open"), kind, "number");
  if (text === undefined) {
    if (own === undefined) return "none";
    await github.create(`/issues/${own.number}/comments`, { body: "It is gone." });
    await github.update(`/issues/${own.number}`, { state: "closed", state_reason: "completed" });
    return "closed";
  }
  const body = `${marker(kind)}\n${text}`;
  if (own === undefined) {
    await github.create("/issues", { title, body });
    return "opened";
  }
  await github.update(`/issues/${own.number}`, { body });
  return "updated";
}
