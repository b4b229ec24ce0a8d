import { anyChange } from "../judgements/settings.ts";
import type { Loss } from "../type-rules.ts";

/** Reasons that stand in more than one table. */
export const TEXT = "texts for people, on which nothing hangs";
export const LABELS = "labels, on which no permission here depends";
export const PATIENCE = "how long Terraform waits";
export const FIXED = "it says which thing this is, and AWS changes it in no thing";
export const MADE_OF = "what the thing is made of hangs on it";
export const ROUTINE = "people work with it every day, and the next change takes it back";

export const TABLE = "what may change: plan-review/gate/types/";

/** A thing of which nobody needs another one but with a feature that is switched on. */
export function newPart(what: string): Loss {
  return {
    happens: `makes ${what} in a center that is in service`,
    because: "what the project doesn't have yet comes with code and rights that nobody has seen",
    source: TABLE,
  };
}

/** The provider has no call that moves a thing of Amazon Connect to another instance. */
export const ANOTHER_INSTANCE = anyChange({
  path: ["instance_id"],
  effect: "change",
  happens: "moves it to another instance in place",
  because: "Connect has no such call: the apply breaks off half-way",
  source: "measured on AWS provider 5.100.0 (rule PLAN-05)",
});
