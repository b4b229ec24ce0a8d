import { isNothing, valueAt } from "../../values.ts";
import type { Path } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { endsCalls } from "./flow/hooks.ts";
import { ownAddress } from "./own.ts";

const CONFIG = ["quick_connect_config", 0] as const;
const FLOWS: readonly Path[] = ["queue_config", "user_config"].map((kind) => [
  ...CONFIG,
  kind,
  0,
  "contact_flow_id",
]);
const NUMBER: Path = [...CONFIG, "phone_config", 0, "phone_number"];

/** What a quick connect names, and of which types that is. */
const NAMED: readonly (readonly [path: Path, types: readonly string[]])[] = [
  [[...CONFIG, "queue_config", 0, "queue_id"], ["aws_connect_queue"]],
  [[...CONFIG, "user_config", 0, "user_id"], ["aws_connect_user"]],
  ...FLOWS.map((path) => [path, ["aws_connect_contact_flow"]] as const),
];

/**
 * Judges where agents transfer calls to by a quick connect: to queues and users of this stack, unnamed;
 * to a telephone that is new to it, not. In a center that isn't in service yet it may have any.
 */
export const transfersTo: Judgement = (change, context) => {
  const harms: Harm[] = [];
  const sets = (path: Path): boolean => {
    const after = context.after(change, path);
    if (after.kind !== "known") return after.kind === "open";
    return !isNothing(after.value) && after.value !== valueAt(change.before, path);
  };
  const isNew = context.isNew(change) && change.before === null;
  if (sets(NUMBER) && !isNew) {
    harms.push({
      effect: "grant",
      happens: "lets agents transfer calls to another telephone number",
      because: "whoever has it talks with the callers, and the center pays for the call",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html",
      cure: "transfer to a queue or a user; or name it, once somebody has called the number",
    });
  }
  const foreign = NAMED.filter(
    ([path, types]) =>
      sets(path) && ownAddress(context.text(change, path), types, context) === undefined,
  );
  if (foreign.length > 0) {
    harms.push({
      effect: "grant",
      happens: `lets agents transfer calls to what isn't in this stack (${[...new Set(foreign.map(([path]) => path.at(-1)))].join(", ")})`,
      because: "nobody here has seen where the callers get to",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html",
      cure: "name a queue, a user and a flow of this stack",
    });
  }
  const ending = context.firstApply
    ? []
    : FLOWS.filter((path) => {
        const flow = ownAddress(context.text(change, path), ["aws_connect_contact_flow"], context);
        return sets(path) && flow !== undefined && endsCalls(flow, context);
      });
  if (ending.length > 0) {
    harms.push({
      effect: "disrupt",
      happens: "lets a flow transfer calls that ends them",
      because: "who is transferred hears the call end",
      source: "https://docs.aws.amazon.com/connect/latest/adminguide/quick-connects.html",
      cure: "let a flow do it that leads callers to an agent or a queue",
    });
  }
  return harms;
};
