import { expect } from "chai";

import { anyOf, canBe } from "./arn-pattern";

const QUEUE =
  "arn:${Partition}:connect:${Region}:${Account}:instance/${InstanceId}/queue/${QueueId}";
const ALL_QUEUES = "arn:${Partition}:connect:${Region}:${Account}:instance/${InstanceId}/queue/*";
const OBJECT = "arn:${Partition}:s3:::${BucketName}/${ObjectName}";
const FUNCTION = "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}";

describe("A pattern of a policy", () => {
  const connect = "arn:aws:connect:us-west-2:111122223333";

  for (const [pattern, template, can] of [
    [`${connect}:instance/1/queue/2`, QUEUE, true],
    [`${connect}:instance/1/queue/*`, QUEUE, true],
    [`${connect}:instance/*`, QUEUE, true],
    ["*", QUEUE, true],
    [`${connect}:instance/1/queue/`, QUEUE, false],
    [`${connect}:instance/1/agent/2`, QUEUE, false],
    [`${connect}:instance/1`, QUEUE, false],
    // An id has no slash.
    [`${connect}:instance/1/queue/2/3`, QUEUE, false],
    // A request for all of them is no request for one.
    [`${connect}:instance/1/queue/2`, ALL_QUEUES, false],
    [`${connect}:instance/1/queue/*`, ALL_QUEUES, true],
    ["arn:aws:s3:::bucket/a/b", OBJECT, true],
    ["arn:aws:s3:::bucket/*", OBJECT, true],
    ["arn:aws:s3:::bucket", OBJECT, false],
    ["arn:aws:lambda:us-west-2:111122223333:function:f:$LATEST", FUNCTION, true],
    ["arn:aws:lambda:us-west-2:111122223333:layer:f", FUNCTION, false],
    ["arn:aws:lambda:us-west-2:111122223333:function:${aws:userid}", FUNCTION, true],
    ["arn:aws:lambda:*:function:f", FUNCTION, true],
  ] as const) {
    it(`${pattern} ${can ? "can be" : "is never"} ${template.split(":").slice(5).join(":")}`, () => {
      expect(canBe(pattern, template)).to.equal(can);
    });
  }

  it("is any ARN of a type, where it is one", () => {
    for (const template of [QUEUE, ALL_QUEUES, OBJECT, FUNCTION]) {
      expect(canBe(anyOf(template), template)).to.equal(true);
    }
  });
});
