import {
  CreatePredefinedAttributeCommand,
  type CreatePredefinedAttributeRequest,
  DeletePredefinedAttributeCommand,
  DescribePredefinedAttributeCommand,
  ListPredefinedAttributesCommand,
  SearchPredefinedAttributesCommand,
  UpdatePredefinedAttributeCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import { connectUnderTest, refusal } from "../../../support/connect-under-test";

describe("predefined attributes", () => {
  const under = connectUnderTest();
  let made = 0;
  const named = (Name: string) => ({ InstanceId: under.instanceId, Name });
  const newName = () => `Skill ${++made}`;
  const create = (Name: string, members: Partial<CreatePredefinedAttributeRequest> = {}) =>
    under.client.send(
      new CreatePredefinedAttributeCommand({
        ...named(Name),
        ...{ Values: { StringList: ["Beginner", "Master"] }, ...members },
      }),
    );
  const describeIt = async (Name: string) =>
    (await under.client.send(new DescribePredefinedAttributeCommand(named(Name))))
      .PredefinedAttribute;
  const names = async () => {
    const { InstanceId } = named("");
    const answer = await under.client.send(new ListPredefinedAttributesCommand({ InstanceId }));
    return (answer.PredefinedAttributeSummaryList ?? []).map(({ Name }) => Name);
  };

  it("come back as they were given, in lists by name and time only", async () => {
    const name = newName();
    await create(name, {
      Purposes: ["routing"],
      AttributeConfiguration: { EnableValueValidationOnAssociation: true },
    });
    const { LastModifiedTime, LastModifiedRegion, ...attribute } = (await describeIt(name)) ?? {};
    expect(LastModifiedTime).to.be.instanceOf(Date);
    expect(LastModifiedRegion).to.be.a("string");
    expect(attribute).to.deep.equal({
      Name: name,
      Values: { StringList: ["Beginner", "Master"] },
      Purposes: ["routing"],
      AttributeConfiguration: { EnableValueValidationOnAssociation: true },
    });
    expect(await names()).to.include(name);
  });

  it("are found by name", async () => {
    const name = newName();
    await create(name);
    const { PredefinedAttributes = [] } = await under.client.send(
      new SearchPredefinedAttributesCommand({
        InstanceId: under.instanceId,
        SearchCriteria: {
          StringCondition: { FieldName: "name", Value: name, ComparisonType: "EXACT" },
        },
      }),
    );
    expect(PredefinedAttributes.map(({ Name }) => Name)).to.deep.equal([name]);
  });

  it("change in what an update names, and are gone once deleted", async () => {
    const name = newName();
    await create(name, { Purposes: ["routing"] });
    const Values = { StringList: ["Expert"] };
    await under.client.send(new UpdatePredefinedAttributeCommand({ ...named(name), Values }));
    expect(await describeIt(name)).to.deep.include({ Values, Purposes: ["routing"] });
    await under.client.send(new DeletePredefinedAttributeCommand(named(name)));
    expect(await names()).not.to.include(name);
    expect((await refusal(describeIt(name))).name).to.equal("ResourceNotFoundException");
  });

  it("have names that differ in more than case, and values that differ", async () => {
    const name = newName();
    await create(name);
    expect((await refusal(create(name.toUpperCase()))).name).to.equal("DuplicateResourceException");
    const Values = { StringList: ["One", "Two", "One"] };
    expect((await refusal(create(newName(), { Values }))).message).to.contain("got One again");
    for (const wrong of ["connect:Mine", "aws:Mine", "Skill\tlevel"])
      expect((await refusal(create(wrong))).name).to.equal("InvalidParameterException");
    const update = { ...named(name), Values: { StringList: ["connect:One"] } };
    expect(
      (await refusal(under.client.send(new UpdatePredefinedAttributeCommand(update)))).message,
    ).to.contain("Values.StringList must be of letters");
  });

  it("are two of Connect's own in each instance, which nobody deletes, and whose subtypes nobody changes", async () => {
    expect(await names()).to.include.members(["connect:Language", "connect:Subtype"]);
    const Values = { StringList: ["Elvish"] };
    await under.client.send(
      new UpdatePredefinedAttributeCommand({ ...named("connect:Language"), Values }),
    );
    expect(await describeIt("connect:Language")).to.deep.include({ Values });
    const subtype = { ...named("connect:Subtype"), Values };
    const refused = async (command: Promise<unknown>) => {
      expect((await refusal(command)).message).to.contain("Amazon Connect's own");
    };
    await refused(under.client.send(new UpdatePredefinedAttributeCommand(subtype)));
    for (const name of ["connect:Subtype", "connect:Language"])
      await refused(under.client.send(new DeletePredefinedAttributeCommand(named(name))));
  });
});
