import type { PhoneCall } from "./phone-call";
import { wordsOf } from "./words";

/** Longer than this nobody waits for what a test expects next. */
const PATIENCE_SECONDS = 30 * 60;

/** What of a call its caller has heard so far; for what comes next the clock goes on. */
export class Listening {
  private position = 0;

  public constructor(private readonly line: PhoneCall) {}

  /** The next thing that is said to the caller, for which the clock may have to go on. */
  public next(deadline: number): { text: string; looping: boolean } | undefined {
    for (;;) {
      const next = this.line.heard[this.position];
      if (next !== undefined) {
        this.position++;
        if (next.to === "customer") {
          return { text: wordsOf(next.speech), looping: next.looping };
        }
      } else if (!this.goesOn(deadline)) {
        return undefined;
      }
    }
  }

  /** Lets the clock go on until it is so, or nothing more happens by the deadline. */
  public settle(settled: () => boolean, deadline = this.deadline()): void {
    while (!settled() && this.goesOn(deadline));
  }

  /** When an expectation that begins now has failed: one for all that it waits for. */
  public deadline(): number {
    return this.line.now + PATIENCE_SECONDS * 1000;
  }

  /** Lets the clock go on to what happens next. @returns false if nothing does by the deadline */
  public goesOn(deadline: number): boolean {
    return (this.line.nextAt ?? Infinity) <= deadline && this.line.tick();
  }

  /** What has been said up to now is past. */
  public skip(): void {
    this.position = this.line.heard.length;
  }
}
