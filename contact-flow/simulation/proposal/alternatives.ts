import { DTMF_KEYS } from "../../catalog/participant";
import type { Action } from "../../flow";
import { isOpen } from "../../hours";
import { jsonPathsIn } from "../../json-path";
import { type ContactCenter, idOf } from "../../runtime";
import type { PreparedAction } from "../../runtime/center";
import { actionAt, functionAt, isStore, moving, type Place, text } from "./place";
import { type Plan, withAnswer } from "./plan";
import { plansWhere, withMetric } from "./plans-where";
import type { Visit } from "./play";
import { valuesFor } from "./values";

/** A moment shortly before one of the schedules closes, after the plan's: it closes during the call. */
function beforeClosing(center: ContactCenter, { at }: Plan): number | undefined {
  const schedules = [...center.hours.values()];
  for (let minute = 1; minute < 24 * 60; minute++) {
    const moment = at + minute * 60_000;
    if (schedules.some((hours) => isOpen(hours, moment - 60_000) && !isOpen(hours, moment))) {
      return moment - 30_000;
    }
  }
  return undefined;
}

/** The plan with a working queue that the contact brings along: a flow before may have set it. */
function* inQueue(center: ContactCenter, plan: Plan): Generator<Plan> {
  const [targetQueue] = center.queues.keys();
  if (targetQueue === undefined || plan.contact.targetQueue !== undefined) return;
  yield { ...plan, contact: { ...plan.contact, targetQueue } };
}

function* otherHours({ center, played: { plan } }: Place, action: Action): Generator<Plan> {
  const named = text(action.Parameters?.HoursOfOperationId);
  const ids =
    named === undefined
      ? [...center.queues.values()].flatMap(({ hours }) =>
          hours === undefined ? [] : [idOf(hours)],
        )
      : [idOf(named)];
  if (named === undefined) yield* inQueue(center, plan);
  yield { ...plan, closed: [...new Set([...plan.closed, ...ids])] };
  yield { ...plan, closed: plan.closed.filter((id) => !ids.includes(id)) };
  const late = beforeClosing(center, plan);
  if (late !== undefined) yield { ...plan, at: late };
}

/** What was done since the call came here before is done again, some times more. */
function* again({ played, at }: Place, visit: Visit): Generator<Plan> {
  const before = played.visits
    .slice(0, at)
    .reverse()
    .find(({ flow, action }) => flow === visit.flow && action === visit.action);
  const round = before === undefined ? [] : played.moves.slice(before.moves, visit.moves);
  if (round.length === 0) return;
  for (const times of ROUNDS) {
    const rounds = Array.from({ length: times }, () => round).flat();
    yield { ...played.plan, moves: [...played.moves.slice(0, visit.moves), ...rounds] };
  }
}

/** How often a round is gone again: a loop has a hundred at most, and few have more than ten. */
const ROUNDS = [1, 2, 4, 9, 20];

/** Numbers by which a percentage is drawn otherwise. */
const SEEDS = 60;

/** Keys that a caller may type where a number is asked for: one of North America, and none. */
const TYPED = ["3025550199#", "1#", "#"];

/** Plans by which a condition, or the lack of one that holds, decides. */
function* byResult(place: Place, prepared: PreparedAction, exit: string): Generator<Plan> {
  const { played, at } = place;
  const { action } = prepared;
  const visit = played.visits[at];
  if (visit === undefined) return;
  switch (action.Type) {
    case "GetParticipantInput": {
      if (isStore(action)) {
        for (const keys of TYPED) yield moving(place, visit, { do: "press", keys });
        return;
      }
      const values = valuesFor(prepared, exit);
      const keys = DTMF_KEYS.filter(
        (key) => values.includes(key) || exit === keyOfDefault(prepared),
      );
      for (const key of keys) yield moving(place, visit, { do: "press", keys: key });
      return;
    }
    case "Compare": {
      const path = text(action.Parameters?.ComparisonValue);
      for (const value of path === undefined ? [] : valuesFor(prepared, exit)) {
        yield* plansWhere(place, at, path ?? "", value);
      }
      return;
    }
    case "CheckMetricData": {
      const metric = text(action.Parameters?.MetricType) ?? "";
      for (const value of valuesFor(prepared, exit)) yield* withMetric(place, at, metric, value);
      return;
    }
    case "CheckHoursOfOperation":
      yield* otherHours(place, action);
      return;
    case "Loop":
      yield* again(place, visit);
      return;
    case "DistributeByPercentage":
      for (let seed = 1; seed <= SEEDS; seed++) yield { ...played.plan, seed };
      return;
    case "InvokeLambdaFunction": {
      const name = functionAt(place, at);
      if (name !== undefined) yield withAnswer(played.plan, name, ["answer"], "x");
      return;
    }
    case "TransferParticipantToThirdParty":
      yield { ...played.plan, unreachable: {} };
      return;
    default:
      yield* inQueue(place.center, played.plan);
      yield* given(place, action);
  }
}

/** A text, and a number, for what is said or set by what the call brings. */
const GIVEN = ["some words", "5"];

/** Plans in which what the action's parameters read is there: a queue, words or a number. */
function* given(place: Place, { Parameters = {} }: Action): Generator<Plan> {
  const [queue = ""] = place.center.queues.keys();
  for (const parameter of Object.values(Parameters)) {
    const [path] = typeof parameter === "string" ? jsonPathsIn(parameter) : [];
    for (const value of path === undefined ? [] : [queue, ...GIVEN]) {
      yield* plansWhere(place, place.at, path ?? "", value);
    }
  }
}

const keyOfDefault = ({ errors }: PreparedAction): string | undefined =>
  errors.get("NoMatchingCondition")?.key;

/** Plans by which the action fails with the error: as it would in earnest first, then because it is made to. */
function* byError(place: Place, prepared: PreparedAction, error: string): Generator<Plan> {
  const { played, at, center } = place;
  const { plan } = played;
  const visit = played.visits[at];
  if (visit === undefined) return;
  const queue = center.queues.get(visit.queue ?? "")?.name;
  switch (error) {
    case "InputTimeLimitExceeded":
      yield moving(place, visit, { do: "nothing" });
      break;
    case "QueueAtCapacity":
      if (queue !== undefined) {
        yield {
          ...plan,
          queues: { ...plan.queues, [queue]: { ...plan.queues[queue], full: true } },
        };
      }
      break;
    case "CallFailed":
    case "ConnectionTimeLimitExceeded":
      if (visit.dialled !== undefined) {
        const why = error === "CallFailed" ? "failed" : "noAnswer";
        yield { ...plan, unreachable: { ...plan.unreachable, [visit.dialled]: why } };
      }
      break;
    case "InvalidCallbackNumber":
      yield { ...plan, from: null };
      break;
    case "InvalidPhoneNumber":
      yield moving(place, visit, { do: "press", keys: "1#" });
      break;
    default: {
      const name = functionAt(place, at);
      if (name !== undefined) {
        yield { ...plan, lambdas: { ...plan.lambdas, [name]: { fails: true } } };
      }
      if (prepared.action.Type === "CreateCallbackContact") {
        yield { ...plan, refusesCallbacks: true };
      }
    }
  }
  yield { ...plan, broken: { ...plan.broken, [prepared.action.Identifier]: error } };
}

/** Plans by which the call may take the exit at the place, the likeliest first. */
export function* alternatives(place: Place, exit: string): Generator<Plan> {
  const prepared = actionAt(place, place.at);
  const visit = place.played.visits[place.at];
  if (prepared === undefined || visit === undefined) return;
  const { plan } = place.played;
  const { [prepared.action.Identifier]: broken, ...others } = plan.broken;
  yield moving(place, visit, { do: "exit", exit });
  const error = [...prepared.errors].find(([, { key }]) => key === exit)?.[0];
  if (error === undefined || error === "NoMatchingCondition") {
    if (broken !== undefined) yield { ...plan, broken: others };
    yield* byResult(place, prepared, exit);
    yield moving(place, visit, { do: "nothing" });
    for (const channel of ["CHAT", "TASK", "VOICE"] as const) {
      yield { ...plan, contact: { ...plan.contact, channel } };
    }
  }
  if (error !== undefined) yield* byError(place, prepared, error);
}
