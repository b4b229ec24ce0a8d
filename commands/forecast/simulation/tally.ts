/** What is counted for each half hour and queue. */
export const COUNTS = [
  /** Came into the queue. */
  "offered",
  /** Answered, those within the time of the service level among them. */
  "answered",
  "answeredInTime",
  /** Hung up in the queue. */
  "abandoned",
  /** Left the queue for a callback. */
  "callbacks",
  "callbacksAnswered",
  /** Never came into the queue: closed, full, or the flow led elsewhere. */
  "notQueued",
  /** How many waits are over, and their sum in seconds; those of callbacks are not among them. */
  "waits",
  "waitSeconds",
] as const;

/** The name of a count. */
export type Count = (typeof COUNTS)[number];

/** What one replication has come to. Calls count in the half hour in which they came in. */
export class Tally {
  /** Agents' seconds with a contact or at after-contact work, by half hour and routing profile. */
  public readonly busySeconds: Float64Array;
  /** Agents' seconds at work, likewise. */
  public readonly staffedSeconds: Float64Array;
  private readonly counts: Float64Array;

  public constructor(
    intervals: number,
    private readonly queues: number,
    private readonly profiles: number,
  ) {
    // One place more for calls that a flow has set no queue for.
    this.counts = new Float64Array(intervals * (queues + 1) * COUNTS.length);
    this.busySeconds = new Float64Array(intervals * profiles);
    this.staffedSeconds = new Float64Array(intervals * profiles);
  }

  /** Counts a call. @param queue undefined where it was for no queue */
  public add(interval: number, queue: number | undefined, count: Count, by = 1): void {
    const place = this.place(interval, queue ?? this.queues, count);
    this.counts[place] = (this.counts[place] ?? 0) + by;
  }

  /** What has been counted. @param queue undefined for calls that were for no queue */
  public get(interval: number, queue: number | undefined, count: Count): number {
    return this.counts[this.place(interval, queue ?? this.queues, count)] ?? 0;
  }

  /** Adds to the time that a routing profile's agents were at work. */
  public work(interval: number, profile: number, busy: number, staffed: number): void {
    const place = interval * this.profiles + profile;
    this.busySeconds[place] = (this.busySeconds[place] ?? 0) + busy;
    this.staffedSeconds[place] = (this.staffedSeconds[place] ?? 0) + staffed;
  }

  private place(interval: number, queue: number, count: Count): number {
    return (interval * (this.queues + 1) + queue) * COUNTS.length + COUNTS.indexOf(count);
  }
}
