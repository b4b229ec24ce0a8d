/** What a caller may do: `burst` requests at once, and `rate` a second in the long run. */
export interface Limit {
  readonly rate: number;
  readonly burst: number;
}

/** The algorithm by which AWS throttles: a bucket of `burst` tokens that fills by `rate` a second. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  public constructor(
    private readonly limit: Limit,
    private readonly now: () => number,
  ) {
    this.tokens = limit.burst;
    this.filledAt = now();
  }

  /** Takes a token, if there is one. */
  public take(): boolean {
    const now = this.now();
    const filled = this.tokens + ((now - this.filledAt) / 1000) * this.limit.rate;
    this.tokens = Math.min(this.limit.burst, filled);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }
}
