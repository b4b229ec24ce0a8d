import type { FlowType } from "../../contact-flow/flow";
import { fillerOf, type Finding, lintFlow, type Origin } from "../../contact-flow/lint";
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

/** What the reader of the findings must know: a type that was guessed, values that weren't judged. */
function notesOn(content: string, origin: Origin, guessed: FlowType | undefined): string[] {
  const fillers = new Map<string, number>();
  for (const [, text = ""] of origin === "template" ? [] : content.matchAll(TEXT)) {
    const filler = fillerOf(text);
    if (filler !== undefined) fillers.set(filler, (fillers.get(filler) ?? 0) + 1);
  }
  return [
    ...(guessed === undefined
      ? []
      : [`note: taken for ${guessed}, since the file doesn't say its type (--type says it)`]),
    ...[...fillers].map(
      ([filler, count]) =>
        `note: ${plural(count, "value")} with a hole that ${filler} fills: not judged`,
    ),
  ];
}

/** A text in JSON. */
const TEXT = /"((?:[^"\\]|\\.)*)"/g;

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
  const found = files.map(({ file, type, isGuessed, origin, content }) => ({
    file,
    notes: notesOn(content, origin, options.type === undefined && isGuessed ? type : undefined),
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
  for (const { file, findings, notes } of found) {
    for (const { level, rule, action, path, message, fix } of findings) {
      const place = path === undefined || message.includes(path) ? "" : `\n  in ${path}`;
      print(
        `${file}: ${level} ${rule}${action === undefined ? "" : ` at "${action}"`}\n  ${message}${place}${fix === undefined ? "" : `\n  fix: ${fix}`}`,
      );
    }
    for (const note of notes) {
      print(`${file}: ${note}`);
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
