import type { RuleAction, RuleTriggerEventSource } from "@aws-sdk/client-connect";

import { madeBefore, remember } from "../store/client-tokens";
import {
  add,
  callerOf,
  find,
  findInstance,
  newIdInQuota,
  notEmulated,
  refuseGiven,
  requireUniqueName,
} from "../store/lookup";
import { ConnectError } from "../protocol/errors";
import type { Account, Operations } from "../store/operation";

/** The only version, https://docs.aws.amazon.com/connect/latest/APIReference/example-rule-function.html. */
const VERSION = "2022-11-25";

/** What is emulated: Contact Lens rules that put a call into a category. They are stored, but never evaluated. */
const EVENTS = ["OnPostCallAnalysisAvailable", "OnRealTimeCallAnalysisAvailable"];
const ACTIONS = ["ASSIGN_CONTACT_CATEGORY"];

/** The operations on rules. */
export const ruleOperations: Operations = {
  CreateRule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const repeated = instance.rules.get(madeBefore(account, "CreateRule", input.ClientToken) ?? "");
    if (repeated !== undefined) return { RuleId: repeated.RuleId, RuleArn: repeated.RuleArn };
    refuseGiven(input, ["PreEvaluationFilters"]);
    requireEvent(input.TriggerEventSource);
    requireActions(input.Actions);
    requireFunction(input.Function);
    requireUniqueName(instance, "rules", input.Name);
    const { id, arn } = newIdInQuota(account, instance, "rules");
    add(instance, "rules", {
      RuleId: id,
      RuleArn: arn,
      Name: input.Name,
      TriggerEventSource: input.TriggerEventSource,
      Function: input.Function,
      Actions: input.Actions,
      PublishStatus: input.PublishStatus,
      Tags: input.Tags ?? {},
      CreatedTime: account.now(),
      ...updatedBy(account),
    });
    remember(account, "CreateRule", input.ClientToken, id);
    return { RuleId: id, RuleArn: arn };
  },

  DescribeRule: (input, account) => ({
    Rule: find(findInstance(account, input.InstanceId), "rules", input.RuleId),
  }),

  ListRules(input, account) {
    const { rules } = findInstance(account, input.InstanceId);
    const { PublishStatus = "", EventSourceName = "" } = input;
    return {
      RuleSummaryList: [...rules.values()]
        .filter((rule) => ["", rule.PublishStatus].includes(PublishStatus))
        .filter((rule) => ["", rule.TriggerEventSource.EventSourceName].includes(EventSourceName))
        .map((rule) => ({
          ...rule,
          EventSourceName: rule.TriggerEventSource.EventSourceName,
          ActionSummaries: rule.Actions.map(({ ActionType }) => ({ ActionType })),
        })),
    };
  },

  UpdateRule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    const rule = find(instance, "rules", input.RuleId);
    refuseGiven(input, ["PreEvaluationFilters"]);
    requireActions(input.Actions);
    requireFunction(input.Function);
    requireUniqueName(instance, "rules", input.Name, { except: rule.RuleId });
    const { Name, Function: condition, Actions, PublishStatus } = input;
    Object.assign(rule, {
      Name,
      Function: condition,
      Actions,
      PublishStatus,
      ...updatedBy(account),
    });
    return {};
  },

  DeleteRule(input, account) {
    const instance = findInstance(account, input.InstanceId);
    instance.rules.delete(find(instance, "rules", input.RuleId).RuleId);
    return {};
  },
};

const updatedBy = (account: Account) => ({
  LastUpdatedTime: account.now(),
  LastUpdatedBy: callerOf(account),
});

function requireEvent({ EventSourceName }: RuleTriggerEventSource): void {
  if (EventSourceName === undefined || !EVENTS.includes(EventSourceName))
    throw notEmulated("EventSourceName", [EventSourceName ?? ""]);
}

function requireActions(actions: readonly Partial<RuleAction>[]): void {
  if (actions.length === 0) throw invalid("Actions must include at least 1 item");
  for (const { ActionType = "" } of actions) {
    if (!ACTIONS.includes(ActionType)) throw notEmulated("ActionType", [ActionType]);
  }
}

/** Checks the outer members; conditions are stored as they are. */
function requireFunction(text: string): void {
  const { Version, RuleFunction } = parsed(text);
  const { Operator, Operands } = RuleFunction ?? {};
  if (Version !== VERSION) throw invalid(`Function must be JSON of Version ${VERSION}`);
  if (Operator !== "AND" && Operator !== "OR")
    throw invalid("Function must have AND or OR as the Operator of its RuleFunction");
  if (!Array.isArray(Operands) || Operands.length === 0)
    throw invalid("Function must have a condition at least among the Operands of its RuleFunction");
}

interface RuleFunction {
  readonly Version?: unknown;
  readonly RuleFunction?: { readonly Operator?: unknown; readonly Operands?: unknown } | null;
}

function parsed(text: string): RuleFunction {
  try {
    return (JSON.parse(text) as RuleFunction | null) ?? {};
  } catch {
    return {};
  }
}

const invalid = (message: string) => new ConnectError("InvalidRequestException", message);
