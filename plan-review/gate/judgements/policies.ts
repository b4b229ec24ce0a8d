import { type Differences, differencesBetween } from "../../policy/gains.ts";
import { permissionDifferences } from "../../policy/lambda-permission.ts";
import { attachmentGains, boundaryGains, boundaryLosses } from "../../policy/role.ts";
import type { PolicyKind } from "../../policy/document.ts";
import type { PlannedChange } from "../../plan.ts";
import { valueAt } from "../../values.ts";
import type { Path } from "../context.ts";
import type { Harm } from "../finding.ts";
import type { Judgement } from "../type-rules.ts";
import { grantsToOthers } from "./outsiders.ts";

const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/**
 * Judges a policy, statement by statement: whatever somebody gains or loses must be named. In a stack
 * that isn't in service yet everything is new: there nobody outside of the account may gain, and
 * nobody everything.
 *
 * @param of - What has the policy, for the sentences; its name is added where the plan has one.
 */
export function policy(kind: PolicyKind, of: string, path: Path = ["policy"]): Judgement {
  return (change, context) => {
    const value = context.after(change, path);
    if (value.kind === "computed") return [];
    const after = value.kind === "known" ? (value.value ?? null) : undefined;
    if (context.isNew(change) && (change.before === null || value.kind !== "known")) {
      const text = after ?? context.template(change, path);
      return grantsToOthers(text, kind, context).map(grant);
    }
    const before = valueAt(change.before, path) ?? null;
    return both(differencesBetween(before, after, { kind, of: nameOf(change, of) }));
  };
}

/** What a role may do at most. */
export const boundary: Judgement = ({ before, after, afterUnknown }) =>
  both({
    gains: boundaryGains(before, after, afterUnknown),
    losses: boundaryLosses(before, after, afterUnknown),
  });

/** Which managed policies a role has: AWS's for logs, or one of this stack, whose text is judged. */
export const attachment: Judgement = (change, context) => {
  if (context.firstApply && context.named(change, ["policy_arn"], ["aws_iam_policy"])) return [];
  return attachmentGains(change.before, change.after, change.afterUnknown).map(grant);
};

/** Who may invoke a function. */
export const permission: Judgement = (change, context) => {
  const { before, after, afterUnknown } = change;
  const isConnect =
    after?.principal === "connect.amazonaws.com" &&
    context.named(change, ["source_arn"], ["aws_connect_instance"]) !== undefined;
  if (context.firstApply && isConnect) return [];
  return both(permissionDifferences(before, after, afterUnknown));
};

function nameOf({ address, before, after }: PlannedChange, of: string): string {
  const name = [after, before]
    .flatMap((values) => [values?.role, values?.name, values?.bucket])
    .find((each) => typeof each === "string");
  return typeof name === "string" ? `${of} ${name}` : `${of} of ${address}`;
}

function both({ gains, losses }: Differences): Harm[] {
  return [...gains.map(grant), ...losses.map(cutOff)];
}

function cutOff(happens: string): Harm {
  return {
    effect: "disrupt",
    happens,
    because: "who works by it can't any more: nothing is recorded or told, or a function fails",
    source: `${IAM}/reference_policies_evaluation-logic.html`,
    cure: "leave it as it is, if nobody has looked who needs it",
  };
}

function grant(happens: string): Harm {
  return {
    effect: "grant",
    happens,
    because: "it may open what nobody else should read, or let somebody in who shouldn't be",
    source: `${IAM}/access_policies.html`,
    cure: "leave it as it is, or give less",
  };
}
