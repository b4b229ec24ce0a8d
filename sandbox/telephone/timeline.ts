interface Appointment {
  /** Milliseconds of the time line. */
  readonly at: number;
  readonly happen: () => void;
  /** Nobody waits for it: it is no event that a jump in time looks for. */
  readonly isQuiet: boolean;
}

/**
 * The time of the telephone exchange. What was agreed on happens in its order as time passes, at
 * whatever speed; setting the calendar moves no appointment, so that a call goes on as it was when
 * it suddenly is Sunday.
 */
export class Timeline {
  private position = 0;
  private appointments: Appointment[] = [];
  private calendarAtStart: number;

  /** @param now what the calendar says at the start, in milliseconds since 1970 */
  public constructor(now: number) {
    this.calendarAtStart = now;
  }

  /** Milliseconds that have passed since the start. */
  public get elapsed(): number {
    return this.position;
  }

  /** What the calendar says, in milliseconds since 1970. */
  public get now(): number {
    return this.calendarAtStart + this.position;
  }

  /** Lets the calendar say something else from now on. */
  public set(now: number): void {
    this.calendarAtStart = now - this.position;
  }

  /** Whether nothing is agreed on that somebody waits for. */
  public get isEmpty(): boolean {
    return this.appointments.every(({ isQuiet }) => isQuiet);
  }

  /**
   * Makes an appointment.
   * @param isQuiet whether nobody waits for it
   * @returns a function that cancels it
   */
  public after(seconds: number, happen: () => void, isQuiet = false): () => void {
    // Whole milliseconds: what is left of a delay must not become too little to pass.
    const appointment = { at: this.position + Math.round(seconds * 1000), happen, isQuiet };
    // What is due at the same moment happens in the order in which it was agreed.
    const later = this.appointments.findIndex(({ at }) => at > appointment.at);
    this.appointments.splice(later < 0 ? this.appointments.length : later, 0, appointment);
    return () => {
      this.appointments = this.appointments.filter((each) => each !== appointment);
    };
  }

  /**
   * Lets so many milliseconds pass, and all happen that is due by then.
   * @param stop asked after each thing that happens: true leaves the time there
   */
  public pass(milliseconds: number, stop = () => false): void {
    const until = this.position + Math.round(milliseconds);
    for (;;) {
      const next = this.appointments[0];
      if (next === undefined || next.at > until) {
        break;
      }
      this.appointments.shift();
      this.position = next.at;
      next.happen();
      if (stop()) return;
    }
    this.position = until;
  }
}
