import {
  DeleteQuickConnectCommand,
  ListContactFlowsCommand,
  ListInstancesCommand,
  ListQuickConnectsCommand,
  ListQueuesCommand,
  paginateListContactFlows,
  paginateListQuickConnects,
  paginateSearchContactFlows,
  SearchContactFlowsCommand,
  SearchQuickConnectsCommand,
  UpdateQuickConnectNameCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import * as fc from "fast-check";
import { fixtures } from "../../../support/connect-fixtures";
import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("pages of a list", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const inInstance = () => ({ InstanceId: under.instanceId });

  const remove = (QuickConnectId: string) =>
    under.client.send(new DeleteQuickConnectCommand({ ...inInstance(), QuickConnectId }));
  const quickConnects = async () =>
    (await under.client.send(new ListQuickConnectsCommand(inInstance()))).QuickConnectSummaryList ??
    [];

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

  it("are all shown where each page is deleted before the next one", async () => {
    const made = await Promise.all(Array.from({ length: 25 }, () => make.quickConnect()));
    const gone: string[] = [];
    const pages = paginateListQuickConnects({ client: under.client, pageSize: 10 }, inInstance());
    for await (const { QuickConnectSummaryList = [] } of pages)
      for (const { Id: QuickConnectId = "" } of QuickConnectSummaryList) {
        await remove(QuickConnectId);
        gone.push(QuickConnectId);
      }
    expect(gone).to.have.members(made);
  });

  it("show what stays once, whatever comes, goes and changes in between", async () => {
    const search = (NextToken?: string) =>
      under.client.send(
        new SearchQuickConnectsCommand({ ...inInstance(), MaxResults: 2, NextToken }),
      );
    const change = fc.constantFrom("create", "delete", "rename", "nothing");
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const there = await Promise.all(Array.from({ length: 7 }, () => make.quickConnect()));
        const stay = new Set(there);
        const seen: string[] = [];
        let token: string | undefined;
        do {
          const { QuickConnects = [], NextToken } = await search(token);
          seen.push(...QuickConnects.map(({ QuickConnectId = "" }) => QuickConnectId));
          token = NextToken;
          const QuickConnectId = seen.find((id) => stay.has(id)) ?? "";
          const what = changes.shift();
          if (what === "create") await make.quickConnect();
          if (what === "delete") {
            stay.delete(QuickConnectId);
            await remove(QuickConnectId);
          }
          if (what === "rename")
            await under.client.send(
              new UpdateQuickConnectNameCommand({
                ...inInstance(),
                QuickConnectId,
                Name: under.unique("renamed"),
              }),
            );
        } while (token !== undefined);
        expect(new Set(seen).size).to.equal(seen.length);
        expect(seen).to.include.members([...stay]);
        for (const { Id = "" } of await quickConnects()) await remove(Id);
      }),
      { numRuns: 9 },
    );
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
