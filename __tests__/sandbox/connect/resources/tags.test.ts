import {
  DescribeHoursOfOperationCommand,
  DescribeInstanceCommand,
  DescribeUserCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-connect";
import { expect } from "chai";
import { fixtures } from "../../../support/connect-fixtures";
import { claimNumber } from "../../../support/connect-numbers";
import { connectUnderTest, itEmulated, refusal } from "../../../support/connect-under-test";

describe("tags", () => {
  const under = connectUnderTest();
  const make = fixtures(under);
  const tagsOf = async (resourceArn: string) =>
    (await under.client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
  const hoursArn = async (Tags: Record<string, string> = { made: "here" }) => {
    const HoursOfOperationId = await make.hours({ Tags });
    const { HoursOfOperation } = await under.client.send(
      new DescribeHoursOfOperationCommand({ InstanceId: under.instanceId, HoursOfOperationId }),
    );
    return HoursOfOperation?.HoursOfOperationArn ?? "";
  };

  it("are added to what is there, and replaced by their key", async () => {
    const resourceArn = await hoursArn({ a: "1", b: "2" });
    await under.client.send(new TagResourceCommand({ resourceArn, tags: { b: "3", c: "4" } }));
    expect(await tagsOf(resourceArn)).to.deep.equal({ a: "1", b: "3", c: "4" });
  });

  it("are taken away by their keys, several at once", async () => {
    const resourceArn = await hoursArn({ a: "1", b: "2", c: "3" });
    await under.client.send(new UntagResourceCommand({ resourceArn, tagKeys: ["a", "c"] }));
    expect(await tagsOf(resourceArn)).to.deep.equal({ b: "2" });
  });

  const FOREIGN = "Amazon Connect says access denied";
  itEmulated("are those of the ARN's own Region and account", FOREIGN, async () => {
    const arn = await hoursArn({ a: "1" });
    const elsewhere = arn.replace(/:\d{12}:/, ":000000000000:");
    expect((await refusal(tagsOf(elsewhere))).name).to.equal("ResourceNotFoundException");
  });

  it("show in the description of their resource", async () => {
    const UserId = await make.user({ Tags: { a: "1" } });
    const one = new DescribeUserCommand({ InstanceId: under.instanceId, UserId });
    const { User } = await under.client.send(one);
    await under.client.send(new TagResourceCommand({ resourceArn: User?.Arn, tags: { b: "2" } }));
    expect((await under.client.send(one)).User?.Tags).to.deep.equal({ a: "1", b: "2" });
  });

  itEmulated("are on instances and phone numbers, too", "it claims a number", async () => {
    const { Instance } = await under.client.send(
      new DescribeInstanceCommand({ InstanceId: under.instanceId }),
    );
    const { PhoneNumberId } = await claimNumber(under);
    const numberArn = `arn:aws:connect:us-east-1:123456789012:phone-number/${PhoneNumberId}`;
    for (const resourceArn of [Instance?.Arn ?? "", numberArn]) {
      await under.client.send(new TagResourceCommand({ resourceArn, tags: { a: "1" } }));
      expect(await tagsOf(resourceArn)).to.deep.equal({ a: "1" });
    }
  });

  it("have keys that do not begin with aws:", async () => {
    const tag = new TagResourceCommand({ resourceArn: await hoursArn(), tags: { "aws:x": "1" } });
    expect((await refusal(under.client.send(tag))).name).to.be.oneOf([
      "InvalidParameterException",
      "InvalidRequestException",
    ]);
  });

  itEmulated("are 50 a resource at most", "the error is not documented", async () => {
    const many = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${prefix}${i}`, "x"]));
    const tag = new TagResourceCommand({ resourceArn: await hoursArn(many("a")), tags: many("b") });
    expect((await refusal(under.client.send(tag))).name).to.equal("InvalidParameterException");
  });

  it("need a resource that exists", async () => {
    const arn = (await hoursArn()).replace(/[^/]*$/, "00000000-0000-0000-0000-000000000000");
    expect((await refusal(tagsOf(arn))).name).to.equal("ResourceNotFoundException");
  });
});
