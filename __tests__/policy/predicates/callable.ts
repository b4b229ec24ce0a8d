/** What is wrong with a number that the center may call: it must be allowed, and not be denied. */
export function callable(number: unknown, { allow, deny }: Readonly<Record<string, unknown>>) {
  const text = String(number);
  const like = (patterns: unknown) =>
    (patterns as string[]).some((pattern) => new RegExp(pattern).test(text));
  return like(allow) && !like(deny)
    ? []
    : [`must be a number in E.164 that is allowed and not high-cost, got ${text}`];
}
