import type { Finding } from "./finding";

/** Findings that belong together. */
export interface Group {
  /** What they are needed for. */
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Findings as people read them: a line each, and the cure below what is missing. */
export function reportText(groups: readonly Group[]): string {
  const width = Math.max(...groups.flatMap(({ findings }) => findings.map((it) => it.name.length)));
  const indent = " ".repeat(2 + "missing".length + 2 + width + 2);
  const below = (text: string) => text.replaceAll("\n", `\n${indent}`);
  const line = ({ name, ok, found, cure }: Finding) =>
    `  ${(ok ? "ok" : "missing").padEnd(9)}${name.padEnd(width)}  ${below(found)}` +
    (cure === undefined ? "" : `\n${indent}→ ${below(cure)}`);
  return groups
    .map(({ title, findings }) => [title, ...findings.map(line)].join("\n"))
    .join("\n\n");
}
