/** Time goes on in steps of so many milliseconds: short enough that no ear hears them. */
const STEP = 100;

/** What time passes for. */
export interface Passing {
  readonly speed: number;
  readonly timeline: { pass(milliseconds: number): void };
}

/** Lets the time of an exchange go on with the machine's, at the exchange's speed. */
export class Ticker {
  private readonly timer: NodeJS.Timeout;
  private last = performance.now();

  public constructor(exchange: Passing) {
    this.timer = setInterval(() => {
      const now = performance.now();
      const passed = (now - this.last) * exchange.speed;
      this.last = now;
      try {
        exchange.timeline.pass(passed);
      } catch (error) {
        // A fault in one call must not end the sandbox with all that is deployed in it.
        console.error(error);
      }
    }, STEP);
    this.timer.unref();
  }

  public stop(): void {
    clearInterval(this.timer);
  }
}
