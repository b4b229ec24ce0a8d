import { ListViewsCommand, type ViewType } from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("views", () => {
  const under = connectUnderTest();
  const page = (members: { Type?: ViewType; MaxResults?: number; NextToken?: string } = {}) =>
    under.client.send(new ListViewsCommand({ InstanceId: under.instanceId, ...members }));

  it("are AWS's own six in each instance, by name, page by page", async () => {
    const { ViewsSummaryList: first = [], NextToken } = await page({ MaxResults: 4 });
    const { ViewsSummaryList: rest = [], NextToken: end } = await page({
      MaxResults: 4,
      ...(NextToken !== undefined && { NextToken }),
    });
    expect([...first, ...rest].map(({ Name }) => Name)).to.deep.equal([
      ...["After Contact Work", "Cards", "Confirmation", "Detail", "Form", "List"],
    ]);
    expect([first.length, end]).to.deep.equal([4, undefined]);
    expect(rest[0]).to.deep.include({
      Id: "form",
      Arn: "arn:aws:connect:us-east-1:aws:view/form",
      Type: "AWS_MANAGED",
      Status: "PUBLISHED",
    });
  });

  it("are of the type that is asked for", async () => {
    expect((await page({ Type: "AWS_MANAGED" })).ViewsSummaryList).to.have.length(6);
    expect((await page({ Type: "CUSTOMER_MANAGED" })).ViewsSummaryList).to.deep.equal([]);
  });

  it("are none of an instance that isn't there", async () => {
    const InstanceId = "00000000-0000-0000-0000-000000000000";
    const { name } = await refusal(under.client.send(new ListViewsCommand({ InstanceId })));
    expect(name).to.equal("ResourceNotFoundException");
  });
});
