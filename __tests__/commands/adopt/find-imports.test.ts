import * as sdk from "@aws-sdk/client-connect";
import { expect } from "chai";

import { findImports } from "../../../commands/adopt/find-imports";
import { leftAlone, ownedIds } from "../../../commands/adopt/left-alone";
import { createClients, type Live } from "../../../commands/adopt/live-account";
import { LiveInstance } from "../../../commands/adopt/live-instance";
import { wantedResources } from "../../../commands/adopt/wanted";
import { messageContent } from "../../../constructs/connect/message";
import { KWGLOBAL } from "../../../kwglobal";
import { fixtures } from "../../support/connect-fixtures";
import { connectUnderTest } from "../../support/connect-under-test";
import { synthesize } from "../../support/synthesized";

describe("Finding what is live in an instance", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const wanted = wantedResources(synthesize().json);
  const ofInstance = () => ({ InstanceId: under.instanceId });
  const live = (phoneNumber?: string): Live => ({
    clients: createClients("us-east-1"),
    region: "us-east-1",
    accountId: "123456789012",
    instance: new LiveInstance(under.client, under.instanceId),
    ...(phoneNumber !== undefined && { phoneNumber }),
  });
  const find = (type: string, phoneNumber?: string, taken: readonly string[] = []) =>
    findImports(
      wanted.filter((each) => each.type === type),
      live(phoneNumber),
      new Set(taken),
    );
  const failure = async (type: string) => {
    const outcome: unknown = await find(type).catch((error: unknown) => error);
    return outcome instanceof Error ? outcome.message : "nothing was refused";
  };
  const claim = async (prefix: string, type: sdk.PhoneNumberType = "DID") => {
    const TargetArn = `arn:aws:connect:us-east-1:123456789012:instance/${under.instanceId}`;
    const { AvailableNumbersList = [] } = await under.client.send(
      new sdk.SearchAvailablePhoneNumbersCommand({
        TargetArn,
        PhoneNumberCountryCode: "US",
        PhoneNumberType: type,
        ...(type === "DID" && { PhoneNumberPrefix: prefix }),
      }),
    );
    const PhoneNumber = AvailableNumbersList[0]?.PhoneNumber ?? "";
    const { PhoneNumberId = "" } = await under.client.send(
      new sdk.ClaimPhoneNumberCommand({ TargetArn, PhoneNumber }),
    );
    under.afterwards(() => under.client.send(new sdk.ReleasePhoneNumberCommand({ PhoneNumberId })));
    return { PhoneNumberId, PhoneNumber };
  };

  it("imports the functions of others by their names, whatever account the code writes", async () => {
    const associated = "arn:aws:lambda:us-east-1:123456789012:function:look-up-customer";
    await under.client.send(
      new sdk.AssociateLambdaFunctionCommand({ ...ofInstance(), FunctionArn: associated }),
    );
    under.afterwards(() =>
      under.client.send(
        new sdk.DisassociateLambdaFunctionCommand({ ...ofInstance(), FunctionArn: associated }),
      ),
    );
    const type = "aws_connect_lambda_function_association";
    const others = wantedResources(
      synthesize({ ...KWGLOBAL, otherFunctions: ["look-up-customer"] }).json,
    ).filter((each) => each.type === type);
    const { imports } = await findImports(others, live(), new Set());
    expect(imports).to.deep.equal([
      { to: `${type}.look_up_customer`, id: `${under.instanceId},${associated}` },
    ]);
  });

  it("imports the message's module and its schedule by their one name, and no other module", async () => {
    const module = async (Name: string) => {
      const content = { Name, Content: messageContent() };
      const { Id: ContactFlowModuleId = "" } = await under.client.send(
        new sdk.CreateContactFlowModuleCommand({ ...ofInstance(), ...content }),
      );
      under.afterwards(() =>
        under.client.send(
          new sdk.DeleteContactFlowModuleCommand({ ...ofInstance(), ContactFlowModuleId }),
        ),
      );
      return ContactFlowModuleId;
    };
    await module("Another module");
    expect((await find("aws_connect_contact_flow_module")).imports).to.deep.equal([]);
    const Name = KWGLOBAL.message?.name ?? "";
    const [spoken, hours] = [await module(Name), await make.hours({ Name })];
    expect((await find("aws_connect_contact_flow_module")).imports).to.deep.equal([
      {
        to: "aws_connect_contact_flow_module.kwglobal_message",
        id: `${under.instanceId}:${spoken}`,
      },
    ]);
    expect((await find("aws_connect_hours_of_operation")).imports).to.deep.include({
      to: "aws_connect_hours_of_operation.kwglobal_message",
      id: `${under.instanceId}:${hours}`,
    });
  });

  it("imports a security profile of the value's own by its name", async () => {
    const lead = { name: "Lead", description: "Leads", permissions: ["Users.View"] };
    const id = await make.securityProfile({ SecurityProfileName: "Lead" });
    const own = wantedResources(synthesize({ securityProfiles: [lead] }).json);
    const { imports } = await findImports(
      own.filter(({ type }) => type === "aws_connect_security_profile"),
      live(),
      new Set(),
    );
    expect(imports).to.deep.equal([
      { to: "aws_connect_security_profile.lead", id: `${under.instanceId}:${id}` },
    ]);
  });

  it("imports a queue of the code's name by instance and id; the other is made", async () => {
    const id = await make.queue({ Name: "Customer Service" });
    const { imports, missing } = await find("aws_connect_queue");
    expect(imports).to.deep.equal([
      { to: "aws_connect_queue.customer_service", id: `${under.instanceId}:${id}` },
    ]);
    expect(missing).to.include("aws_connect_queue.business_consulting");
    expect(missing).to.have.length(KWGLOBAL.queues.length - 1);
  });

  it("says in one message all that is ambiguous", async () => {
    await make.queue({ Name: "customer service" });
    await make.queue({ Name: "Business  Consulting" });
    const message = await failure("aws_connect_queue");
    expect(message).to.include('queue "Customer Service" is in the code, "customer service"');
    expect(message).to.include(
      'queue "Business Consulting" is in the code, "Business  Consulting"',
    );
  });

  it("refuses a flow that was never published, since it can't be read", async () => {
    await make.flow({ Name: "KWGlobal Main Menu", Status: "SAVED" });
    expect(await failure("aws_connect_contact_flow")).to.equal(
      'flow "KWGlobal Main Menu" must be published, and it was only saved: publish it in the console, or delete it there',
    );
  });

  it("tells two groups of one name apart by their place in the hierarchy", async () => {
    await under.client.send(
      new sdk.UpdateUserHierarchyStructureCommand({
        ...ofInstance(),
        HierarchyStructure: {
          LevelOne: { Name: "Company" },
          LevelTwo: { Name: "Department" },
        },
      }),
    );
    const group = async (Name: string, ParentGroupId?: string) => {
      const { HierarchyGroupId = "" } = await under.client.send(
        new sdk.CreateUserHierarchyGroupCommand({ ...ofInstance(), Name, ParentGroupId }),
      );
      under.afterwards(() =>
        under.client.send(
          new sdk.DeleteUserHierarchyGroupCommand({ ...ofInstance(), HierarchyGroupId }),
        ),
      );
      return HierarchyGroupId;
    };
    const elsewhere = await group("Elsewhere");
    await group("Customer Service", elsewhere);
    const company = await group("KWGlobal");
    const department = await group("Customer Service", company);
    expect((await find("aws_connect_user_hierarchy_group")).imports).to.deep.equal([
      { to: "aws_connect_user_hierarchy_group.kwglobal", id: `${under.instanceId}:${company}` },
      {
        to: "aws_connect_user_hierarchy_group.kwglobal_customer_service",
        id: `${under.instanceId}:${department}`,
      },
    ]);
  });

  describe("The number", () => {
    it("is the only one", async () => {
      const { PhoneNumberId } = await claim("+1302");
      expect((await find("aws_connect_phone_number")).imports).to.deep.equal([
        { to: "aws_connect_phone_number.phone_number", id: PhoneNumberId },
      ]);
    });

    it("is the only one that a flow answers, of several", async () => {
      await claim("+1302");
      const { PhoneNumberId } = await claim("+1302");
      await make.association(PhoneNumberId, await make.flow());
      expect((await find("aws_connect_phone_number")).imports[0]?.id).to.equal(PhoneNumberId);
    });

    it("must be named where several could be it", async () => {
      const one = await claim("+1302");
      const other = await claim("+1302");
      expect(await failure("aws_connect_phone_number")).to.equal(
        `the instance has 2 numbers, ${one.PhoneNumber}, ${other.PhoneNumber}, and a flow answers 0 of them: say which is the center's with --phone-number`,
      );
      const named = await find("aws_connect_phone_number", other.PhoneNumber);
      expect(named.imports[0]?.id).to.equal(other.PhoneNumberId);
    });

    it("isn't looked for where the state has it or the code imports it, whatever flows answer", async () => {
      for (const { PhoneNumberId } of [await claim("+1302"), await claim("+1302")]) {
        await make.association(PhoneNumberId, await make.flow());
      }
      expect(await failure("aws_connect_phone_number")).to.include("a flow answers 2 of them");
      const taken = ["aws_connect_phone_number.phone_number"];
      expect(await find("aws_connect_phone_number", undefined, taken)).to.deep.equal({
        imports: [],
        missing: [],
        recreated: [],
      });
    });

    it("must be of the code's type, since an apply would release it", async () => {
      const { PhoneNumber } = await claim("+1800", "TOLL_FREE");
      expect(await failure("aws_connect_phone_number")).to.equal(
        `${PhoneNumber} has the type TOLL_FREE, the code's phoneNumber DID: an apply would release it; write TOLL_FREE into kwglobal.ts`,
      );
    });
  });

  it("lists what is in no code, but nothing that every instance has", async () => {
    await make.queue({ Name: "Overflow" });
    await make.securityProfile({ SecurityProfileName: "Lead" });
    const mine = await make.queue({ Name: "Customer Service" });
    const instance = new LiveInstance(under.client, under.instanceId);
    const owned = ownedIds([
      { to: "aws_connect_queue.customer_service", id: `${under.instanceId}:${mine}` },
    ]);
    const associated = {
      agentStatuses: KWGLOBAL.agentStatuses.map(({ name }) => name),
      evaluationForms: [],
      contactLensRules: [],
    };
    expect(await leftAlone(instance, owned, associated)).to.deep.equal([
      { kind: "queue", name: "Overflow" },
      { kind: "security profile", name: "Lead" },
    ]);
  });
});
