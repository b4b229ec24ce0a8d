import type { Edit } from "../../../support/synthesized-edits";
import { add, type Attack, KEY, policy, RIGHTS, ROLE } from "./attack";

interface Statement {
  Sid?: string;
  Effect: string;
  Action: unknown;
  Resource?: unknown;
  Principal?: unknown;
  Condition?: object;
}

const TOPIC = "aws_sns_topic_policy.notifications_policy";
const RECORDINGS = "aws_s3_bucket_policy.bucket_policy";
const ACCESS_LOGS = "aws_s3_bucket_policy.access_logs_policy";

/** Changes the statements of a policy. */
const statements =
  (
    address: string,
    change: (all: readonly Statement[]) => readonly Statement[],
    name = "policy",
  ): Edit =>
  ({ resource }) => {
    const document = JSON.parse(String(resource(address)[name])) as { Statement: Statement[] };
    resource(address)[name] = JSON.stringify({
      ...document,
      Statement: change(document.Statement),
    });
  };
const without = (address: string, sid: string) =>
  statements(address, (all) => {
    if (!all.some(({ Sid }) => Sid === sid)) throw new Error(`${address} has no ${sid}`);
    return all.filter(({ Sid }) => Sid !== sid);
  });
const denying = (address: string, Action: unknown) =>
  statements(address, (all) => [
    ...all,
    { Effect: "Deny", Principal: "*", Action, Resource: all[0]?.Resource },
  ]);
const DENY_ALL = { Effect: "Deny", Action: "*", Resource: "*" };

/** Fewer rights than the center works with. */
export const CUT_OFF: readonly Attack[] = [
  ["alarms that may not tell", without(TOPIC, "Alarms"), TOPIC, "disrupt", /no longer publish/],
  [
    "a topic that nobody may publish to",
    denying(TOPIC, "sns:Publish"),
    TOPIC,
    "disrupt",
    /forbidden to publish/,
  ],
  [
    "a key that nobody may use",
    denying(KEY, "kms:Decrypt"),
    KEY,
    "disrupt",
    /forbidden to decrypt/,
  ],
  [
    "a key that the account can't give rights to",
    without(KEY, "AccountDecidesByIam"),
    KEY,
    "disrupt",
    /root may no longer/,
  ],
  [
    "a key that the notifications may not use",
    without(KEY, "Notifications"),
    KEY,
    "disrupt",
    /no longer decrypt/,
  ],
  [
    "a bucket that takes no recordings",
    denying(RECORDINGS, "s3:PutObject"),
    RECORDINGS,
    "disrupt",
    /forbidden to write/,
  ],
  [
    "access logs that may not be delivered",
    without(ACCESS_LOGS, "AccessLogs"),
    ACCESS_LOGS,
    "disrupt",
    /no longer write/,
  ],
  [
    "a role that its function can't take any more",
    statements(
      ROLE,
      (all) =>
        all.map((each) => ({
          ...each,
          Condition: { StringEquals: { "aws:SourceAccount": "000000000000" } },
        })),
      "assume_role_policy",
    ),
    ROLE,
    "disrupt",
    /no longer take the role/,
  ],
  [
    "a role that is forbidden to be taken",
    statements(
      ROLE,
      (all) => [
        ...all,
        {
          Effect: "Deny",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        },
      ],
      "assume_role_policy",
    ),
    ROLE,
    "disrupt",
    /forbidden to take the role/,
  ],
  [
    "a function that may not write its table",
    ({ resource }) => {
      resource(RIGHTS).policy = String(resource(RIGHTS).policy).replace(
        '"dynamodb:UpdateItem"',
        '"dynamodb:GetItem"',
      );
    },
    RIGHTS,
    "disrupt",
    /no longer do dynamodb:UpdateItem/,
  ],
  [
    "a function that is denied everything",
    statements(RIGHTS, (all) => [...all, DENY_ALL]),
    RIGHTS,
    "disrupt",
    /forbidden to do anything/,
  ],
  [
    "another policy that denies a role everything",
    add("aws_iam_role_policy.more", {
      role: `\${${ROLE}.name}`,
      name: "more",
      policy: policy(DENY_ALL),
    }),
    "aws_iam_role_policy.more",
    "disrupt",
    /forbidden to do anything/,
  ],
];
