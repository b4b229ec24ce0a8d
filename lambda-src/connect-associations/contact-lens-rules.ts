import {
  type ConnectClient,
  CreateRuleCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  paginateListRules,
  type RuleAction,
  type RuleSummary,
  UpdateRuleCommand,
} from "@aws-sdk/client-connect";

import type { Association, ContactLensRules } from "./desired-state";

type Wanted = ContactLensRules["rules"][number];

const EVENT = "OnPostCallAnalysisAvailable";

/**
 * Keeps Contact Lens rules published with the desired conditions. The record of runs holds their names. A rule
 * holds no data, so one that is no longer desired is deleted; calls keep the categories they got from it.
 */
export class ContactLensRuleAssociation implements Association<ContactLensRules> {
  public constructor(private readonly connect: ConnectClient) {}

  public ownedBy({ rules }: ContactLensRules): string[] {
    return rules.map(({ name }) => name);
  }

  public async observe(desired: ContactLensRules, owned: readonly string[]): Promise<string[]> {
    const existing = await this.list(desired.instanceId);
    const drift = [];
    for (const rule of desired.rules) {
      const there = existing.get(rule.name);
      if (there === undefined) {
        drift.push(`rule "${rule.name}" is missing`);
      } else if (!(await this.isAsWanted(desired.instanceId, there, rule))) {
        drift.push(`rule "${rule.name}" was changed`);
      }
    }
    for (const { Name } of this.dropped(desired, owned, existing)) {
      drift.push(`rule "${Name}" is still there`);
    }
    return drift;
  }

  public async reconcile(desired: ContactLensRules, owned: readonly string[]): Promise<void> {
    const { instanceId } = desired;
    const existing = await this.list(instanceId);
    for (const rule of this.dropped(desired, owned, existing)) {
      await this.delete(instanceId, rule);
    }
    for (const rule of desired.rules) {
      await this.bringAbout(instanceId, rule, existing.get(rule.name));
    }
  }

  public async remove(instanceId: string, owned: readonly string[]): Promise<void> {
    await this.reconcile({ kind: "contactLensRules", instanceId, rules: [] }, owned);
  }

  private dropped(
    desired: ContactLensRules,
    owned: readonly string[],
    existing: ReadonlyMap<string, RuleSummary>,
  ): RuleSummary[] {
    const wanted = this.ownedBy(desired);
    return [...existing]
      .filter(([name]) => owned.includes(name) && !wanted.includes(name))
      .map(([, rule]) => rule);
  }

  private async bringAbout(
    InstanceId: string,
    rule: Wanted,
    there: RuleSummary | undefined,
  ): Promise<void> {
    if (there !== undefined && (await this.isAsWanted(InstanceId, there, rule))) return;
    if (there?.EventSourceName === EVENT) {
      await this.connect.send(
        new UpdateRuleCommand({ InstanceId, RuleId: there.RuleId, ...contentOf(rule) }),
      );
      return;
    }
    // UpdateRule can't change the event that triggers a rule.
    if (there !== undefined) await this.delete(InstanceId, there);
    await this.connect.send(
      new CreateRuleCommand({
        InstanceId,
        TriggerEventSource: { EventSourceName: EVENT },
        ...contentOf(rule),
      }),
    );
  }

  private async delete(InstanceId: string, { RuleId }: RuleSummary): Promise<void> {
    await this.connect.send(new DeleteRuleCommand({ InstanceId, RuleId }));
  }

  private async isAsWanted(
    InstanceId: string,
    { RuleId, EventSourceName, PublishStatus }: RuleSummary,
    wanted: Wanted,
  ): Promise<boolean> {
    if (EventSourceName !== EVENT || PublishStatus !== "PUBLISHED") return false;
    const { Rule } = await this.connect.send(new DescribeRuleCommand({ InstanceId, RuleId }));
    return (
      has(parsed(Rule?.Function ?? ""), functionOf(wanted)) &&
      has(
        Rule?.Actions?.map(({ ActionType }) => ActionType),
        ACTIONS.map(actionType),
      )
    );
  }

  private async list(InstanceId: string): Promise<ReadonlyMap<string, RuleSummary>> {
    const found = new Map<string, RuleSummary>();
    for await (const page of paginateListRules({ client: this.connect }, { InstanceId })) {
      for (const rule of page.RuleSummaryList ?? []) found.set(rule.Name ?? "", rule);
    }
    return found;
  }
}

/** The category has the rule's name. */
const ACTIONS: RuleAction[] = [
  { ActionType: "ASSIGN_CONTACT_CATEGORY", AssignContactCategoryAction: {} },
];

const actionType = ({ ActionType }: RuleAction) => ActionType;

const contentOf = (rule: Wanted) => ({
  Name: rule.name,
  Function: JSON.stringify(functionOf(rule)),
  Actions: ACTIONS,
  PublishStatus: "PUBLISHED" as const,
});

/**
 * The condition in the language of rules; never tried on AWS.
 * @see https://docs.aws.amazon.com/connect/latest/devguide/OnPostCallAnalysisAvailable.html
 */
function functionOf(rule: Wanted) {
  const condition =
    "words" in rule
      ? {
          Operator: "CONTAINS_ANY",
          Operands: rule.words,
          ComparisonValue: "$.ContactLens.PostCall.ExactMatch.Transcript",
          FilterClause: {
            LogicOperator: "AND",
            Filters: [{ Type: "ParticipantRole", Data: rule.saidBy }],
          },
          Negate: false,
        }
      : {
          Operator: "NumberGreaterOrEqualTo",
          Operands: [rule.silencePercent],
          ComparisonValue: "$.ContactLens.PostCall.Agent.NonTalkTimePct",
          Negate: false,
        };
  return { Version: "2022-11-25", RuleFunction: { Operator: "AND", Operands: [condition] } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value has everything that is desired. Other members of objects are ignored, other entries of lists are not. */
function has(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((each, index) => has(value[index], each))
    );
  }
  if (typeof wanted === "object" && wanted !== null) {
    return (
      typeof value === "object" &&
      value !== null &&
      Object.entries(wanted).every(([name, each]) =>
        has((value as Readonly<Record<string, unknown>>)[name], each),
      )
    );
  }
  return value === wanted;
}
