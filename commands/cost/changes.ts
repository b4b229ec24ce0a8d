import type { CostChange } from "../../plan-review/report/cost-changes";
import type { Configuration } from "../docs/configuration";
import { estimate, totalOf } from "./estimate";

/** Dollars from which on a month is another class; below, an alarm more or less would be news. */
const MONTH_MATTERS = 1;
/** Dollars below which a call costs the same: what isn't shown. */
const CALL_MATTERS = 0.0005;

/** An environment before and after a change; undefined where it isn't there. */
export type Environments = ReadonlyMap<string, Configuration>;

/**
 * The environments in which a change moves the class of the price: what a call costs, or an idle month by a
 * dollar and more.
 */
export function costChanges(before: Environments, after: Environments): CostChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((environment) => {
    const [old, now] = [pricesOf(before.get(environment)), pricesOf(after.get(environment))];
    const change: CostChange = {
      environment,
      call: [old.call, now.call],
      idleMonth: [old.idleMonth, now.idleMonth],
    };
    const isNews =
      Math.abs(now.call - old.call) >= CALL_MATTERS ||
      Math.abs(now.idleMonth - old.idleMonth) >= MONTH_MATTERS;
    return isNews ? [change] : [];
  });
}

/** A call is one with a minute of waiting and four of talk, as `npm run cost` has it. */
function pricesOf(configuration: Configuration | undefined) {
  if (configuration === undefined) return { call: 0, idleMonth: 0 };
  const month = (calls: number) =>
    totalOf(estimate(configuration, { calls, talkMinutes: 4, waitMinutes: 1, outboundCalls: 0 }));
  const idleMonth = month(0);
  return { call: month(1) - idleMonth, idleMonth };
}
