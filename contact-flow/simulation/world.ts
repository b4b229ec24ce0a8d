import type { Json } from "../json";
import type { ContactCenter, QueueMetrics } from "../runtime";
import { idOf } from "../runtime";
import { type Random, seeded } from "./random";

/** How a function behaves: it answers, after a while or at once, or it does not. */
export type LambdaBehaviour =
  | { readonly answers: Json | ((event: Json) => Json); readonly afterSeconds?: number }
  | { readonly fails: true }
  | { readonly timesOut: true };

/** A queue as the world has it, besides its metrics. */
export interface QueueState extends QueueMetrics {
  /** No more contacts fit in. */
  readonly full: boolean;
}

/** What is different from an ordinary day with agents at work. Queues go by name or id. */
export interface WorldOptions {
  readonly queues?: Readonly<Record<string, Partial<QueueState>>>;
  /** By ARN or function name; `*` is any other, which fails unless said. */
  readonly lambdas?: Readonly<Record<string, LambdaBehaviour>>;
  /** Actions that fail, with the error. */
  readonly broken?: Readonly<Record<string, string>>;
  /** Who does not answer the phone: numbers (E.164). */
  readonly unreachable?: Readonly<Record<string, "failed" | "noAnswer">>;
  /** No callback can be queued. */
  readonly refusesCallbacks?: boolean;
  /** For what is left to chance. */
  readonly seed?: number;
}

const ORDINARY: QueueState = {
  full: false,
  agentsAvailable: 1,
  agentsStaffed: 1,
  agentsOnline: 1,
  contactsInQueue: 0,
  oldestContactSeconds: 0,
};

/** The world around a call, which answers what the interpreter asks. Its switches may be turned at any time. */
export class World {
  public refusesCallbacks: boolean;
  private readonly queues = new Map<string, QueueState>();
  private readonly lambdas: Map<string, LambdaBehaviour>;
  private readonly unreachable: Readonly<Record<string, "failed" | "noAnswer">>;
  private readonly random: Random;

  public constructor(
    private readonly center: ContactCenter,
    options: WorldOptions = {},
  ) {
    for (const [name, state] of Object.entries(options.queues ?? {})) {
      this.setQueue(name, state);
    }
    this.lambdas = new Map(Object.entries(options.lambdas ?? {}));
    this.unreachable = options.unreachable ?? {};
    this.refusesCallbacks = options.refusesCallbacks ?? false;
    this.random = seeded(options.seed ?? 1);
  }

  /** Changes a queue. @throws Error if there is no such queue */
  public setQueue(name: string, state: Partial<QueueState>): void {
    const id = this.queueId(name);
    this.queues.set(id, { ...this.queue(id), ...state });
  }

  /** A queue as it is now. */
  public queue(id: string): QueueState {
    return this.queues.get(id) ?? ORDINARY;
  }

  /** Changes how a function behaves. */
  public setLambda(name: string, behaviour: LambdaBehaviour): void {
    this.lambdas.set(name, behaviour);
  }

  /** How the function behaves. */
  public lambda(arn: string): LambdaBehaviour {
    const name = arn.slice(arn.lastIndexOf(":") + 1);
    const behaviour = this.lambdas.get(arn) ?? this.lambdas.get(name) ?? this.lambdas.get("*");
    return behaviour ?? { fails: true };
  }

  /** Whether the number can be reached. */
  public reaches(number: string): "failed" | "noAnswer" | "reached" {
    return this.unreachable[number] ?? "reached";
  }

  /** A whole number from 1 to 100. */
  public percentage(): number {
    return 1 + Math.floor(this.random() * 100);
  }

  /** The id of a queue, given its name, id or ARN. @throws Error if there is no such queue */
  public queueId(name: string): string {
    for (const [id, queue] of this.center.queues) {
      if (queue.name === name || id === idOf(name)) {
        return id;
      }
    }
    const names = [...this.center.queues.values()].map((queue) => queue.name).join(", ");
    throw new Error(`queue must be one of ${names}, got ${name}`);
  }
}
