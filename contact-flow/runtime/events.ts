import type { Json } from "../json";

/** The metrics of a queue at one moment. */
export interface QueueMetrics {
  readonly agentsAvailable: number;
  readonly agentsStaffed: number;
  readonly agentsOnline: number;
  readonly contactsInQueue: number;
  readonly oldestContactSeconds: number;
}

/** What happens to a call. An answer carries the id of what it answers; a stale one is ignored. */
export type Happening =
  /** The speech has been played to its end. */
  | { readonly type: "spoken"; readonly id: number }
  | { readonly type: "timer"; readonly id: number }
  /** The customer presses a key: 0–9, * or #. */
  | { readonly type: "digit"; readonly key: string }
  | { readonly type: "hangUp" }
  | { readonly type: "lambdaAnswered"; readonly id: number; readonly answer: Json }
  | { readonly type: "lambdaFailed"; readonly id: number }
  | { readonly type: "metrics"; readonly id: number; readonly metrics: QueueMetrics }
  /** A whole number from 1 to 100. */
  | { readonly type: "percentage"; readonly id: number; readonly value: number }
  | { readonly type: "queued"; readonly id: number }
  | { readonly type: "queueFull"; readonly id: number }
  | { readonly type: "callbackMade"; readonly id: number }
  | { readonly type: "callbackRefused"; readonly id: number }
  | { readonly type: "reached"; readonly id: number }
  | { readonly type: "notReached"; readonly id: number; readonly why: "failed" | "noAnswer" }
  /** An exit by its key: `NextAction`, `Conditions[0]`. */
  | { readonly type: "exitTaken"; readonly id: number; readonly exit: string }
  /** The third party hangs up, and the customer is back in the flow. */
  | { readonly type: "thirdPartyLeft" }
  | { readonly type: "agentAccepts"; readonly agent: string }
  | { readonly type: "agentHangsUp" }
  | { readonly type: "hold"; readonly party: "customer" | "agent" }
  | { readonly type: "retrieve" }
  /** The customer of a chat writes again. */
  | { readonly type: "customerReturns" }
  /** From now on the action fails with the error, or works again without one: a fault of the world. */
  | { readonly type: "breakAction"; readonly action: string; readonly error?: string };
