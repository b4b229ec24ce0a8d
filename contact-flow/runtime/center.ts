import { type ActionType, isActionType, specificationOf } from "../catalog";
import { type Action, type Condition, type Flow, type FlowType, parseFlow } from "../flow";
import type { HoursOfOperation } from "../hours";
import type { Effect } from "./effects";

/** A flow or module of the instance. */
export interface FlowDefinition {
  /** ARN or id. */
  readonly id: string;
  readonly name: string;
  readonly type: FlowType;
  readonly content: string;
}

/** A queue of the instance. */
export interface QueueDefinition {
  /** ARN or id. */
  readonly id: string;
  readonly name: string;
  /** ARN or id of its hours of operation. */
  readonly hours?: string;
  /** ARN or id; Default outbound otherwise. */
  readonly outboundWhisperFlow?: string;
  /** E.164. */
  readonly outboundCallerId?: string;
}

/** A schedule of the instance. */
export interface HoursDefinition extends HoursOfOperation {
  /** ARN or id. */
  readonly id: string;
}

/** What the interpreter must know of an instance: all of it fixed while a call lasts. */
export interface CenterDefinition {
  readonly instanceArn?: string;
  readonly region?: string;
  readonly flows: readonly FlowDefinition[];
  readonly queues: readonly QueueDefinition[];
  readonly hours: readonly HoursDefinition[];
  /** The beginnings of numbers (E.164) that may be dialled; any by default. */
  readonly dialable?: readonly string[];
  /** What stands before a number that a caller types without one. `1` (US) by default. */
  readonly countryCode?: string;
  /** True to ask the world which exit an action takes that can't be run here, in place of a fault. */
  readonly asksForExits?: boolean;
}

/** An exit ready to be taken. */
export interface PreparedExit {
  readonly key: string;
  readonly target: string;
  /** The same each time, so it is made once. */
  readonly took: Effect;
}

/** A condition ready to be asked. */
export interface PreparedCondition extends PreparedExit {
  readonly condition: Condition;
}

/** An action ready to be run. */
export interface PreparedAction {
  readonly action: Action;
  readonly type: ActionType | undefined;
  readonly entered: Effect;
  readonly conditions: readonly PreparedCondition[];
  readonly errors: ReadonlyMap<string, PreparedExit>;
  readonly next: PreparedExit | undefined;
}

/** A flow ready to be run. */
export interface PreparedFlow {
  readonly id: string;
  readonly name: string;
  readonly type: FlowType;
  readonly flow: Flow;
  readonly actions: ReadonlyMap<string, PreparedAction>;
}

/** An instance ready for calls. */
export interface ContactCenter {
  readonly instanceArn: string;
  readonly region: string;
  readonly flows: ReadonlyMap<string, PreparedFlow>;
  readonly flowsByName: ReadonlyMap<string, PreparedFlow>;
  readonly queues: ReadonlyMap<string, QueueDefinition>;
  readonly hours: ReadonlyMap<string, HoursOfOperation>;
  readonly dialable: readonly string[];
  readonly countryCode: string;
  readonly asksForExits: boolean;
}

/** The bare id of a resource: what stands last in its ARN, without an alias (`:$LATEST`). */
export function idOf(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  const alias = last.indexOf(":");
  return alias < 0 || last.startsWith("arn:") ? last : last.slice(0, alias);
}

function prepareAction(action: Action, flow: string): PreparedAction {
  const { Identifier, Transitions } = action;
  const { NextAction, Conditions = [], Errors = [] } = Transitions;
  const mirrors = specificationOf(action)?.mirrors ?? "none";
  const exit = (key: string, target: string): PreparedExit => ({
    key,
    target,
    took: { type: "took", flow, action: Identifier, exit: key },
  });
  return {
    action,
    type: isActionType(action.Type) ? action.Type : undefined,
    entered: { type: "entered", flow, action: Identifier },
    conditions: Conditions.map(({ Condition: condition, NextAction: target }, at) => ({
      ...exit(`Conditions[${at}]`, target),
      condition,
    })),
    errors: new Map(
      Errors.map(({ ErrorType, NextAction: target }, at) => [
        ErrorType,
        exit(`Errors[${at}]`, target),
      ]),
    ),
    next:
      mirrors === "none" && NextAction !== undefined ? exit("NextAction", NextAction) : undefined,
  };
}

/** Prepares a flow for running. @throws FlowSyntaxError if the content is no flow */
function prepareFlow({ id, name, type, content }: FlowDefinition): PreparedFlow {
  const flow = parseFlow(content);
  const own = idOf(id);
  const actions = flow.Actions.map(
    (action) => [action.Identifier, prepareAction(action, own)] as const,
  );
  return { id: own, name, type, flow, actions: new Map(actions) };
}

/** Prepares an instance for calls. @throws FlowSyntaxError if a content is no flow */
export function createContactCenter(definition: CenterDefinition): ContactCenter {
  const flows = definition.flows.map(prepareFlow);
  return {
    instanceArn: definition.instanceArn ?? "",
    region: definition.region ?? "us-east-1",
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    flowsByName: new Map(flows.map((flow) => [flow.name, flow])),
    queues: new Map(definition.queues.map((queue) => [idOf(queue.id), queue])),
    hours: new Map(definition.hours.map((hours) => [idOf(hours.id), hours])),
    dialable: definition.dialable ?? ["+"],
    countryCode: definition.countryCode ?? "1",
    asksForExits: definition.asksForExits ?? false,
  };
}
