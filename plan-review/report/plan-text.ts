import { visibleLines } from "./visible.ts";

/**
 * Terraform's text of a plan as GitHub colours it: the sign of a line that changes is moved to its
 * beginning, and a change in place gets the sign that is shown orange. What can't be seen is written
 * out: a value that ends a line in its own way could else hide one, or pose as one.
 *
 * @param text - What `terraform show -no-color <plan file>` printed.
 */
export function asDiff(text: string): string {
  return visibleLines(text)
    .split("\n")
    .map((line) => {
      const [, indent = "", sign, rest = ""] = /^( +)(-\/\+|\+\/-|[-+~]|<=)( .*)$/.exec(line) ?? [];
      if (sign === undefined) return line;
      if (sign === "<=") return `${indent}${sign}${rest}`;
      const [first, second] = sign === "~" ? ["!", ""] : sign.length > 1 ? ["-", sign] : [sign, ""];
      return `${first}${indent}${second}${rest}`;
    })
    .join("\n");
}
