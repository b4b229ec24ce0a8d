import { type ContactCenter, type QueueMetrics } from "../../../contact-flow/runtime";
import { World } from "../../../contact-flow/simulation";

/** What a flow asks of a queue, as it stands in the simulation. */
export interface QueueNow extends QueueMetrics {
  readonly full: boolean;
}

/** The world around the calls of a simulation: its queues are those that are simulated, its functions answer at once. */
export class LiveWorld extends World {
  public constructor(
    center: ContactCenter,
    private readonly queueNow: (id: string) => QueueNow,
    seed: number,
  ) {
    super(center, { lambdas: { "*": { answers: {} } }, seed });
  }

  public override queue(id: string): QueueNow {
    return this.queueNow(id);
  }
}
