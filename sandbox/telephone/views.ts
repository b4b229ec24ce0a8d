/** What the page shows: plain data, sent whole at first, and what is different whenever it changes. */

/** What is heard on a line at this moment. */
export interface Saying {
  /** Counts up with each speech, so that a page speaks each once. */
  readonly id: number;
  readonly to: "customer" | "agent";
  readonly text?: string;
  /** A prompt of the instance or a file, by name. */
  readonly recording?: string;
}

/** What kind of thing the trace tells. */
export type TraceKind =
  "call" | "block" | "speech" | "key" | "queue" | "attribute" | "lambda" | "agent" | "error";

/** One line of the trace. */
export interface TraceEntry {
  readonly id: number;
  /** What the calendar said, milliseconds since 1970. */
  readonly at: number;
  readonly kind: TraceKind;
  readonly text: string;
}

/** The way of a contact through one flow. */
export interface TrailView {
  /** Id of the flow. */
  readonly flow: string;
  readonly name: string;
  /** `CONTACT_FLOW`, `CUSTOMER_QUEUE` and so on. */
  readonly type: string;
  /** Identifier of the block that is running now. */
  readonly running?: string;
  /** Identifiers of the blocks that it has been in. */
  readonly entered: readonly string[];
  /** The exits that it took: `Main menu Conditions[0]`. */
  readonly taken: readonly string[];
}

/** The contact that a telephone has. */
export interface ContactView {
  readonly id: string;
  readonly state: string;
  readonly saying?: Saying;
  readonly listening: boolean;
  readonly queue?: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What Connect knows of it: working queue, event flows, priority, recording, logging. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly trails: readonly TrailView[];
}

/** The caller's telephone. */
export interface TelephoneView {
  readonly number: string;
  readonly state: "idle" | "inCall" | "ringing" | "outside";
  /** Who is on the other end, or calls: a number or a name. */
  readonly with?: string;
  /** The current contact, or the last one. */
  readonly contact?: ContactView;
  readonly trace: readonly TraceEntry[];
}

/** What an agent may transfer to. */
export interface QuickConnectView {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** What an agent is at. */
export type AgentActivity = "idle" | "ringing" | "onContact" | "afterCallWork" | "missed";

/** An agent's desk. */
export interface AgentView {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly routingProfile: string;
  readonly status: string;
  readonly routable: boolean;
  readonly activity: AgentActivity;
  /** Since when, milliseconds since 1970 by the calendar. */
  readonly since: number;
  /** The contact that rings or is spoken with. */
  readonly contact?: {
    readonly queue: string;
    readonly number: string;
    readonly state: string;
    readonly connected: boolean;
    readonly onHold: boolean;
    readonly callback: boolean;
    readonly saying?: Saying;
  };
  readonly quickConnects: readonly QuickConnectView[];
}

/** A contact in a queue. */
export interface WaitingView {
  readonly id: string;
  readonly number: string;
  /** Since when, milliseconds since 1970 by the calendar. */
  readonly since: number;
  readonly callback: boolean;
  /** The agent at whom it rings. */
  readonly offeredTo?: string;
}

/** A queue of the instance. */
export interface QueueView {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  readonly waiting: readonly WaitingView[];
}

/** What can be broken on purpose. */
export interface Faults {
  /** No agent is there, whatever their desks say. */
  readonly noAgents: boolean;
  /** Every queue is at its limit. */
  readonly queuesFull: boolean;
  /** No function answers. */
  readonly lambdaDown: boolean;
  /** Blocks that fail, by Identifier, with the error. */
  readonly blocks: Readonly<Record<string, string>>;
}

/** A number that can be called. */
export interface NumberView {
  readonly number: string;
  /** The flow that answers; none if the number has no flow. */
  readonly flow?: string;
  /** Where its picture is. */
  readonly flowId?: string;
  /** Another one for each content of the flow: then the picture is another, too. */
  readonly flowVersion?: string;
  /** What callers hear of a module that the flow invokes while a schedule is closed, as it is now. */
  readonly message?: MessageView;
}

/** A message that is on. */
export interface MessageView {
  readonly text: string;
  /** Milliseconds since 1970 by the calendar; none if its schedule never opens. */
  readonly until?: number;
}

/** A resource that an apply has changed. */
export interface ChangeView {
  readonly address: string;
  /** Terraform's word: `create`, `update`, `delete`, `replace` … */
  readonly action: string;
  /** What differs in it, where that can be told: of a flow, block by block. */
  readonly lines: readonly string[];
}

/** Where the deployment of a stack stands. */
export type DeploymentView = { readonly stack: string } & (
  | { readonly state: "synthesizing" }
  | {
      readonly state: "applying";
      /** Resources done, of all that change; 0 of 0 while that isn't known yet. */
      readonly done: number;
      readonly total: number;
      /** The resource that was last begun or finished. */
      readonly address?: string;
    }
  | {
      readonly state: "applied";
      /** What the last apply changed, but for the first one, which made everything. */
      readonly changes: readonly ChangeView[];
    }
  | {
      readonly state: "failed";
      /** What is wrong; what was applied before is as it was, unless that says otherwise. */
      readonly fault: string;
    }
);

/** What every page shows. */
export interface Shared {
  readonly instance?: string;
  readonly clock: {
    readonly now: number;
    readonly timeZone: string;
    /** 0 stands still, 1 is as in life. */
    readonly speed: number;
  };
  readonly numbers: readonly NumberView[];
  readonly statuses: readonly string[];
  readonly agents: readonly AgentView[];
  readonly queues: readonly QueueView[];
  /** Callbacks that wait for their delay. */
  readonly callbacks: readonly { readonly number: string; readonly dueAt: number }[];
  readonly faults: Faults;
  /** None where nobody deploys anything, as in a sandbox that was started empty. */
  readonly deployment?: DeploymentView;
  /** Whether there is something to go back to: see `POST /sandbox/reset`. */
  readonly resettable: boolean;
}

/** All that the page of one telephone shows. */
export interface Snapshot extends Shared {
  readonly telephone: TelephoneView;
}
