import {
  CreateRuleCommand,
  type CreateRuleRequest,
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListRulesCommand,
  UpdateRuleCommand,
  type UpdateRuleRequest,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectUnderTest, refusal } from "../../../support/connect-under-test";

const FUNCTION = '{"Version":"2022-11-25","RuleFunction":{"Operator":"AND","Operands":[{}]}}';

describe("rules", () => {
  const under = connectUnderTest();
  const of = () => ({ InstanceId: under.instanceId });
  const create = async (members: Partial<CreateRuleRequest> = {}) => {
    const { RuleId = "" } = await under.client.send(
      new CreateRuleCommand({
        ...of(),
        Name: under.unique("rule").replaceAll(" ", "-"),
        TriggerEventSource: { EventSourceName: "OnPostCallAnalysisAvailable" },
        Function: FUNCTION,
        Actions: [{ ActionType: "ASSIGN_CONTACT_CATEGORY", AssignContactCategoryAction: {} }],
        PublishStatus: "DRAFT",
        ...members,
      }),
    );
    under.afterwards(() => under.client.send(new DeleteRuleCommand({ ...of(), RuleId })));
    return RuleId;
  };
  const listed = async (members: object = {}) => {
    const { RuleSummaryList = [] } = await under.client.send(
      new ListRulesCommand({ ...of(), ...members }),
    );
    return RuleSummaryList.map(({ RuleId }) => RuleId);
  };

  it("are kept as they were written", async () => {
    const RuleId = await create({ Name: "kept" });
    const { Rule } = await under.client.send(new DescribeRuleCommand({ ...of(), RuleId }));
    expect(Rule).to.deep.include({
      RuleId,
      Name: "kept",
      Function: FUNCTION,
      PublishStatus: "DRAFT",
    });
    expect(Rule?.RuleArn).to.contain(`/rule/${RuleId}`);
  });

  it("are listed by state and event, page by page", async () => {
    const draft = await create();
    const live = await create({
      PublishStatus: "PUBLISHED",
      TriggerEventSource: { EventSourceName: "OnRealTimeCallAnalysisAvailable" },
    });
    expect(await listed({ PublishStatus: "PUBLISHED" })).to.deep.equal([live]);
    expect(await listed({ EventSourceName: "OnPostCallAnalysisAvailable" })).to.deep.equal([draft]);
    const page = await under.client.send(new ListRulesCommand({ ...of(), MaxResults: 1 }));
    expect(await listed({ NextToken: page.NextToken })).to.deep.equal([live]);
  });

  it("are changed as a whole, and keep the event that triggers them", async () => {
    const RuleId = await create({ Name: "before" });
    const changed: Omit<UpdateRuleRequest, "InstanceId" | "RuleId" | "Name"> = {
      Function: FUNCTION.replace("AND", "OR"),
      Actions: [{ ActionType: "ASSIGN_CONTACT_CATEGORY", AssignContactCategoryAction: {} }],
      PublishStatus: "PUBLISHED",
    };
    const update = (Name: string) =>
      under.client.send(new UpdateRuleCommand({ ...of(), ...changed, RuleId, Name }));
    await update("after");
    const { Rule } = await under.client.send(new DescribeRuleCommand({ ...of(), RuleId }));
    expect(Rule).to.deep.include({
      ...changed,
      Name: "after",
      TriggerEventSource: { EventSourceName: "OnPostCallAnalysisAvailable" },
    });
    await create({ Name: "taken" });
    expect((await refusal(update("taken"))).name).to.equal("ResourceConflictException");
  });

  it("have names of their own", async () => {
    await create({ Name: "one" });
    expect((await refusal(create({ Name: "one" }))).name).to.equal("ResourceConflictException");
  });

  for (const [what, members, message] of [
    ["text that is no JSON", { Function: "words" }, "must be JSON of Version 2022-11-25"],
    ["null", { Function: "null" }, "must be JSON of Version 2022-11-25"],
    [
      "NOT",
      { Function: FUNCTION.replace("AND", "NOT") },
      "must have AND or OR as the Operator of its RuleFunction",
    ],
    ["no condition", { Function: FUNCTION.replace("{}", "") }, "must have a condition at least"],
    ["no action", { Actions: [] }, "Actions must include at least 1 item"],
    [
      "an action that isn't emulated",
      { Actions: [{ ActionType: "END_ASSOCIATED_TASKS", EndAssociatedTasksAction: {} }] },
      "ActionType END_ASSOCIATED_TASKS is not emulated",
    ],
    [
      "an event that isn't emulated",
      { TriggerEventSource: { EventSourceName: "OnSlaBreach" } },
      "EventSourceName OnSlaBreach is not emulated",
    ],
  ] as const satisfies [string, Partial<CreateRuleRequest>, string][]) {
    it(`are refused with ${what}`, async () => {
      const error = await refusal(create(members));
      expect(error.name).to.equal("InvalidRequestException");
      expect(error.message).to.contain(message);
    });
  }
});
