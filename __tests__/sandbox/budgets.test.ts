import { expect } from "chai";

import { createBudgets } from "../../sandbox/budgets";

describe("The sandbox's AWS Budgets", () => {
  const service = createBudgets();
  const call = async (operation: string, input: object): Promise<Record<string, unknown>> => {
    const { status, body } = await service({
      method: "POST",
      url: "/",
      headers: { "x-amz-target": `AWSBudgetServiceGateway.${operation}` },
      body: Buffer.from(JSON.stringify({ AccountId: "1", ...input })),
    });
    return { status, ...(JSON.parse(body.toString()) as object) };
  };
  const name = { BudgetName: "calls" };
  const Notification = {
    NotificationType: "ACTUAL",
    ComparisonOperator: "GREATER_THAN",
    Threshold: 100,
  };
  const Subscribers = [{ SubscriptionType: "SNS", Address: "arn:topic" }];
  const ResourceARN = "arn:aws:budgets::1:budget/calls";

  it("keep a budget, with what Budgets fills in, and no second one of its name", async () => {
    const Budget = { ...name, BudgetType: "COST", TimeUnit: "DAILY" };
    const create = { Budget, ResourceTags: [{ Key: "a", Value: "1" }] };
    expect(await call("CreateBudget", create)).to.deep.equal({ status: 200 });
    expect((await call("CreateBudget", create)).status).to.equal(400);
    const { Budget: kept } = await call("DescribeBudget", name);
    expect(kept).to.include(Budget);
    const { TimePeriod, CostTypes } = kept as Record<string, Record<string, unknown>>;
    expect([TimePeriod?.End, CostTypes?.IncludeTax]).to.deep.equal([3_706_473_600, true]);
    expect((await call("DescribeBudgets", {})).Budgets).to.have.length(1);
  });

  it("change it, and leave what isn't said", async () => {
    await call("UpdateBudget", { NewBudget: { ...name, BudgetLimit: { Amount: "5" } } });
    const { Budget: kept } = await call("DescribeBudget", name);
    expect(kept).to.deep.include({ BudgetLimit: { Amount: "5" }, TimeUnit: "DAILY" });
  });

  it("keep notifications with who is told", async () => {
    const of = { ...name, Notification };
    await call("CreateNotification", { ...of, Subscribers });
    expect((await call("CreateNotification", { ...of, Subscribers })).status).to.equal(400);
    expect((await call("DescribeNotificationsForBudget", name)).Notifications).to.deep.equal([
      Notification,
    ]);
    expect((await call("DescribeSubscribersForNotification", of)).Subscribers).to.deep.equal(
      Subscribers,
    );
    const other = { ...name, Notification: { ...Notification, Threshold: 80 } };
    expect((await call("DescribeSubscribersForNotification", other)).status).to.equal(404);
    expect((await call("DeleteNotification", other)).status).to.equal(404);
    await call("DeleteNotification", of);
    expect((await call("DescribeNotificationsForBudget", name)).Notifications).to.deep.equal([]);
  });

  it("keep tags", async () => {
    await call("TagResource", { ResourceARN, ResourceTags: [{ Key: "b", Value: "2" }] });
    await call("UntagResource", { ResourceARN, ResourceTagKeys: ["a"] });
    expect((await call("ListTagsForResource", { ResourceARN })).ResourceTags).to.deep.equal([
      { Key: "b", Value: "2" },
    ]);
  });

  it("refuse what lacks a member, or its name", async () => {
    const refused = { status: 400, __type: "InvalidParameterException" };
    expect(await call("CreateBudget", {})).to.include(refused);
    expect(await call("CreateBudget", { Budget: {} })).to.include(refused);
    expect(await call("TagResource", { ResourceARN })).to.include({
      ...refused,
      message: "ResourceTags is required",
    });
  });

  it("delete it, and say what isn't there or isn't emulated", async () => {
    expect((await call("DescribeBudgetPerformanceHistory", name)).status).to.equal(501);
    await call("DeleteBudget", name);
    expect(await call("DescribeBudget", name)).to.include({
      status: 404,
      __type: "NotFoundException",
    });
  });
});
