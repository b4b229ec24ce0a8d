import {
  ClaimPhoneNumberCommand,
  CreateInstanceCommand,
  DeleteInstanceCommand,
  DescribePhoneNumberCommand,
  ListPhoneNumbersCommand,
  ListPhoneNumbersV2Command,
  ReleasePhoneNumberCommand,
  UpdatePhoneNumberCommand,
  UpdatePhoneNumberMetadataCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { claimNumber, searchNumbers } from "../../../support/connect-numbers";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

const COST = "numbers cost money, and claims are limited for 180 days";

describe("phone numbers", () => {
  const under = connectUnderTest();
  const describeOne = async (PhoneNumberId: string) =>
    (await under.client.send(new DescribePhoneNumberCommand({ PhoneNumberId })))
      .ClaimedPhoneNumberSummary;
  const release = (PhoneNumberId: string) =>
    under.client.send(new ReleasePhoneNumberCommand({ PhoneNumberId }));

  describe("a search", () => {
    itEmulated("finds numbers that begin with its prefix", COST, async () => {
      const numbers = await searchNumbers(under, { PhoneNumberPrefix: "+1302", MaxResults: 10 });
      expect(numbers).to.have.length(10);
      for (const number of numbers) expect(number).to.match(/^\+1302\d{7}$/);
    });

    itEmulated("may find what another one has found: the second claim fails", COST, async () => {
      const [first = ""] = await searchNumbers(under, { PhoneNumberPrefix: "+1302" });
      const [second = ""] = await searchNumbers(under, { PhoneNumberPrefix: "+1302" });
      expect(second).to.equal(first);
      const claim = () =>
        under.client.send(
          new ClaimPhoneNumberCommand({ InstanceId: under.instanceId, PhoneNumber: first }),
        );
      const { PhoneNumberId } = await claim();
      expect((await refusal(claim())).message).to.equal(`Phone number not available: ${first}`);
      expect(await searchNumbers(under, { PhoneNumberPrefix: "+1302" })).to.not.include(first);
      await under.client.send(new ReleasePhoneNumberCommand({ PhoneNumberId }));
      expect(await searchNumbers(under, { PhoneNumberPrefix: "+1302" })).to.not.include(first);
    });

    itEmulated("finds toll-free numbers, and numbers of other countries", COST, async () => {
      expect((await searchNumbers(under, { PhoneNumberType: "TOLL_FREE" }))[0]).to.match(
        /^\+1800\d{7}$/,
      );
      expect((await searchNumbers(under, { PhoneNumberCountryCode: "DE" }))[0]).to.match(
        /^\+49\d+$/,
      );
    });

    itEmulated("finds none for a prefix of another country", COST, async () => {
      expect(await searchNumbers(under, { PhoneNumberPrefix: "+44" })).to.deep.equal([]);
    });

    itEmulated("finds as many as there are of a long prefix", COST, async () => {
      expect(await searchNumbers(under, { PhoneNumberPrefix: "+13025559876" })).to.deep.equal([
        "+13025559876",
      ]);
    });

    itEmulated("needs a prefix with the country's code", COST, async () => {
      expect((await refusal(searchNumbers(under, { PhoneNumberPrefix: "302" }))).name).to.equal(
        "InvalidParameterException",
      );
    });
  });

  describe("a claim", () => {
    itEmulated("remembers type and country from the search", COST, async () => {
      const [number] = await searchNumbers(under, { PhoneNumberType: "TOLL_FREE" });
      const { PhoneNumberId } = await claimNumber(under, {
        PhoneNumber: number,
        PhoneNumberDescription: "Main line",
        Tags: { team: "ops" },
      });
      expect(await describeOne(PhoneNumberId)).to.deep.include({
        PhoneNumber: number,
        PhoneNumberType: "TOLL_FREE",
        PhoneNumberCountryCode: "US",
        PhoneNumberDescription: "Main line",
        PhoneNumberStatus: { Status: "CLAIMED" },
        InstanceId: under.instanceId,
        TargetArn: `arn:aws:connect:us-east-1:123456789012:instance/${under.instanceId}`,
        Tags: { team: "ops" },
      });
    });

    itEmulated("needs a number that a search found and nobody has", COST, async () => {
      const { PhoneNumber } = await claimNumber(under);
      for (const taken of [PhoneNumber, "+13029856970"]) {
        const { name, message } = await refusal(claimNumber(under, { PhoneNumber: taken }));
        expect(name).to.equal("InvalidParameterException");
        expect(message).to.equal(`Phone number not available: ${taken}`);
      }
    });

    itEmulated("made twice with one ClientToken is one claim", COST, async () => {
      const [PhoneNumber] = await searchNumbers(under);
      const claim = { PhoneNumber, ClientToken: "once" };
      const first = await claimNumber(under, claim);
      const second = await claimNumber(under, claim);
      expect(second).to.deep.equal(first);
    });

    itEmulated("of a sixth number fails in its status, and lists nothing", COST, async () => {
      for (let i = 0; i < 5; i++) await claimNumber(under);
      const { PhoneNumberId } = await claimNumber(under);
      const { PhoneNumberStatus } = (await describeOne(PhoneNumberId)) ?? {};
      expect(PhoneNumberStatus?.Status).to.equal("FAILED");
      expect(PhoneNumberStatus?.Message).to.contain("at most 5 phone numbers");
      const { ListPhoneNumbersSummaryList } = await under.client.send(
        new ListPhoneNumbersV2Command({ InstanceId: under.instanceId }),
      );
      expect(ListPhoneNumbersSummaryList).to.have.length(5);
    });

    itEmulated("needs an instance", COST, async () => {
      const [PhoneNumber] = await searchNumbers(under);
      const claim = under.client.send(new ClaimPhoneNumberCommand({ PhoneNumber }));
      expect((await refusal(claim)).name).to.equal("InvalidParameterException");
    });
  });

  itEmulated("are listed for an instance, and by type and prefix", COST, async () => {
    const { PhoneNumberId, PhoneNumber } = await claimNumber(under);
    const { PhoneNumberSummaryList } = await under.client.send(
      new ListPhoneNumbersCommand({ InstanceId: under.instanceId, PhoneNumberTypes: ["DID"] }),
    );
    expect(PhoneNumberSummaryList?.map(({ Id }) => Id)).to.deep.equal([PhoneNumberId]);
    const list = async (members: object) =>
      (
        await under.client.send(
          new ListPhoneNumbersV2Command({ InstanceId: under.instanceId, ...members }),
        )
      ).ListPhoneNumbersSummaryList?.map((number) => number.PhoneNumber);
    expect(await list({ PhoneNumberPrefix: "+1206" })).to.deep.equal([PhoneNumber]);
    expect(await list({ PhoneNumberTypes: ["TOLL_FREE"] })).to.deep.equal([]);
  });

  itEmulated("change their description, and move to another instance", COST, async () => {
    const { PhoneNumberId } = await claimNumber(under);
    const { Id = "", Arn } = await under.client.send(
      new CreateInstanceCommand({
        InstanceAlias: "other",
        IdentityManagementType: "CONNECT_MANAGED",
        InboundCallsEnabled: true,
        OutboundCallsEnabled: true,
      }),
    );
    under.afterwards(() => under.client.send(new DeleteInstanceCommand({ InstanceId: Id })));
    await under.client.send(
      new UpdatePhoneNumberMetadataCommand({ PhoneNumberId, PhoneNumberDescription: "New" }),
    );
    await under.client.send(new UpdatePhoneNumberCommand({ PhoneNumberId, TargetArn: Arn }));
    expect(await describeOne(PhoneNumberId)).to.deep.include({
      PhoneNumberDescription: "New",
      InstanceId: Id,
      TargetArn: Arn,
    });
    await release(PhoneNumberId);
  });

  itEmulated("once released are gone for ever", COST, async () => {
    const { PhoneNumberId, PhoneNumber } = await claimNumber(under);
    await release(PhoneNumberId);
    expect((await refusal(describeOne(PhoneNumberId))).name).to.equal("ResourceNotFoundException");
    expect((await refusal(claimNumber(under, { PhoneNumber }))).name).to.equal(
      "InvalidParameterException",
    );
  });
});
