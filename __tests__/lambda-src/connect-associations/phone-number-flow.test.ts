import {
  AssociatePhoneNumberContactFlowCommand,
  BatchGetFlowAssociationCommand,
  DescribePhoneNumberCommand,
  ReleasePhoneNumberCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";

import type { PhoneNumberFlow } from "../../../lambda-src/connect-associations/desired-state";
import { PhoneNumberFlowAssociation } from "../../../lambda-src/connect-associations/phone-number-flow";
import { fixtures } from "../../support/connect-fixtures";
import { claimNumber } from "../../support/connect-numbers";
import { connectUnderTest } from "../../support/connect-under-test";

describe("The number's flow, as the reconciler keeps it", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const association = () => new PhoneNumberFlowAssociation(under.client);
  const claim = async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const { ClaimedPhoneNumberSummary: number } = await under.client.send(
      new DescribePhoneNumberCommand({ PhoneNumberId }),
    );
    return { phoneNumberId: PhoneNumberId, phoneNumberArn: number?.PhoneNumberArn ?? "" };
  };
  type Claimed = Awaited<ReturnType<typeof claim>>;
  const answeredBy = (number: Claimed, contactFlowId: string): PhoneNumberFlow => ({
    kind: "phoneNumberFlow",
    instanceId: under.instanceId,
    ...number,
    flow: { name: "Menu", contactFlowId },
  });
  const ownedBy = (...all: PhoneNumberFlow[]) => all.flatMap((each) => association().ownedBy(each));
  const flowOf = async ({ phoneNumberArn }: Claimed) => {
    const { FlowAssociationSummaryList: [found] = [] } = await under.client.send(
      new BatchGetFlowAssociationCommand({
        InstanceId: under.instanceId,
        ResourceIds: [phoneNumberArn],
        ResourceType: "VOICE_PHONE_NUMBER",
      }),
    );
    return found?.FlowId?.replace(/.*\//, "");
  };

  it("is set, noticed when somebody changes it, and removed only if it is ours", async () => {
    const number = await claim();
    const [ours, other] = [
      answeredBy(number, await make.flow()),
      answeredBy(number, await make.flow({ Name: under.unique("other") })),
    ];
    expect(await association().observe(ours, [])).to.deep.equal(["no flow answers the number"]);
    await association().reconcile(ours, []);
    expect(await association().observe(ours, ownedBy(ours))).to.deep.equal([]);
    const [drift, ...more] = await association().observe(other, ownedBy(ours));
    expect(drift).to.match(/^another flow answers the number: /);
    expect(more).to.deep.equal([]);
    await association().remove(under.instanceId, ownedBy(other));
    expect(await association().observe(ours, [])).to.deep.equal([]);
    await association().remove(under.instanceId, ownedBy(ours));
    expect(await association().observe(ours, [])).to.deep.equal(["no flow answers the number"]);
  });

  it("becomes another one, and stays it", async () => {
    const number = await claim();
    const [first, second] = [
      answeredBy(number, await make.flow()),
      answeredBy(number, await make.flow({ Name: under.unique("second") })),
    ];
    await association().reconcile(first, []);
    await association().reconcile(second, ownedBy(first, second));
    expect(await flowOf(number)).to.equal(second.flow.contactFlowId);
  });

  it("moves with the number: none is left behind", async () => {
    const [old, number, flow] = [await claim(), await claim(), await make.flow()];
    const [before, after] = [answeredBy(old, flow), answeredBy(number, flow)];
    await association().reconcile(before, []);
    expect(await association().observe(after, ownedBy(before))).to.deep.equal([
      "no flow answers the number",
      `a flow still answers the number it was moved from: ${old.phoneNumberArn}`,
    ]);
    await association().reconcile(after, ownedBy(before));
    expect([await flowOf(old), await flowOf(number)]).to.deep.equal([undefined, flow]);
    expect(await association().observe(after, ownedBy(before))).to.deep.equal([]);
  });

  it("stays on the number it was moved from where somebody has set another one since", async () => {
    const [old, number, flow] = [await claim(), await claim(), await make.flow()];
    const theirs = await make.flow({ Name: under.unique("theirs") });
    const [before, after] = [answeredBy(old, flow), answeredBy(number, flow)];
    await association().reconcile(before, []);
    await under.client.send(
      new AssociatePhoneNumberContactFlowCommand({
        InstanceId: under.instanceId,
        PhoneNumberId: old.phoneNumberId,
        ContactFlowId: theirs,
      }),
    );
    await association().reconcile(after, ownedBy(before));
    expect(await flowOf(old)).to.equal(theirs);
    expect(await association().observe(after, ownedBy(before))).to.deep.equal([]);
  });

  it("answers the new number though the old one was released", async () => {
    const [old, number, flow] = [await claim(), await claim(), await make.flow()];
    const [before, after] = [answeredBy(old, flow), answeredBy(number, flow)];
    await association().reconcile(before, []);
    await under.client.send(new ReleasePhoneNumberCommand({ PhoneNumberId: old.phoneNumberId }));
    await association().reconcile(after, ownedBy(before));
    expect(await flowOf(number)).to.equal(flow);
  });

  it("is owned by number and flow", async () => {
    const number = await claim();
    expect(ownedBy(answeredBy(number, "id"))).to.deep.equal([`${number.phoneNumberArn} id`]);
  });
});
