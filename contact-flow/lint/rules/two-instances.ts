import { inAdminGuide } from "../../facts/source";
import { arnsOf } from "../arns";
import type { Rule } from "../rule";

const INSTANCE = /^arn:[^:]*:connect:([^:]*:\d*:instance\/[^/]+)/;

export const rule: Rule = {
  id: "two-instances",
  level: "error in ours",
  reason: "a flow can use only resources of its own instance",
  fix: "write the ids that the resources have in the flow's own instance",
  source: inAdminGuide("contact-flow-import-export"),
  *check(view) {
    let first: string | undefined;
    const told = new Set<string>();
    for (const { index, path, arn } of arnsOf(view)) {
      const instance = INSTANCE.exec(arn)?.[1];
      if (instance === undefined) continue;
      first ??= instance;
      if (instance !== first && !told.has(instance)) {
        told.add(instance);
        yield {
          index,
          path,
          message: `the flow refers to resources of two instances, ${first} and ${instance}`,
        };
      }
    }
  },
};
