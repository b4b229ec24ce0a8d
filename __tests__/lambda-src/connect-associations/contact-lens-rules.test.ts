import {
  CreateRuleCommand,
  DescribeRuleCommand,
  ListRulesCommand,
  type RuleAction,
  UpdateRuleCommand,
  type UpdateRuleRequest,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { ContactLensRuleAssociation } from "../../../lambda-src/connect-associations/contact-lens-rules";
import type { ContactLensRules } from "../../../lambda-src/connect-associations/desired-state";
import { connectUnderTest } from "../../support/connect-under-test";

type Rule = ContactLensRules["rules"][number];

const said = (name: string, ...words: string[]): Rule => ({ name, words, saidBy: "CUSTOMER" });
const ACTIONS: RuleAction[] = [
  { ActionType: "ASSIGN_CONTACT_CATEGORY", AssignContactCategoryAction: {} },
];

describe("Rules of Contact Lens, as the reconciler keeps them", () => {
  const under = connectUnderTest();
  const association = () => new ContactLensRuleAssociation(under.client);
  const wanted = (...rules: Rule[]): ContactLensRules => ({
    kind: "contactLensRules",
    instanceId: under.instanceId,
    rules,
  });
  const of = () => ({ InstanceId: under.instanceId });
  const drift = (...rules: Rule[]) => association().observe(wanted(...rules), []);
  const set = async (...rules: Rule[]) => {
    await association().reconcile(wanted(...rules), []);
  };
  const ruleOf = async (name: string) => {
    const { RuleSummaryList = [] } = await under.client.send(new ListRulesCommand(of()));
    const RuleId = RuleSummaryList.find(({ Name }) => Name === name)?.RuleId;
    if (RuleId === undefined) return undefined;
    return (await under.client.send(new DescribeRuleCommand({ ...of(), RuleId }))).Rule;
  };
  const change = async (name: string, members: Partial<UpdateRuleRequest>) => {
    const rule = await ruleOf(name);
    await under.client.send(
      new UpdateRuleCommand({
        ...of(),
        RuleId: rule?.RuleId,
        Name: name,
        Function: rule?.Function,
        Actions: rule?.Actions,
        PublishStatus: rule?.PublishStatus,
        ...members,
      }),
    );
  };

  it("find words by who says them, and are made no second time", async () => {
    expect(await drift(said("tea", "my lawyer"))).to.deep.equal(['rule "tea" is missing']);
    await set(said("tea", "my lawyer"));
    await set(said("tea", "my lawyer"));
    expect(await drift(said("tea", "my lawyer"))).to.deep.equal([]);
    const rule = await ruleOf("tea");
    expect(rule).to.deep.include({ PublishStatus: "PUBLISHED", Actions: ACTIONS });
    expect(JSON.parse(rule?.Function ?? "")).to.deep.equal({
      Version: "2022-11-25",
      RuleFunction: {
        Operator: "AND",
        Operands: [
          {
            Operator: "CONTAINS_ANY",
            Operands: ["my lawyer"],
            ComparisonValue: "$.ContactLens.PostCall.ExactMatch.Transcript",
            FilterClause: {
              LogicOperator: "AND",
              Filters: [{ Type: "ParticipantRole", Data: "CUSTOMER" }],
            },
            Negate: false,
          },
        ],
      },
    });
  });

  it("find silence by its share of the call", async () => {
    await set({ name: "hush", silencePercent: 40 });
    expect(JSON.parse((await ruleOf("hush"))?.Function ?? "")).to.deep.equal({
      Version: "2022-11-25",
      RuleFunction: {
        Operator: "AND",
        Operands: [
          {
            Operator: "NumberGreaterOrEqualTo",
            Operands: [40],
            ComparisonValue: "$.ContactLens.PostCall.Agent.NonTalkTimePct",
            Negate: false,
          },
        ],
      },
    });
    expect(await drift({ name: "hush", silencePercent: 40 })).to.deep.equal([]);
    expect(await drift({ name: "hush", silencePercent: 41 })).to.deep.equal([
      'rule "hush" was changed',
    ]);
  });

  for (const [changed, members] of [
    [
      "other words",
      { Function: '{"Version":"2022-11-25","RuleFunction":{"Operator":"OR","Operands":[{}]}}' },
    ],
    ["been unpublished", { PublishStatus: "DRAFT" }],
    ["an action more", { Actions: [...ACTIONS, ...ACTIONS] }],
  ] as const satisfies [string, Partial<UpdateRuleRequest>][]) {
    it(`are set right where one has ${changed}`, async () => {
      await set(said("nap", "sleep"));
      await change("nap", members);
      expect(await drift(said("nap", "sleep"))).to.deep.equal(['rule "nap" was changed']);
      await set(said("nap", "sleep"));
      expect(await drift(said("nap", "sleep"))).to.deep.equal([]);
    });
  }

  it("are made anew where one of their name waits for something else", async () => {
    await under.client.send(
      new CreateRuleCommand({
        ...of(),
        Name: "live",
        TriggerEventSource: { EventSourceName: "OnRealTimeCallAnalysisAvailable" },
        Function: '{"Version":"2022-11-25","RuleFunction":{"Operator":"OR","Operands":[{}]}}',
        Actions: ACTIONS,
        PublishStatus: "PUBLISHED",
      }),
    );
    await set(said("live", "help"));
    expect(await drift(said("live", "help"))).to.deep.equal([]);
  });

  it("are deleted when they are dropped or removed, and only those that are owned", async () => {
    await set(said("golf", "a"), said("chess", "a"), said("by-hand", "a"));
    const owned = ["golf", "chess", "never-made"];
    const desired = wanted(said("golf", "a"));
    expect(await association().observe(desired, owned)).to.deep.equal([
      'rule "chess" is still there',
    ]);
    await association().reconcile(desired, owned);
    expect(await association().observe(desired, owned)).to.deep.equal([]);
    expect(await ruleOf("chess")).to.equal(undefined);
    await association().remove(under.instanceId, ["golf"]);
    expect(await ruleOf("golf")).to.equal(undefined);
    expect((await ruleOf("by-hand"))?.Name).to.equal("by-hand");
  });
});
