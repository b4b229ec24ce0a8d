import { describeValue, type GoValue, Unreadable } from "./go-value";

/**
 * Go's `fmt.Sprintf`, as far as configurations need it: `%s`, `%q`, `%d`, `%t`, `%v`, each with or without
 * the number of its argument (`%[2]q`).
 *
 * @throws Unreadable for another verb, or an argument that isn't there.
 * @see https://pkg.go.dev/fmt
 */
export function formatGo(format: string, args: readonly GoValue[]): string {
  let next = 0;
  return format.replaceAll(
    /%(?:\[(\d+)\])?(.)/gs,
    (whole, position: string | undefined, verb: string) => {
      if (verb === "%") return "%";
      const index = position === undefined ? next : Number(position) - 1;
      next = index + 1;
      const value = args[index];
      if (!"sqdtv".includes(verb)) throw new Unreadable(`the format ${whole} isn't known`);
      if (value === undefined || value === null || typeof value === "object") {
        throw new Unreadable(`${whole} has no plain value: ${describeValue(value)}`);
      }
      return verb === "q" ? JSON.stringify(String(value)) : String(value);
    },
  );
}
