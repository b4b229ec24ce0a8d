import { ConnectRoutingProfile } from "@cdktf/provider-aws/lib/connect-routing-profile";
import { Construct } from "constructs";

import type { RoutingProfileValue } from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";

/** Properties of a {@link RoutingProfile}. */
export interface RoutingProfileProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: RoutingProfileValue;
  /** @returns the id of the queue of that name. */
  readonly queueIdOf: (queue: string) => string;
}

/** A routing profile: which calls an agent gets, and in which order. */
export class RoutingProfile extends Construct {
  /** The routing profile's id, known after the apply. */
  public readonly routingProfileId: string;

  public constructor(scope: Construct, id: string, props: RoutingProfileProps) {
    super(scope, id);
    const { instance, value, queueIdOf } = props;
    const profile = new ConnectRoutingProfile(this, "Resource", {
      instanceId: instance.instanceId,
      name: value.name,
      description: value.description,
      defaultOutboundQueueId: queueIdOf(value.defaultOutboundQueue),
      lifecycle: DELETED_AFTER_DEPENDENTS,
      mediaConcurrencies: [{ channel: "VOICE", concurrency: value.voice }],
      queueConfigs: value.queues.map(({ queue, priority, delaySeconds }) => ({
        channel: "VOICE",
        queueId: queueIdOf(queue),
        priority,
        delay: delaySeconds,
      })),
    });
    this.routingProfileId = profile.routingProfileId;
  }
}
