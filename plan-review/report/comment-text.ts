import { type CostChange, costSection } from "./cost-changes.ts";
import { type FlowDifference, flowSection } from "./flow-changes.ts";
import { closed, cut } from "./markdown.ts";
import { planSections } from "./plan-sections.ts";
import type { Review } from "./review.ts";
import { type ServiceChange, serviceSection } from "./service-changes.ts";

/**
 * Characters of a comment or an issue; GitHub takes 65,536, of which the marker needs some.
 * @see https://github.com/orgs/community/discussions/27190
 */
export const LIMIT = 65_000;

/** Characters that are kept free for headings, folds and the notes on what was cut. */
const RESERVE = 1_000;

/** What a comment on a pull request tells. */
export interface CommentParts {
  /** Each environment, with its review where there is one. */
  readonly reviews: readonly (readonly [environment: string, review: Review | undefined])[];
  /** Each flow that differs; undefined where flows could not be compared. */
  readonly flows: readonly FlowDifference[] | undefined;
  /** Each environment in which a call, or a month, costs something else. */
  readonly costs: readonly CostChange[];
  /** Each queue that is expected to give another service. */
  readonly service: readonly ServiceChange[];
  /** The commit that was planned. */
  readonly commit: string;
  /** Address of the workflow's run, where everything stands in full. */
  readonly run: string;
}

/**
 * The comment on a pull request: the summaries first, then the flows, then the plans, folded. What
 * has no room is cut at the end, the plans before the flows, and said so.
 */
export function commentText({ reviews, flows, costs, service, commit, run }: CommentParts): string {
  const head = [
    "## What this pull request changes",
    ...reviews.map(([environment, review]) => review?.summary ?? noPlan(environment, run)),
    serviceSection(service),
    costSection(costs),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  const foot = `Planned for ${commit.slice(0, 10)} by [this run](${run}), which has all of it.`;
  const top = cut(head, LIMIT - RESERVE - foot.length);
  if (top.missing > 0) {
    return [closed(top.text), "", `… and ${top.missing} more lines.`, "", foot].join("\n");
  }
  let room = LIMIT - RESERVE - foot.length - head.length;
  const flowText = drawn(flows, room);
  room -= flowText.length;
  return [head, flowText, ...planSections(reviews, room), foot]
    .filter((part) => part !== "")
    .join("\n\n");
}

function noPlan(environment: string, run: string): string {
  return `### ${environment}: no plan\n\nThere is none to show: [the run](${run}) tells why.`;
}

/** Who has drawn it: what the plans say doesn't come from the change's own code. */
const DRAWN = "### Flows, drawn by the change's own code";

function drawn(flows: readonly FlowDifference[] | undefined, room: number): string {
  if (flows?.length === 0) return "";
  const text = flows === undefined ? "The flows could not be compared." : flowSection(flows, room);
  return `${DRAWN}\n\n${text}`;
}
