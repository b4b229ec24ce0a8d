import type { TraceEntry, TraceKind } from "./views";

/** Lines that are kept: some hours of queue music. */
const KEPT = 400;

/** What has happened on a telephone, newest last. */
export class Trace {
  private kept: TraceEntry[] = [];
  private lastId = 0;

  /** @param now what the calendar says */
  public constructor(private readonly now: () => number) {}

  public get entries(): readonly TraceEntry[] {
    return this.kept;
  }

  /** Adds a line. @returns its id */
  public add(kind: TraceKind, text: string): number {
    this.lastId += 1;
    this.kept = [...this.kept, { id: this.lastId, at: this.now(), kind, text }].slice(-KEPT);
    return this.lastId;
  }

  /** Writes something behind a line that is there already. */
  public append(id: number, text: string): void {
    this.kept = this.kept.map((entry) =>
      entry.id === id ? { ...entry, text: entry.text + text } : entry,
    );
  }

  public clear(): void {
    this.kept = [];
  }
}
