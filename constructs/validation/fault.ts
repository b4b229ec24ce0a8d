/** Something wrong in a value: where, and what would be right. */
export interface Fault {
  /** The part of the value, as a reader finds it: `queue "Customer Service"`. */
  readonly place: string;
  /** What is wrong and what would be right, lower case, no full stop. */
  readonly problem: string;
}

/** A value that can't become a contact center; its message has a line for each fault. */
export class InvalidContactCenterError extends Error {
  public constructor(public readonly faults: readonly Fault[]) {
    const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
    super(
      [
        `the contact center can't be built, ${count} to mend in its value:`,
        ...faults.map(({ place, problem }) => `  - ${place}: ${problem}`),
      ].join("\n"),
    );
    this.name = "InvalidContactCenterError";
  }
}

/** Collects the faults of one part of the value. */
export type Report = (place: string, problem: string) => void;

/** A list of names for a message. */
export function quoted(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `"${name}"`).join(", ");
}
