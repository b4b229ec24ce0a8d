import type { JsonObject, PlannedChange } from "../../plan.ts";
import { listOf, objectOf } from "../../values.ts";
import type { Context } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { desiredIn } from "./desired-state.ts";
import { lostHolidays } from "./holidays.ts";

/** How many agent statuses may be disabled at once. */
const STATUSES = 1;

const BUILT = "lambda-src/connect-associations";

/**
 * Judges what the reconciler is told to set in the instance (constructs/association.ts): it stands in
 * the invocation's input, or, where that isn't known yet, in the input of the data source that asks
 * the observer.
 */
export const associations: Judgement = (change, context) => {
  const after = desiredIn(change.after) ?? desiredIn(observed(change, context));
  if (change.before === null) return after ? judgeMade(after) : madeUnseen(context);
  const before = desiredIn(change.before);
  const kind = String(before?.kind);
  const judge = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!before || !judge || (after && after.kind !== kind)) {
    return [harm("tells the function to set something else", "leave input as it is")];
  }
  return judge({ before, after, context });
};

/** What is wanted, before and after; `after` is undefined where only the apply tells. */
interface Wanted {
  readonly before: JsonObject;
  readonly after: JsonObject | undefined;
  readonly context: Context;
}

const KINDS: Readonly<Record<string, (wanted: Wanted) => readonly Harm[]>> = {
  agentStatuses: ({ before, after }) => {
    const [old, next] = [namesIn(before.agentStatuses), namesIn(after?.agentStatuses)];
    const gone = old.filter((name) => !next.includes(name));
    const some = gone.length <= STATUSES && next.length > 0;
    if (after !== undefined && (gone.length === 0 || some)) return [];
    return [
      {
        effect: "disrupt",
        happens: after
          ? `disables the agent statuses ${gone.join(", ")}`
          : "changes the agent statuses in a way that isn't known before the apply",
        because: "agents can't choose them any more, and who is away shows as available",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/agent-custom.html",
        cure: `look for what has emptied agentStatuses in kwglobal.ts (${STATUSES} at once passes)`,
      },
    ];
  },

  queueQuickConnects: ({ before, after, context }) => {
    // A new queue's id, or a new quick connect's, makes the whole text unknown: nothing else does.
    if (after === undefined && makes(context, "aws_connect_queue", "aws_connect_quick_connect")) {
      return [];
    }
    const [old, next] = [quickConnectsIn(before), quickConnectsIn(after)];
    const emptied = [...old].filter(
      ([queue, all]) =>
        all.length > 0 && (next.get(queue)?.length ?? 0) === 0 && !deletes(context, queue),
    );
    const count = (lists: typeof old) => [...lists.values()].flat().length;
    if (emptied.length === 0 && count(next) * 2 >= count(old)) return [];
    return [
      {
        effect: "disrupt",
        happens:
          after === undefined
            ? "changes the queues' quick connects in a way that isn't known before the apply"
            : `takes the quick connects away from ${emptied.map(([queue]) => queue).join(", ") || "the queues"}`,
        because: "agents can't transfer calls any more",
        source: "https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html",
        cure: "look for what has emptied quickConnects in kwglobal.ts",
      },
    ];
  },

  holidays: ({ before, after }) => lostHolidays(before, after),

  phoneNumberFlow: ({ before, after, context }) => {
    const [old, next] = [before, objectOf(after)];
    const sameFlow =
      objectOf(next.flow).contactFlowId === objectOf(old.flow).contactFlowId &&
      next.instanceId === old.instanceId;
    const sameNumber = next.phoneNumberId === old.phoneNumberId || isTakenOver(next, context);
    if (sameFlow && sameNumber) return [];
    return [
      {
        effect: "disrupt",
        happens: sameFlow
          ? "answers another number, and lets the one it answered ring in vain"
          : "lets another flow answer the number",
        because: "callers hear something else, or nothing at all",
        source: BUILT,
        cure: "leave phoneNumber as it is in kwglobal.ts",
      },
    ];
  },
};

/** What is made sets something for the first time; what can be closed by it are days. */
function judgeMade(after: JsonObject): readonly Harm[] {
  if (after.kind === "holidays") return lostHolidays({ ...after, schedules: [] }, after);
  return Object.hasOwn(KINDS, String(after.kind))
    ? []
    : [harm("invokes the function with an input that nobody knows", "leave it out")];
}

function madeUnseen({ firstApply }: Context): readonly Harm[] {
  return firstApply
    ? []
    : [
        harm(
          "invokes the function with an input that isn't known before the apply",
          "apply what it needs first",
        ),
      ];
}

const harm = (happens: string, cure: string): Harm => ({
  effect: "disrupt",
  happens,
  because: "it sets agent statuses, quick connects, holidays and the number's flow",
  source: BUILT,
  cure,
});

function observed({ address }: PlannedChange, { plan }: Context) {
  return plan.changes.find((each) => each.address === `data.${address}_observed`)?.after ?? null;
}

function namesIn(list: unknown): string[] {
  return listOf(list).map((each) => String(objectOf(each).name));
}

function quickConnectsIn(desired: JsonObject | undefined): ReadonlyMap<string, readonly string[]> {
  const queues = listOf(desired?.queues).map(objectOf);
  return new Map(queues.map(({ name, quickConnects }) => [String(name), namesIn(quickConnects)]));
}

function makes({ resources }: Context, ...types: readonly string[]): boolean {
  return resources.some(({ type, kind }) => kind === "create" && types.includes(type));
}

function deletes({ resources }: Context, queue: string): boolean {
  return resources.some(
    ({ type, kind, before }) =>
      type === "aws_connect_queue" && kind === "delete" && before?.name === queue,
  );
}

/** Whether the number is one that this plan takes over: ported (docs/how-to/number-port.md). */
function isTakenOver({ phoneNumberId }: JsonObject, { resources }: Context): boolean {
  return resources.some(
    ({ type, importId }) =>
      type === "aws_connect_phone_number" && importId !== undefined && importId === phoneNumberId,
  );
}
