import type { FlowType } from "../../contact-flow/flow";

const FLOWS = {
  "Default agent hold": "AGENT_HOLD",
  "Default agent transfer": "AGENT_TRANSFER",
  "Default agent whisper": "AGENT_WHISPER",
  "Default customer hold": "CUSTOMER_HOLD",
  "Default customer queue": "CUSTOMER_QUEUE",
  "Default customer whisper": "CUSTOMER_WHISPER",
  "Default outbound": "OUTBOUND_WHISPER",
  "Default queue transfer": "QUEUE_TRANSFER",
} as const satisfies Readonly<Record<string, FlowType>>;
/**
 * What Amazon Connect puts into every new instance, by name: these may be referred to without
 * being in the value, and are looked up during the apply. Names as real instances list them; the
 * sample flows are left out, since nothing should depend on a sample.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-default.html
 */
export const DEFAULT_FLOWS: Readonly<Record<string, FlowType>> = FLOWS;
/** The name of one. */
export type DefaultFlow = keyof typeof FLOWS;

const SECURITY_PROFILES = ["Admin", "Agent", "CallCenterManager", "QualityAnalyst"] as const;
/**
 * The security profiles of a new instance.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/default-security-profiles.html
 */
export const DEFAULT_SECURITY_PROFILES: readonly string[] = SECURITY_PROFILES;
/** The name of one. */
export type DefaultSecurityProfile = (typeof SECURITY_PROFILES)[number];

/** The name of a new instance's routing profile. */
export type DefaultRoutingProfile = "Basic Routing Profile";
/** The routing profiles of a new instance. */
export const DEFAULT_ROUTING_PROFILES: readonly string[] = [
  "Basic Routing Profile" satisfies DefaultRoutingProfile,
];

/** The statuses that every agent has; they can't be made again. */
export const DEFAULT_AGENT_STATUSES: readonly string[] = ["Available", "Offline"];

/** The name of a new instance's queue. */
export type DefaultQueue = "BasicQueue";
/** The name of a new instance's schedule. */
export type DefaultHoursOfOperation = "Basic Hours";
/** Queue and schedule of a new instance: their names are taken. */
export const DEFAULT_QUEUES: readonly string[] = ["BasicQueue" satisfies DefaultQueue];
/** Hours of operation that every instance has. */
export const DEFAULT_HOURS_OF_OPERATION: readonly string[] = [
  "Basic Hours" satisfies DefaultHoursOfOperation,
];
