import { OperatorError } from "../../sandbox/machine/errors";

/** Collects what is wrong with the files, so that all of it can be told at once. */
export class Faults {
  private readonly found: {
    readonly file: string;
    readonly line: number;
    readonly text: string;
  }[] = [];

  /** @param line 0 for what concerns the whole file */
  public add(file: string, line: number, problem: string): void {
    const place = line === 0 ? file : `${file}, line ${line}`;
    this.found.push({ file, line, text: `${place}${problem}` });
  }

  /** @throws OperatorError that tells all, if there are any, in the order of the lines */
  public throwIfAny(): void {
    if (this.found.length === 0) return;
    const files = [...new Set(this.found.map(({ file }) => file))];
    const inOrder = files.flatMap((file) =>
      this.found.filter((fault) => fault.file === file).sort((one, other) => one.line - other.line),
    );
    throw new OperatorError(inOrder.map(({ text }) => text).join("\nerror: "));
  }
}
