import {
  CreateIntegrationAssociationCommand,
  type CreateIntegrationAssociationRequest,
  DeleteIntegrationAssociationCommand,
  ListIntegrationAssociationsCommand,
  type ListIntegrationAssociationsRequest,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("integration associations", () => {
  const under = connectUnderTest();
  const of = () => ({ InstanceId: under.instanceId });
  const domain = (name: string) => `arn:aws:cases:us-west-2:123456789012:domain/${name}`;
  const create = (members: Partial<CreateIntegrationAssociationRequest> = {}) =>
    under.client.send(
      new CreateIntegrationAssociationCommand({
        ...{ ...of(), IntegrationType: "CASES_DOMAIN", IntegrationArn: domain("any") },
        ...members,
      }),
    );
  const list = async (members: Partial<ListIntegrationAssociationsRequest> = {}) =>
    (await under.client.send(new ListIntegrationAssociationsCommand({ ...of(), ...members })))
      .IntegrationAssociationSummaryList ?? [];

  it("are listed by type and ARN until they are deleted", async () => {
    const { IntegrationAssociationId = "", IntegrationAssociationArn } = await create({
      IntegrationArn: domain("claims"),
    });
    const association = {
      ...{ ...of(), IntegrationAssociationId, IntegrationAssociationArn },
      ...{ IntegrationType: "CASES_DOMAIN", IntegrationArn: domain("claims") },
    };
    expect(IntegrationAssociationArn).to.match(
      new RegExp(`:instance/${under.instanceId}/integration-association/[-0-9a-f]{36}$`),
    );
    await create({ IntegrationType: "WISDOM_ASSISTANT", IntegrationArn: domain("other") });
    expect(await list({ IntegrationArn: domain("claims") })).to.deep.equal([association]);
    expect(await list({ IntegrationType: "CASES_DOMAIN" })).to.deep.include(association);
    expect(await list({ IntegrationType: "WISDOM_ASSISTANT" })).to.have.length(1);
    const one = { ...of(), IntegrationAssociationId };
    await under.client.send(new DeleteIntegrationAssociationCommand(one));
    expect(await list({ IntegrationArn: domain("claims") })).to.deep.equal([]);
    expect(
      (await refusal(under.client.send(new DeleteIntegrationAssociationCommand(one)))).name,
    ).to.equal("ResourceNotFoundException");
  });

  it("are of a thing once", async () => {
    await create({ IntegrationArn: domain("twice") });
    expect((await refusal(create({ IntegrationArn: domain("twice") }))).name).to.equal(
      "DuplicateResourceException",
    );
  });

  it("say of what sends events what it is", async () => {
    const event = { IntegrationType: "EVENT", IntegrationArn: domain("event") } as const;
    expect((await refusal(create(event))).message).to.contain(
      "SourceApplicationUrl, SourceApplicationName, SourceType must be given",
    );
    const source = { SourceApplicationName: "Sales", SourceType: "SALESFORCE" } as const;
    await create({ ...event, ...source, SourceApplicationUrl: "https://sales.example" });
    expect((await list({ IntegrationType: "EVENT" }))[0]).to.deep.include(source);
  });
});
