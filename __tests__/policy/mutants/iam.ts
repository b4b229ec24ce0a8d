import { isObject } from "../paths";
import type { Draft, Spoilers } from "./mutant";

type Statements = Record<string, unknown>[];

const FUNCTION = "aws_iam_role_policy.vanity_numbers_function_permissions.policy";
const RECONCILER = "aws_iam_role_policy.connect_associations_reconciler_permissions.policy";
const TRUST = "aws_iam_role.vanity_numbers_function_role.assume_role_policy";
const KEY = "aws_kms_key.encryption_key.policy";
const BUCKET = "aws_s3_bucket_policy.bucket_policy.policy";
const TOPIC = "aws_sns_topic_policy.notifications_policy.policy";

const TABLE = "${aws_dynamodb_table.vanity_numbers_table.arn}";

/** Changes the statements of a policy. */
const policy =
  (place: string, change: (statements: Statements) => Statements) =>
  (draft: Draft): void => {
    const [type = "", name = "", attribute = ""] = place.split(".");
    const attributes = draft.at(`${type}.${name}`);
    const document = JSON.parse(String(attributes[attribute])) as { Statement: Statements };
    attributes[attribute] = JSON.stringify({ ...document, Statement: change(document.Statement) });
  };

/** One statement more. */
const more = (place: string, statement: Record<string, unknown>) =>
  policy(place, (statements) => [...statements, { Effect: "Allow", ...statement }]);

/** Every statement with something else in it. */
const every = (place: string, change: Record<string, unknown>) =>
  policy(place, (statements) => statements.map((statement) => ({ ...statement, ...change })));

const get = { Action: "dynamodb:GetItem", Resource: TABLE };

export const IAM_MUTANTS = {
  policyActions: {
    "a misspelt action": more(FUNCTION, { Action: "dynamodb:GetItems", Resource: TABLE }),
    "an unknown service": more(FUNCTION, { Action: "dynamo:GetItem", Resource: TABLE }),
    "a pattern for nothing": more(FUNCTION, { Action: ["dynamodb:Fetch*"], Resource: TABLE }),
    "a denial of nothing": more(FUNCTION, { ...get, Effect: "Deny", Action: "dynamodb:Deletes" }),
    "all but what isn't there": more(FUNCTION, {
      Effect: "Deny",
      NotAction: ["kms:Decript"],
      Resource: "*",
    }),
    "a trust in an unknown way": every(TRUST, { Action: "sts:TakeRole" }),
    "a key's unknown action": every(KEY, { Action: ["kms:Decode"] }),
    "a bucket's unknown action": every(BUCKET, { Action: "s3:ReadObject" }),
    "a topic's unknown action": every(TOPIC, { Action: "sns:Send" }),
  },
  policyResources: {
    "a table's action on an index": every(FUNCTION, { Resource: `${TABLE}/index/x` }),
    "one more resource that no action takes": more(FUNCTION, {
      ...get,
      Resource: [TABLE, "${aws_kms_key.encryption_key.arn}"],
    }),
    "one more action that takes none of the resources": more(FUNCTION, {
      Action: ["dynamodb:GetItem", "kms:Decrypt"],
      Resource: TABLE,
    }),
    "an action on everything that could be on one thing": more(FUNCTION, {
      ...get,
      Resource: "*",
    }),
    "an action on one thing that has only everything": more(FUNCTION, {
      Action: "logs:DescribeLogGroups",
      Resource: "${aws_cloudwatch_log_group.vanity_numbers_function_logs.arn}",
    }),
    "no resources": more(FUNCTION, { Action: "dynamodb:GetItem" }),
    "a resource that can't be told": more(FUNCTION, {
      ...get,
      Resource: "${aws_ssm_document.another.arn}",
    }),
    "an object for a bucket": more(FUNCTION, {
      Action: "s3:ListBucket",
      Resource: "${aws_s3_bucket.bucket.arn}/*",
    }),
    "a queue without its quick connects": policy(RECONCILER, (statements) =>
      statements.map((statement) =>
        JSON.stringify(statement.Action).includes("AssociateQueueQuickConnects")
          ? { ...statement, Resource: "${aws_connect_instance.instance.arn}/queue/*" }
          : statement,
      ),
    ),
    "one queue for an action that asks for all": more(FUNCTION, {
      Action: "connect:ListQueues",
      Resource: "${aws_connect_instance.instance.arn}/queue/x",
    }),
    "another type's id": more(FUNCTION, {
      Action: "connect:DescribeUser",
      Resource: "${aws_connect_instance.instance.arn}/user/*",
    }),
    "a trust with a resource": every(TRUST, { Resource: "*" }),
    "a key's policy on one key": every(KEY, { Resource: "${aws_kms_key.encryption_key.arn}" }),
    "a bucket's policy on a topic": every(BUCKET, {
      Action: "s3:PutObject",
      Resource: "${aws_sns_topic.notifications.arn}",
    }),
    "a topic's policy on a bucket": every(TOPIC, { Resource: "${aws_s3_bucket.bucket.arn}" }),
  },
  policyConditions: {
    "an unknown key": more(FUNCTION, when("StringEquals", "dynamodb:Table", "x")),
    "another service's key": more(FUNCTION, when("StringEquals", "s3:prefix", "x")),
    "a key that only others of the service have": more(
      FUNCTION,
      when("StringEquals", "dynamodb:FullTableScan", "x"),
    ),
    "tags of the resource, which the service doesn't look at": more(
      RECONCILER,
      when("StringEquals", "aws:ResourceTag/Project", "KWGlobal", {
        Action: "connect:GetFederationToken",
        Resource: "${aws_connect_instance.instance.arn}",
      }),
    ),
    "a list compared like one value": more(
      FUNCTION,
      when("StringEquals", "dynamodb:Attributes", "x"),
    ),
    "one value compared like a list": more(
      FUNCTION,
      when("ForAllValues:StringEquals", "aws:SourceAccount", "1"),
    ),
    "a truth compared like a text": more(
      FUNCTION,
      when("StringEquals", "aws:SecureTransport", "true"),
    ),
    "a trust by what its caller doesn't have": every(TRUST, {
      Condition: { StringEquals: { "token.actions.githubusercontent.com:sub": "x" } },
    }),
    "a key's condition that one of its actions lacks": policy(KEY, (statements) =>
      statements.map((statement) =>
        isObject(statement.Condition)
          ? { ...statement, Action: ["kms:Decrypt", "kms:Describe*"] }
          : statement,
      ),
    ),
    "a bucket's condition that no bucket knows": every(BUCKET, {
      Condition: { Bool: { "sns:Protocol": "false" } },
    }),
    "a topic's condition that no topic knows": every(TOPIC, {
      Condition: { StringEquals: { "sns:Topic": "x" } },
    }),
  },
  policyPlaces: {
    "a policy in an attribute that nobody looks at": (draft) => {
      draft.at("aws_iam_role.vanity_numbers_function_role").inline_policy = [
        { name: "more", policy: JSON.stringify({ Statement: [get] }) },
      ];
    },
    "a resource with a policy of an unknown type": (draft) => {
      draft.add("aws_dynamodb_resource_policy.another", {
        policy: JSON.stringify({ Statement: [{ ...get, Principal: "*" }] }),
      });
    },
    "a policy that a data source makes": (draft) => {
      draft.section("data").aws_iam_policy_document = {
        another: { statement: [{ Effect: "Allow" }] },
      };
    },
  },
} satisfies Readonly<Record<string, Spoilers>>;

/** A statement with a condition. */
function when(operator: string, key: string, value: string, statement: object = get) {
  return { ...statement, Condition: { [operator]: { [key]: value } } };
}
