import type { FlowType } from "../../contact-flow/flow";
import { type Finding, lintFlow } from "../../contact-flow/lint";
import { KWGLOBAL } from "../../kwglobal";
import { flowFiles } from "./files";

/** What `flows lint` may be told. */
export interface LintOptions {
  readonly json?: true;
  readonly type?: FlowType;
  /** Judge an export as one of our own flows: what we take care of is then an error. */
  readonly strict?: true;
}

/** A finding as `--json` prints it. */
export type JsonFinding = Pick<Finding, "rule" | "level" | "action" | "path" | "message"> & {
  readonly file: string;
};

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * Prints what is wrong with the flows.
 * @returns the exit code: 1 if there is an error, warnings alone are no failure
 */
export function lint(
  paths: readonly string[],
  options: LintOptions,
  print: (text: string) => void,
): number {
  const files = flowFiles(paths);
  const found = files.map(({ file, type, origin, content }) => ({
    file,
    findings: lintFlow(content, {
      type: options.type ?? type,
      origin: options.strict === true && origin === "exported" ? "rendered" : origin,
      allowedDestinations: KWGLOBAL.allowedDestinations ?? [],
    }),
  }));
  const all = found.flatMap(({ findings }) => findings);
  const errors = all.filter(({ level }) => level === "error").length;
  if (options.json === true) {
    const list = found.flatMap(({ file, findings }) =>
      findings.map(({ rule, level, action, path, message }): JsonFinding => ({
        file,
        rule,
        level,
        ...(action === undefined ? {} : { action }),
        ...(path === undefined ? {} : { path }),
        message,
      })),
    );
    print(JSON.stringify(list, undefined, 2));
    return errors > 0 ? 1 : 0;
  }
  for (const { file, findings } of found) {
    for (const { level, rule, action, message, fix } of findings) {
      print(
        `${file}: ${level} ${rule}${action === undefined ? "" : ` at "${action}"`}\n  ${message}${fix === undefined ? "" : `\n  fix: ${fix}`}`,
      );
    }
  }
  print(
    `${plural(files.length, "flow")}: ${plural(errors, "error")}, ${plural(all.length - errors, "warning")}`,
  );
  if (errors > 0) {
    print("next: mend the errors; Amazon Connect or a caller would meet them");
  }
  return errors > 0 ? 1 : 0;
}
