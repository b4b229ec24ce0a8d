import type { TemplateValues } from "../../contact-flow/template";
import type { Pulled } from "../../contact-flow/pull";
import type { Entry } from "../../contact-flow/template/rendering";

/** An edit of a flow's values in kwglobal.ts. */
export type ValueEdit =
  | { readonly kind: "set"; readonly value: string; readonly to: string | readonly string[] }
  | { readonly kind: "drop"; readonly value: string }
  | { readonly kind: "add"; readonly value: string; readonly entry: Entry }
  | {
      readonly kind: "remove";
      readonly value: string;
      readonly index: number;
      readonly entry: Entry;
    }
  | {
      readonly kind: "change";
      readonly value: string;
      readonly index: number;
      readonly field: string;
      readonly to: string;
    };

/**
 * The edits of a flow's values that a pull asks for: a list's entries that were drawn by hand, and values
 * that the flow no longer follows, or says otherwise.
 */
export function valueEdits(pulled: Pulled, values: TemplateValues): readonly ValueEdit[] {
  const { problems, entries, unused, lost } = pulled;
  if (problems.length > 0) {
    return entries.flatMap(({ kind, list, index, entry }): ValueEdit[] => {
      if (kind === "added") return [{ kind: "add", value: list, entry }];
      if (kind === "removed") return [{ kind: "remove", value: list, index, entry }];
      const was = (values[list] as readonly Entry[] | undefined)?.[index] ?? {};
      return Object.entries(entry)
        .filter(([field, to]) => was[field] !== to)
        .map(([field, to]) => ({ kind: "change", value: list, index, field, to }));
    });
  }
  return unused.map((value): ValueEdit => {
    const said = lost.filter((hole) => hole.value === value);
    const [first] = said;
    const to = first?.is;
    const isOne =
      to !== undefined && said.every(({ isWhole, is }) => isWhole && String(is) === String(to));
    return isOne ? { kind: "set", value, to: nameIn(to) } : { kind: "drop", value };
  });
}

/** The name in a hole that is a whole text: a value names things, and holds no hole. */
function nameIn(text: string | readonly string[]): string | readonly string[] {
  if (typeof text !== "string") return text;
  return /^\{\{\w+:([^{}]+)\}\}$/.exec(text)?.[1] ?? text;
}
