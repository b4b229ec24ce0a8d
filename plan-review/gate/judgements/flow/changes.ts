import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../context.ts";
import { unknownIn } from "./blocks.ts";
import {
  ANY_WAY,
  type Block,
  type Exit,
  type Flow,
  flowIn,
  NO_FAULT,
  OPEN_WAY,
  reached,
  type Ways,
} from "./graph.ts";
import { saidOfKeys } from "./menu-text.ts";
import { type Reference, referencesIn } from "./references.ts";

/** A flow before and after. */
export interface FlowChange {
  readonly address: string;
  readonly before: Flow;
  readonly after: Flow;
  readonly context: Context;
  /** `CONTACT_FLOW`; undefined for a module. */
  readonly type?: unknown;
}

/** The blocks that a caller can reach if anything may fail. */
export const all = (flow: Flow): readonly Block[] => [...reached(flow, [flow.start], ANY_WAY)];

/** The blocks that a caller can reach if nothing fails, at night too. */
const usual = (flow: Flow): readonly Block[] => [...reached(flow, [flow.start], NO_FAULT)];

/** Things outside of the stack that the flow names, and did not until now. */
export function foreign({ before, after, context }: FlowChange): readonly string[] {
  const known = new Set(referencesIn(all(before), context).map(({ thing }) => thing));
  const added = referencesIn(all(after), context).filter(
    ({ thing, isOwn }) => !isOwn && !known.has(thing),
  );
  return unique(added.map(({ thing }) => thing));
}

/** Types of blocks and parameters that aren't known to be harmless. */
export function unjudged({ before, after }: FlowChange): readonly string[] {
  return unique(all(after).flatMap((block) => unknownIn(block, before.blocks.get(block.id))));
}

/**
 * What the flow no longer does for callers although it could: to whom it led them while the center is open,
 * and what it used while nothing fails. What the same plan deletes doesn't count.
 */
export function lost({ before, after, context, type }: FlowChange): readonly string[] {
  const offers = (flow: Flow) => [
    ...ledTo(flow, [flow.start], context),
    ...used(flow, context),
    ...(CONNECTING.includes(String(type)) ? goesOn(flow) : []),
  ];
  const next = offers(after).map(({ what }) => what);
  return unique(
    offers(before)
      .filter(({ what, thing }) => !next.includes(what) && !isDeleted(thing, context))
      .map(({ what }) => what),
  );
}

interface Offer {
  /** As a clause after "no longer". */
  readonly what: string;
  readonly thing?: string;
}

/** Blocks that hand a caller over to somebody, each as a clause; each queue counts separately. */
export const GIVES: Readonly<Record<string, string>> = {
  CreateCallbackContact: "calls back",
  TransferContactToAgent: "transfers callers to agents",
  TransferParticipantToThirdParty: "transfers callers outside",
};

/** To whom some blocks lead callers while the center is open. */
function ledTo(flow: Flow, from: readonly string[], context: Context): readonly Offer[] {
  const blocks = [...reached(flow, from, OPEN_WAY)];
  const offers = blocks.flatMap((block): Offer[] => {
    const gives = Object.hasOwn(GIVES, block.type) ? GIVES[block.type] : undefined;
    return gives === undefined ? [] : [{ what: gives }];
  });
  const queues = referencesIn(
    blocks.filter((block) => setsQueue(block) && isFollowedByTransfer(flow, block)),
    context,
  );
  return [
    ...offers,
    ...queues.map(({ thing }) => ({ what: `leads callers to ${thing}`, thing })),
    ...(blocks.some(({ type }) => type === TRANSFER)
      ? [{ what: "transfers callers to a queue" }]
      : []),
  ];
}

export const TRANSFER = "TransferContactToQueue";
const setsQueue = ({ type }: Block) => type === "UpdateContactTargetQueue";

/** A flow before the call goes on with the agent at its end. */
function goesOn(flow: Flow): readonly Offer[] {
  const blocks = [...reached(flow, [flow.start], OPEN_WAY)];
  return blocks.some(({ type }) => type === "EndFlowExecution")
    ? [{ what: "lets the call go on" }]
    : [];
}

/** Whether the queue of a block is the one that callers get into. */
function isFollowedByTransfer(flow: Flow, block: Block): boolean {
  const next = block.exits.filter((exit) => OPEN_WAY(block, exit)).map(({ to }) => to);
  return [...reached(flow, next, OPEN_WAY, setsQueue)].some(({ type }) => type === TRANSFER);
}

/** Parameters that a flow must go on using, each as a clause. */
const USES: Readonly<Record<string, string>> = {
  ContactFlowId: "goes on with",
  FlowModuleId: "invokes",
  LambdaFunctionARN: "invokes",
};

function used(flow: Flow, context: Context): readonly Offer[] {
  const blocks = usual(flow);
  const clause = ({ block, parameter }: Reference): string | undefined =>
    block.type === "UpdateContactEventHooks"
      ? `has for ${parameter}`
      : Object.hasOwn(USES, parameter)
        ? USES[parameter]
        : undefined;
  return [
    ...referencesIn(blocks, context).flatMap((each) => {
      const verb = clause(each);
      return verb === undefined ? [] : [{ what: `${verb} ${each.thing}`, thing: each.thing }];
    }),
    ...blocks
      .filter(({ type }) => type === "CheckHoursOfOperation")
      .map((block) => {
        if (!("HoursOfOperationId" in block.parameters))
          return { what: "looks at the queue's hours" };
        const [schedule] = referencesIn([block], context);
        const thing = schedule?.thing ?? "a schedule";
        return { what: `looks at ${thing}`, thing };
      }),
  ];
}

/** Modules that callers now hear while each schedule is open, and heard at other times only. */
export function always({ before, after, context }: FlowChange): readonly string[] {
  const modules = (flow: Flow, ways: Ways) =>
    referencesIn(reached(flow, [flow.start], ways), context)
      .filter(({ parameter }) => parameter === "FlowModuleId")
      .map(({ thing }) => thing);
  const known = modules(before, NO_FAULT);
  const open = modules(before, OPEN_WAY);
  return unique(
    modules(after, OPEN_WAY).filter((each) => known.includes(each) && !open.includes(each)),
  );
}

function isDeleted(thing: string | undefined, { resources }: Context): boolean {
  return resources.some(({ address, after }) => address === thing && after === null);
}

/** Places at which callers now leave the path to somebody, and didn't before; a new flow has none. */
export function leaks({ before, after, type, context }: FlowChange): readonly string[] {
  if (before.blocks.size === 0) return [];
  const ends = GOING_ON.includes(String(type)) ? ["EndFlowExecution"] : [];
  const old = leaksIn(before, ends, context);
  return leaksIn(after, ends, context)
    .filter(({ block, exit }) => !isNewKey(before.blocks.get(block.id), exit))
    .map(inWords)
    .filter((leak) => !old.map(inWords).includes(leak));
}

/** Types of flows after whose end the agent and the customer talk. */
const CONNECTING = ["AGENT_WHISPER", "CUSTOMER_WHISPER", "OUTBOUND_WHISPER"];

/** Types of flows after whose end the call goes on: in the queue, with the agent. */
const GOING_ON = [...CONNECTING, "AGENT_HOLD", "CUSTOMER_HOLD", "CUSTOMER_QUEUE"];

/** Exits from a block that leads to somebody into one from which nobody is reached any more. */
function leaksIn(flow: Flow, ends: readonly string[], context: Context): readonly Leak[] {
  const toSomebody = (id: string): boolean =>
    [...reached(flow, [id], NO_FAULT)].some(
      (block) => givesTo(block, context) || ends.includes(block.type),
    );
  return usual(flow)
    .filter(({ id, type }) => toSomebody(id) && !Object.hasOwn(GIVES, type))
    .flatMap((block) =>
      block.exits
        .filter((exit) => NO_FAULT(block, exit) && flow.blocks.has(exit.to) && !toSomebody(exit.to))
        .map((exit) => ({ block, exit })),
    );
}

interface Leak {
  readonly block: Block;
  readonly exit: Exit;
}

const inWords = ({ block: { id }, exit: { by } }: Leak): string => `${id}${by && ` (${by})`}`;

/** Whether an existing menu got a new key: a caller who presses it has chosen to. */
function isNewKey(before: Block | undefined, { kind, by }: Exit): boolean {
  return (
    before?.type === "GetParticipantInput" &&
    kind === "condition" &&
    !before.exits.some((exit) => exit.kind === kind && exit.by === by)
  );
}

/** Whether a block hands callers over to somebody, or to a flow that does. */
function givesTo(block: Block, context: Context): boolean {
  const { type } = block;
  if (type !== "TransferToFlow") return type === TRANSFER || Object.hasOwn(GIVES, type);
  const [reference] = referencesIn([block], context);
  const found = context.resources.find(({ address }) => address === reference?.thing);
  const flow = flowIn((found?.after ?? found?.before)?.content);
  // A flow that can't be read here is judged as something outside the stack.
  return (
    flow === undefined ||
    [...reached(flow, [flow.start], NO_FAULT)].some(
      (each) => each.type === TRANSFER || Object.hasOwn(GIVES, each.type),
    )
  );
}

/** Whether callers now get into a queue at a time at which it is closed, and didn't before. */
export function waitsByNight({ before, after }: FlowChange): boolean {
  const waits = (flow: Flow) =>
    [...reached(flow, [flow.start], CLOSED_WAY)].some(({ type }) => type === TRANSFER);
  return before.blocks.size > 0 && !waits(before) && waits(after);
}

/** Where callers go outside the queue's hours; a named schedule may be a different one. */
const CLOSED_WAY: Ways = (block, exit) =>
  NO_FAULT(block, exit) &&
  !(
    block.type === "CheckHoursOfOperation" &&
    !("HoursOfOperationId" in block.parameters) &&
    exit.by === "Equals True"
  );

/** Menus with the same text whose keys now lead elsewhere, or nowhere. */
export function keys({ before, after, context }: FlowChange): readonly string[] {
  const speech = ({ parameters: { Text, SSML, PromptId } }: Block) => [Text, SSML, PromptId];
  return all(after).flatMap((menu) => {
    const old = before.blocks.get(menu.id);
    if (menu.type !== "GetParticipantInput" || old?.type !== menu.type) return [];
    const [was, is] = [leadsOf(before, old, context), leadsOf(after, menu, context)];
    if (!isDeepStrictEqual(speech(menu), speech(old))) {
      const said = saidOfKeys(menu);
      return [...saidOfKeys(old)].flatMap(([what, key]) => {
        const now = said.get(what);
        const isKept = now === undefined || is.get(`Equals ${now}`) === was.get(`Equals ${key}`);
        return isKept ? [] : [`${now} of ${menu.id}`];
      });
    }
    return [...was]
      .filter(([key, leads]) => is.get(key) !== leads)
      .map(([key]) => `${key.replace("Equals ", "")} of ${menu.id}`);
  });
}

/** Where each key leads. */
export function leadsOf(
  flow: Flow,
  { exits }: Block,
  context: Context,
): ReadonlyMap<string, string> {
  const ofKeys = exits.filter(({ kind }) => kind === "condition");
  return new Map(
    ofKeys.map(({ by, to }) => {
      const leads = ledTo(flow, [to], context).map(({ what }) => what);
      return [by, unique(leads).sort().join()] as const;
    }),
  );
}

/** Whether some calls now reach a queue without passing any of some blocks, and none did before. */
export function isBypassed(
  { before, after, type }: FlowChange,
  isOne: (block: Block) => boolean,
): boolean {
  const end = connects(type);
  const passes = (flow: Flow) =>
    [...reached(flow, [flow.start], OPEN_WAY, isOne)].some((block) => block.type === end);
  return all(before).some(isOne) && !passes(before) && passes(after);
}

/** Whether calls of a new flow pass some blocks and reach somebody without passing any of others. */
export function isNewWay(
  { before, after, type, context }: FlowChange,
  through: (block: Block) => boolean,
  past: (block: Block) => boolean,
): boolean {
  if (before.blocks.size > 0 || context.firstApply) return false;
  const onward = ({ exits }: Block) => exits.map(({ to }) => to);
  return [...reached(after, [after.start], OPEN_WAY, past)]
    .filter((block) => through(block) && !past(block))
    .some((block) =>
      [...reached(after, onward(block), OPEN_WAY, past)].some(
        (each) => each.type === connects(type),
      ),
    );
}

/** Where a flow connects its caller with somebody; a flow for outbound calls does so at its end. */
const connects = (type: unknown): string =>
  type === "OUTBOUND_WHISPER" ? "EndFlowExecution" : TRANSFER;

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
