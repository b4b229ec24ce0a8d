import type { Json } from "../json";

/** The events for which a contact can have a flow of its own. */
export type EventHook =
  | "AgentHold"
  | "AgentWhisper"
  | "CustomerHold"
  | "CustomerQueue"
  | "CustomerRemaining"
  | "CustomerWhisper"
  | "DefaultAgentUI"
  | "DisconnectAgentUI"
  | "PauseContact"
  | "ResumeContact";

/** How the contact came about. @see API_Contact, InitiationMethod */
export type InitiationMethod =
  "INBOUND" | "API" | "CALLBACK" | "TRANSFER" | "QUEUE_TRANSFER" | "DISCONNECT";

/** What Connect knows of a contact, and what its flows have set on it. */
export interface Contact {
  readonly id: string;
  readonly channel: "VOICE" | "CHAT" | "TASK";
  readonly initiationMethod: InitiationMethod;
  /** E.164; undefined when the caller withholds it. */
  readonly customerNumber?: string;
  /** The number that was called, E.164. */
  readonly systemNumber?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly hooks: Readonly<Partial<Record<EventHook, string>>>;
  /** Id of the working queue. */
  readonly targetQueue?: string;
  /** Id of the agent whose own queue is the working queue. */
  readonly targetAgent?: string;
  readonly callbackNumber?: string;
  /** 1 is the highest; Connect's default is 5. */
  readonly priority: number;
  readonly queueTimeAdjustmentSeconds: number;
  readonly language: string;
  readonly voice: string;
  readonly flowLogging: boolean;
  readonly recorded: readonly string[];
  /** Name, Description and CustomerId, as Set contact attributes writes them. */
  readonly data: Readonly<Record<string, string>>;
}

/** What a flow is running for; it decides what its end means. */
export type Purpose =
  | "inbound"
  | "queue"
  | "agentWhisper"
  | "customerWhisper"
  | "outboundWhisper"
  | "customerHold"
  | "agentHold"
  | "disconnect";

/** What the running action waits for. `id` ties the answer to the question. */
export interface Waiting {
  readonly for: "speech" | "input" | "answer" | "time" | "exit";
  readonly id: number;
  /** The timer that runs beside it, and is stopped when the wait is over. */
  readonly timer?: number;
  /** What the block itself needs to go on: the digits so far, the message that is playing. */
  readonly memory?: Json;
}

/** Where a module returns to. */
export interface ModuleCall {
  readonly flow: string;
  readonly action: string;
  readonly flowAttributes: Readonly<Record<string, string>>;
}

/** A flow that is running. */
export interface Run {
  readonly purpose: Purpose;
  /** Id of the flow or module. */
  readonly flow: string;
  /** Identifier of the action. */
  readonly action: string;
  readonly waiting?: Waiting;
  readonly flowAttributes: Readonly<Record<string, string>>;
  readonly modules: readonly ModuleCall[];
  /** The Loop prompts that End flow / Resume goes back to. */
  readonly loopPrompts?: string;
  /** The message of those prompts that the caller heard when they were interrupted, and may still hear. */
  readonly interrupted?: InterruptedMessage;
}

/** A message of Loop prompts that its interrupt doesn't stop. */
export interface InterruptedMessage {
  /** The Loop prompts. */
  readonly action: string;
  /** Of the speech. */
  readonly id: number;
  /** Which of the messages, from 0. */
  readonly message: number;
  /** It has been played to its end, or something else has been said meanwhile. */
  readonly ended: boolean;
}

/** The queue that a contact waits in, since when (milliseconds since 1970). */
export interface InQueue {
  readonly queue: string;
  readonly since: number;
}

/** How a contact ended. */
export type Ending =
  | { readonly by: "flow" | "customer" | "agent" | "api" | "transfer" | "notReached" }
  | { readonly by: "fault"; readonly fault: Fault };

/** Why the interpreter stopped: an action it cannot run, or a flow that never waits. */
export interface Fault {
  readonly flow: string;
  readonly action: string;
  readonly type: string;
  readonly message: string;
}

/** A callback that is waiting for its agent, or dialling. */
export interface Callback {
  readonly queue: string;
  readonly number: string;
  readonly attempts: number;
  readonly retryDelaySeconds: number;
}

/** A Wait that goes on beside the flow, until its timer is over. */
export interface Background {
  /** Where the Wait stands: its flow or module, and its action. */
  readonly flow: string;
  readonly action: string;
  readonly timer: number;
}

/** The whole of a call: plain data, so that it can be written down and taken up again. */
export interface CallState {
  /** Milliseconds since 1970, as the last event said. */
  readonly now: number;
  readonly contact: Contact;
  /** Undefined between flows: connected to an agent, or in a queue without a flow. */
  readonly run?: Run;
  readonly inQueue?: InQueue;
  readonly agent?: string;
  readonly connected: boolean;
  /** What is still to come before the agent and the customer hear each other. */
  readonly before: readonly ("agentWhisper" | "customerWhisper" | "dial" | "outboundWhisper")[];
  readonly callback?: Callback;
  /** Id of the flow that begins when the customer answers, of a call that the center makes. */
  readonly answerFlow?: string;
  /** The id of the dialling, or of the pause before the next try, of a callback. */
  readonly dialling?: number;
  readonly ended?: Ending;
  /** `$.External`: the last Lambda answer. */
  readonly external: Readonly<Record<string, Json>>;
  readonly storedInput?: string;
  /** `$.Metrics`: what Get queue metrics has found. */
  readonly metrics: Readonly<Record<string, Json>>;
  readonly modulesResult: Readonly<Record<string, Json>>;
  /** How often each Loop has sent the contact round, by flow and action. */
  readonly loops: Readonly<Record<string, number>>;
  readonly background?: Background;
  /** The last id given to a question, a speech or a timer. */
  readonly lastId: number;
  /** Actions that are made to fail, with the error: the world's faults, switched by an event. */
  readonly broken: Readonly<Record<string, string>>;
}
