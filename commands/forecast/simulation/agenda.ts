interface Appointment<Event> {
  readonly at: number;
  /** Of two at the same moment, the one that was agreed first comes first. */
  readonly order: number;
  readonly event: Event;
}

const isBefore = <Event>(one: Appointment<Event>, other: Appointment<Event>): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** What is still to happen in a simulation, by its time: a binary heap. */
export class Agenda<Event> {
  private readonly heap: Appointment<Event>[] = [];
  private agreed = 0;

  /** When the next event is due; Infinity if there is none. */
  public get nextAt(): number {
    return this.heap[0]?.at ?? Infinity;
  }

  /** Lets an event happen at that time. */
  public add(at: number, event: Event): void {
    const added = { at, order: this.agreed++, event };
    const { heap } = this;
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(added, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = added;
  }

  /** Takes the next event; undefined if there is none. */
  public take(): Event | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.event;
    let place = 0;
    for (;;) {
      const left = heap[2 * place + 1];
      const right = heap[2 * place + 2];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, last)) break;
      heap[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    heap[place] = last;
    return first.event;
  }
}
