import type { AgentActivity, Shared } from "./views";

/** Today's figures of one queue, or of all: AWS's historical metrics. */
export interface FiguresView {
  readonly queued: number;
  readonly handled: number;
  readonly abandoned: number;
  /** Percent of those who left the queue that did so within {@link SERVICE_SECONDS}; none if nobody has. */
  readonly serviceLevel?: number;
  /** Seconds on average; none if nobody was answered. */
  readonly answerSeconds?: number;
}

/** Fewer seconds than this in a queue are in the service level. */
export const SERVICE_SECONDS = 20;

/** A queue, as a wallboard shows it. */
export interface QueueFiguresView {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly waiting: number;
  /** Since when the oldest contact waits, milliseconds since 1970 by the calendar. */
  readonly oldest?: number;
  /** Agents who would get the next contact. */
  readonly agentsAvailable: number;
  readonly agentsOnline: number;
  readonly today: FiguresView;
}

/** An agent, as a wallboard shows it. */
export interface AgentLineView {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly routable: boolean;
  readonly activity: AgentActivity;
  /** Milliseconds since 1970 by the calendar. */
  readonly since: number;
  /** The queue of the contact that rings or is spoken with. */
  readonly queue?: string;
}

/** An alarm that is on. */
export interface AlarmView {
  readonly name: string;
  /** Milliseconds since 1970 by the calendar. */
  readonly since: number;
  readonly reason: string;
}

/** A contact that is over. */
export interface ContactLineView {
  readonly id: string;
  /** When it ended, milliseconds since 1970 by the calendar. */
  readonly ended: number;
  readonly number: string;
  readonly queue?: string;
  /** How it went: `answered by Mary Jane`. */
  readonly outcome: string;
  /** Whether an agent had it, who can be evaluated. */
  readonly answered: boolean;
  /** What it was evaluated at: `evaluated, 90 %`. */
  readonly evaluation?: string;
  /** Whether it was queued, and neither answered nor called back. */
  readonly abandoned: boolean;
  readonly waitedSeconds: number;
  readonly talkedSeconds: number;
  /** Its contact record, as it goes to the instance's stream. */
  readonly record: object;
}

/** All that the wallboard shows. */
export interface WallboardView extends Pick<Shared, "instance" | "clock"> {
  readonly all: FiguresView;
  readonly queues: readonly QueueFiguresView[];
  readonly agents: readonly AgentLineView[];
  readonly alarms: readonly AlarmView[];
  /** The last ones, the newest first. */
  readonly contacts: readonly ContactLineView[];
}
