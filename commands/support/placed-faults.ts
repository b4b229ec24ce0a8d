/** The compiler's complaint with the lines that explain it, such as `kwglobal.ts:41:3: Type '"X"' is not …`. */
const COMPLAINT = /^(?<place>\S+:\d+:\d+): .*(?:\n +.*)*/gm;

/** A name that the compiler found where it knows all names. */
const NAME = /Type '"(?<name>.*?)"' is not assignable to type '"/g;

/**
 * Joins what the check of a value says with what the compiler says of it: a misspelt name, of which
 * both know, is told once, in the words of the check and with the compiler's line.
 *
 * @param check - Lines, one a fault.
 * @param compiler - Complaints, as `typeFaults` returns them.
 * @returns Both, the second without what the first tells.
 */
export function placed(check: string, compiler: string): { check: string; compiler: string } {
  const lines = check.split("\n");
  const rest: string[] = [];
  const places = new Set<number>();
  for (const { 0: complaint, groups } of compiler.matchAll(COMPLAINT)) {
    const name = [...complaint.matchAll(NAME)].at(-1)?.groups?.name;
    const at = lines.findIndex(
      (line, index) => name !== undefined && line.includes(`"${name}"`) && !places.has(index),
    );
    if (at < 0) rest.push(complaint);
    else {
      places.add(at);
      lines[at] = `${lines[at] ?? ""} (${groups?.place ?? ""})`;
    }
  }
  return { check: lines.join("\n"), compiler: rest.join("\n") };
}
