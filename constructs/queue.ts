import { ConnectQueue } from "@cdktf/provider-aws/lib/connect-queue";
import { Construct } from "constructs";

import type { QueueValue } from "./contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "./lifecycle";
import type { PhoneNumber } from "./phone-number";

/** Properties of a {@link Queue}. */
export interface QueueProps {
  readonly instance: Instance;
  readonly value: QueueValue;
  readonly hoursOfOperationId: string;
  readonly outboundWhisperFlowId: string;
  /** The number that people see whom the queue calls. */
  readonly callerId: PhoneNumber;
}

/**
 * A queue in which contacts wait for an agent. Its quick connects aren't set here: they may lead
 * to queues that list this one's, a cycle that Terraform refuses (see `QueueQuickConnects`).
 */
export class Queue extends Construct {
  public readonly queueId: string;
  public readonly arn: string;

  public constructor(scope: Construct, id: string, props: QueueProps) {
    super(scope, id);
    const queue = new ConnectQueue(this, "Resource", {
      instanceId: props.instance.instanceId,
      name: props.value.name,
      description: props.value.description,
      hoursOfOperationId: props.hoursOfOperationId,
      maxContacts: props.value.maxContacts,
      outboundCallerConfig: {
        outboundCallerIdName: props.value.outboundCallerIdName,
        outboundCallerIdNumberId: props.callerId.phoneNumberId,
        outboundFlowId: props.outboundWhisperFlowId,
      },
      lifecycle: { ...DELETED_AFTER_DEPENDENTS, ignoreChanges: ["quick_connect_ids"] },
    });
    this.queueId = queue.queueId;
    this.arn = queue.arn;
  }
}
