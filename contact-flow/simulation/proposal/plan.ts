import { type Json, objectOf } from "../../json";
import type { NewContact } from "../../runtime";
import type { LambdaBehaviour, QueueState } from "../world";

/** What is done where a call waits: keys, nothing until its time is over, or an exit by its key. */
export type Move =
  | { readonly do: "press"; readonly keys: string }
  | { readonly do: "nothing" }
  | { readonly do: "exit"; readonly exit: string };

/** A call to try: what the world is like, and what is done at each wait, in their order. */
export interface Plan {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** E.164; null withholds it. */
  readonly from: string | null;
  readonly contact: Partial<NewContact>;
  /** Schedules that are closed. */
  readonly closed: readonly string[];
  readonly queues: Readonly<Record<string, Partial<QueueState>>>;
  /** By function name. */
  readonly lambdas: Readonly<Record<string, LambdaBehaviour>>;
  readonly broken: Readonly<Record<string, string>>;
  readonly unreachable: Readonly<Record<string, "failed" | "noAnswer">>;
  readonly refusesCallbacks: boolean;
  readonly seed: number;
  readonly moves: readonly Move[];
}

/** An ordinary call at that moment, in which every function answers and nobody presses a key. */
export const ordinaryCall = (at: number): Plan => ({
  at,
  from: "+13025550123",
  contact: {},
  closed: [],
  queues: {},
  lambdas: {},
  broken: {},
  unreachable: {},
  refusesCallbacks: false,
  seed: 1,
  moves: [],
});

/** A function's answer with a value at this place, beside what it answers already. */
export function withAnswer(
  plan: Plan,
  name: string,
  [key = "", ...deeper]: readonly string[],
  value: string,
): Plan {
  const before = plan.lambdas[name];
  const answers = before !== undefined && "answers" in before ? before.answers : {};
  const known = typeof answers === "function" ? {} : objectOf(answers);
  const nested = deeper.reduceRight<Json>((inner, step) => ({ [step]: inner }), value);
  return {
    ...plan,
    lambdas: { ...plan.lambdas, [name]: { answers: { ...known, [key]: nested } } },
  };
}
