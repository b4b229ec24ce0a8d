import {
  ConnectQuickConnect,
  type ConnectQuickConnectQuickConnectConfig,
} from "@cdktf/provider-aws/lib/connect-quick-connect";
import { Construct } from "constructs";

import type { Instance } from "./instance";
import { DELETED_AFTER_DEPENDENTS } from "../terraform/lifecycle";

/** Where a quick connect leads. */
export type QuickConnectDestination =
  | { readonly type: "PHONE_NUMBER"; readonly phoneNumber: string }
  | { readonly type: "QUEUE"; readonly queueId: string; readonly contactFlowId: string }
  | { readonly type: "USER"; readonly userId: string; readonly contactFlowId: string };

/** Properties of a {@link QuickConnect}. */
export interface QuickConnectProps {
  /** The instance that it belongs to. */
  readonly instance: Instance;
  /** 1 to 127 characters; unique in the instance. */
  readonly name: string;
  /**
   * 1 to 250 characters.
   * @default - none
   */
  readonly description?: string;
  /** Where it leads. */
  readonly destination: QuickConnectDestination;
}

/** A speed dial: an outside number, a queue or a person. */
export class QuickConnect extends Construct {
  /** The quick connect's id, known after the apply. */
  public readonly quickConnectId: string;

  public constructor(scope: Construct, id: string, props: QuickConnectProps) {
    super(scope, id);
    const quickConnect = new ConnectQuickConnect(this, "Resource", {
      instanceId: props.instance.instanceId,
      name: props.name,
      description: props.description,
      quickConnectConfig: config(props.destination),
      lifecycle: DELETED_AFTER_DEPENDENTS,
    });
    this.quickConnectId = quickConnect.quickConnectId;
  }
}

function config(destination: QuickConnectDestination): ConnectQuickConnectQuickConnectConfig {
  switch (destination.type) {
    case "PHONE_NUMBER":
      return {
        quickConnectType: "PHONE_NUMBER",
        phoneConfig: [{ phoneNumber: destination.phoneNumber }],
      };
    case "QUEUE":
      return {
        quickConnectType: "QUEUE",
        queueConfig: [{ queueId: destination.queueId, contactFlowId: destination.contactFlowId }],
      };
    case "USER":
      return {
        quickConnectType: "USER",
        userConfig: [{ userId: destination.userId, contactFlowId: destination.contactFlowId }],
      };
  }
}
