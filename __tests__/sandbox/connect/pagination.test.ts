import {
  ListContactFlowsCommand,
  ListInstancesCommand,
  ListQueuesCommand,
  paginateListContactFlows,
  paginateSearchContactFlows,
  SearchContactFlowsCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../support/connect-under-test";

describe("pages of a list", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });

  it("together hold every entry once, whatever their size", async () => {
    const ids: (string | undefined)[] = [];
    const pages = paginateListContactFlows({ client: under.client, pageSize: 3 }, inInstance());
    for await (const { ContactFlowSummaryList = [] } of pages) {
      expect(ContactFlowSummaryList.length).to.be.at.most(3);
      ids.push(...ContactFlowSummaryList.map(({ Id }) => Id));
    }
    const { ContactFlowSummaryList = [] } = await under.client.send(
      new ListContactFlowsCommand({ ...inInstance(), MaxResults: 1000 }),
    );
    expect(ids).to.have.members(ContactFlowSummaryList.map(({ Id }) => Id));
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it("of a search say how much there is altogether", async () => {
    const found: unknown[] = [];
    let total: number | undefined;
    const pages = paginateSearchContactFlows({ client: under.client, pageSize: 5 }, inInstance());
    for await (const { ContactFlows = [], ApproximateTotalCount } of pages) {
      found.push(...ContactFlows);
      total = ApproximateTotalCount;
    }
    expect(found).to.have.length(total ?? 0);
  });

  it("end without a token, also where the last is full", async () => {
    const list = (MaxResults: number) =>
      under.client.send(new ListQueuesCommand({ ...inInstance(), MaxResults }));
    await make.queue();
    const { QueueSummaryList = [], NextToken } = await list(1000);
    expect(NextToken).to.equal(undefined);
    expect((await list(QueueSummaryList.length)).NextToken).to.equal(undefined);
    expect((await list(QueueSummaryList.length - 1)).NextToken).to.be.a("string");
  });

  it("are not continued with a made-up token", async () => {
    const list = new ListQueuesCommand({ ...inInstance(), NextToken: "made-up" });
    expect((await refusal(under.client.send(list))).name).to.be.oneOf([
      "InvalidRequestException",
      "InvalidParameterException",
    ]);
  });

  it("are not continued with the token of another list", async () => {
    const { NextToken } = await under.client.send(
      new ListContactFlowsCommand({ ...inInstance(), MaxResults: 1 }),
    );
    const list = new ListQueuesCommand({ ...inInstance(), NextToken });
    expect((await refusal(under.client.send(list))).name).to.be.oneOf([
      "InvalidRequestException",
      "InvalidParameterException",
    ]);
  });

  it("are as large as the operation allows, and not empty", async () => {
    const { client } = under;
    const refused = [
      client.send(new ListInstancesCommand({ MaxResults: 11 })),
      client.send(new ListQueuesCommand({ ...inInstance(), MaxResults: 1001 })),
      client.send(new ListQueuesCommand({ ...inInstance(), MaxResults: 0 })),
      client.send(new SearchContactFlowsCommand({ ...inInstance(), MaxResults: 101 })),
    ];
    for (const { name } of await Promise.all(refused.map(refusal)))
      expect(name).to.be.oneOf(["InvalidParameterException", "InvalidRequestException"]);
  });
});
