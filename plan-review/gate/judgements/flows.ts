import type { PlannedChange } from "../../plan.ts";
import type { Judgement } from "../type-rules.ts";
import { flowIn, NO_FLOW } from "./flow/graph.ts";
import { PRIVACY_RULES } from "./flow/privacy-rules.ts";
import { LANGUAGE } from "./flow/rule.ts";
import { SERVICE_RULES } from "./flow/service-rules.ts";

/** What is said of a flow, and when. */
export const FLOW_RULES = [...PRIVACY_RULES, ...SERVICE_RULES];

/**
 * What callers meet may change, and the review shows it block by block: texts, the order of a menu,
 * blocks of known types, as long as everybody still gets to whom they got. What the review doesn't
 * show at a glance is judged, of new flows, too. Only blocks that a caller can come to count.
 */
export const flowContent: Judgement = (change, context) => {
  const after = flowIn(context.text(change, ["content"]));
  if (after === undefined) {
    return [
      {
        effect: "disrupt",
        happens: "writes a flow that can't be read here",
        because: "what callers meet then, nobody has seen",
        source: LANGUAGE,
        cure: "render it from a template in flow-templates/",
      },
    ];
  }
  const before = flowIn(change.before?.content) ?? NO_FLOW;
  const flows = { address: change.address, before, after, context, type: change.after?.type };
  return FLOW_RULES.flatMap(({ harms, ...harm }) => {
    const found = harms(flows);
    if (found === false || (found !== true && found.length === 0)) return [];
    const what = found === true ? "" : ` ${found.join(", ")}`;
    return [{ ...harm, happens: `${harm.happens}${what}` }];
  });
};

/** A flow that goes: one that something still leads to is missed by it. */
export const flowInUse: Judgement = ({ address, before }, { resources }) => {
  const names = [before?.arn, before?.contact_flow_id].filter((name) => typeof name === "string");
  const leadsTo = ({ address: other, after }: PlannedChange): boolean =>
    other !== address && names.some((name) => JSON.stringify(after ?? {}).includes(name));
  const users = resources.filter(leadsTo).map((each) => each.address);
  if (users.length === 0) return [];
  return [
    {
      effect: "destroy",
      happens: `deletes the flow to which ${users.join(", ")} still leads`,
      because: "callers who get there hear the flow end",
      source: "https://docs.aws.amazon.com/connect/latest/APIReference/API_DeleteContactFlow.html",
      cure: "let nothing lead to it first",
    },
  ];
};
