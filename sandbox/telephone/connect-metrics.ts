import { DEFAULT_CONCURRENT_CALLS } from "../../contact-flow/default-quotas";
import type { ContactCenter, Effect, Ending } from "../../contact-flow/runtime";
import type { Instance } from "../connect/store/store";

/** A metric of `AWS/Connect`. */
export interface ConnectMetric {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Where a contact's flows are run. */
interface Place {
  readonly center: ContactCenter;
  readonly instance: Instance;
}

/** Takes a value of a metric, at this moment of the exchange's clock. */
export type PutMetric = (metric: ConnectMetric, value: number) => void;

/** A contact, as far as it is counted. */
interface Counted {
  readonly options: { readonly instance: Instance };
  readonly state: { readonly callback?: object | undefined; readonly inQueue?: object | undefined };
  /** When it came into its queue: milliseconds of the time line. */
  readonly queuedAt: number;
}

/** The calls at a moment. */
export interface Calls {
  readonly directory: { places(): readonly { readonly instance: Instance }[] };
  readonly timeline: { readonly elapsed: number };
  readonly contacts: Iterable<Counted>;
  waitingIn(queue: string): readonly Counted[];
}

/**
 * The metrics that Amazon Connect publishes, as far as the telephone knows them, under the dimensions that
 * AWS documents. What happens is counted at once, what is there is looked at each minute, and nothing is
 * published of what isn't there.
 *
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html
 */
export class ConnectMetrics {
  public constructor(private readonly put: PutMetric) {}

  /** A call came in, or was made. */
  public call(instance: Instance): void {
    this.put(ofCalls(instance, "CallsPerInterval"), 1);
  }

  /** An agent let a call ring to the end. */
  public missed(instance: Instance): void {
    this.put(ofCalls(instance, "MissedCalls"), 1);
  }

  /** A number was called that has no flow. */
  public misconfigured(instance: Instance): void {
    this.put(ofCalls(instance, "MisconfiguredPhoneNumbers"), 1);
  }

  /** A contact didn't fit into a queue. */
  public queueFull(instance: Instance, queue: string): void {
    const name = instance.queues.get(queue)?.Name;
    if (name !== undefined) this.put(ofQueue(instance, name, "QueueCapacityExceededError"), 1);
  }

  /** A block took an exit: one for errors is counted. What a module takes is told of no flow. */
  public took(
    { center, instance }: Place,
    { flow, action, exit }: Extract<Effect, { type: "took" }>,
  ): void {
    const prepared = center.flows.get(flow);
    if (!exit.startsWith("Errors") || prepared === undefined || prepared.type === "MODULE") return;
    const errors = prepared.actions.get(action)?.action.Transitions.Errors ?? [];
    this.put(ofFlow(instance, prepared.name, "ContactFlowErrors"), 1);
    if (errors[Number(/\d+/.exec(exit)?.[0])]?.ErrorType === "CallbackNumberNotDialable")
      this.put(ofFlow(instance, prepared.name, "CallBackNotDialableNumber"), 1);
  }

  /** A contact is over: a flow that broke off is counted. */
  public ended({ center, instance }: Place, ending: Ending): void {
    if (ending.by !== "fault") return;
    const { flow } = ending.fault;
    const name = center.flows.get(flow)?.name ?? flow;
    this.put(ofFlow(instance, name, "ContactFlowFatalErrors"), 1);
  }

  /** Looks at the calls and the queues. */
  public sample(calls: Calls): void {
    for (const { instance } of calls.directory.places()) {
      const contacts = [...calls.contacts].filter(({ options }) => options.instance === instance);
      // Who waits for a callback holds no line.
      const current = contacts.filter(
        ({ state }) => state.callback === undefined || state.inQueue === undefined,
      ).length;
      if (current > 0) {
        this.put(ofCalls(instance, "ConcurrentCalls"), current);
        this.put(
          ofCalls(instance, "ConcurrentCallsPercentage"),
          current / DEFAULT_CONCURRENT_CALLS,
        );
      }
      for (const { QueueId, Name } of instance.queues.values()) {
        const waiting = calls.waitingIn(QueueId);
        if (waiting.length === 0) continue;
        const first = Math.min(...waiting.map(({ queuedAt }) => queuedAt));
        this.put(ofQueue(instance, Name, "QueueSize"), waiting.length);
        const seconds = (calls.timeline.elapsed - first) / 1000;
        this.put(ofQueue(instance, Name, "LongestQueueWaitTime"), seconds);
      }
    }
  }
}

const ofCalls = ({ Id }: Instance, name: string): ConnectMetric => ({
  name,
  dimensions: { InstanceId: Id, MetricGroup: "VoiceCalls" },
});

const ofQueue = ({ Id }: Instance, QueueName: string, name: string): ConnectMetric => ({
  name,
  dimensions: { InstanceId: Id, MetricGroup: "Queue", QueueName },
});

const ofFlow = ({ Id }: Instance, ContactFlowName: string, name: string): ConnectMetric => ({
  name,
  dimensions: { InstanceId: Id, MetricGroup: "ContactFlow", ContactFlowName },
});
