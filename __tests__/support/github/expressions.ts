/** What the expressions of a workflow can read: `github`, `matrix`, `needs`, … */
export type Contexts = Readonly<Record<string, unknown>>;

const FUNCTIONS = ["always", "cancelled", "success", "failure", "format"];

/**
 * Evaluates an expression of a workflow. Those that are used here are JavaScript, too, but for names
 * with a hyphen, and for what isn't there, which is empty.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluate(
  expression: string,
  contexts: Contexts,
  status: "success" | "failure",
): unknown {
  const functions = {
    always: () => true,
    cancelled: () => false,
    success: () => status === "success",
    failure: () => status === "failure",
  };
  const code = expression.replace(
    /(?<![\w'])([a-z]\w*)((?:\.[\w-]+)+)/g,
    (_, root: string, path: string) =>
      `(${path
        .slice(1)
        .split(".")
        .reduce((before, key) => `${before}?.[${JSON.stringify(key)}]`, root)} ?? "")`,
  );
  const names = [...Object.keys(functions), ...Object.keys(contexts)];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of our own workflows, in tests
  const run = new Function(...names, `return (${code});`) as (...values: unknown[]) => unknown;
  return run(...Object.values(functions), ...Object.values(contexts)) ?? "";
}

/** Replaces each `${{ … }}` of a text. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    String(evaluate(expression.trim(), contexts, "success")),
  );
}

/** Whether an `if:` lets a step or a job run; without a function of status, after a success only. */
export function permits(
  condition: string | undefined,
  contexts: Contexts,
  status: "success" | "failure",
): boolean {
  const expression = (condition ?? "success()").replace(/^\$\{\{(.*)\}\}$/s, "$1").trim();
  const asks = FUNCTIONS.some((name) => expression.includes(`${name}(`));
  return (asks || status === "success") && Boolean(evaluate(expression, contexts, status));
}
