import { ConnectQueue } from "@cdktf/provider-aws/lib/connect-queue";
import { Construct } from "constructs";

import type { QueueValue } from "../value/contact-center-value";
import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";
import type { PhoneNumber } from "./phone-number";

/** Properties of a {@link Queue}. */
export interface QueueProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** What it is, from the center's value. */
  readonly value: QueueValue;
  /** The id of the hours in which it is open. */
  readonly hoursOfOperationId: string;
  /** The id of the flow that people hear first when the queue calls them. */
  readonly outboundWhisperFlowId: string;
  /** The number that people see when the queue calls them. */
  readonly callerId: PhoneNumber;
}

/**
 * A queue in which contacts wait for an agent. Its quick connects aren't set here: they may lead to queues
 * whose quick connects lead back to this one, a cycle that Terraform refuses (see `QueueQuickConnects`).
 */
export class Queue extends Construct {
  /** The queue's id, known after the apply. */
  public readonly queueId: string;
  /** Its ARN, known after the apply. */
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
