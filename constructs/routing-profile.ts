import { ConnectRoutingProfile } from "@cdktf/provider-aws/lib/connect-routing-profile";
import { Construct } from "constructs";

import type { RoutingProfileValue } from "./contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";

/** Properties of a {@link RoutingProfile}. */
export interface RoutingProfileProps {
  readonly instance: Instance;
  readonly value: RoutingProfileValue;
  readonly queueIdOf: (queue: string) => string;
}

/** Which calls an agent gets, and in which order. */
export class RoutingProfile extends Construct {
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
