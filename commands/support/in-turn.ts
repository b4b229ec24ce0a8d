/**
 * Does work on what comes in, one piece of work at a time: what comes in quick succession is taken
 * together, and so is what comes while the work goes on, for the next piece.
 */
export class InTurn<Item> {
  private readonly waiting = new Set<Item>();
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private isOpen = false;

  /**
   * @param work - Gets what came, each once; must not reject.
   * @param quiet - Milliseconds without anything new after which the work begins.
   */
  public constructor(
    private readonly work: (items: readonly Item[]) => Promise<void>,
    private readonly quiet: number,
  ) {}

  public add(item: Item): void {
    this.waiting.add(item);
    if (this.working === undefined) this.schedule();
  }

  /** From now on work is done; what came before is the first of it. */
  public begin(): void {
    this.isOpen = true;
    this.schedule();
  }

  /** Begins nothing more, and waits for what has begun. */
  public async stop(): Promise<void> {
    this.isOpen = false;
    clearTimeout(this.timer);
    await this.working;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (!this.isOpen || this.waiting.size === 0) return;
    this.timer = setTimeout(() => {
      const items = [...this.waiting];
      this.waiting.clear();
      this.working = this.work(items).finally(() => {
        this.working = undefined;
        this.schedule();
      });
    }, this.quiet);
  }
}
