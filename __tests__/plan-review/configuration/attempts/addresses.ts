import { set } from "../change";
import type { Attempt } from "./attempt";

export const ADDRESSES: readonly Attempt[] = [
  ...[
    ...[
      "aws_sns_topic.notifications ",
      " aws_sns_topic.notifications",
      "aws_sns_topic . notifications",
    ],
    ...[
      "aws_sns_topic.notifications[0]",
      'aws_sns_topic.notifications["x"]',
      "module.m.aws_sns_topic.x",
    ],
    ...[
      "aws_sns_topic.notifications # x",
      "aws_sns_topic./**/notifications",
      "aws_sns_topic.\nnotifications",
    ],
    ...[
      "${aws_sns_topic.notifications}",
      "data.aws_connect_prompt.x",
      "aws_sns_topic.notifications\n",
    ],
    ...["resource.aws_sns_topic.notifications", "aws_sns_topic", ""],
  ].flatMap((address): Attempt[] => [
    [
      `an import to ${JSON.stringify(address)}`,
      set("import", [{ to: address, id: "x" }]),
      `import[0].to must be the address of a resource, such as aws_connect_queue.sales, got ${JSON.stringify(address)}`,
    ],
    [
      `a move from ${JSON.stringify(address)}`,
      set("moved", [{ from: address, to: "aws_sns_topic.notifications" }]),
      `moved[0].from must be the address of a resource`,
    ],
    [
      `a move to ${JSON.stringify(address)}`,
      set("moved", [{ from: "aws_sns_topic.a", to: address }]),
      `moved[0].to must be the address of a resource`,
    ],
  ]),
  [
    "an import to what isn't there",
    set("import", [{ to: "aws_sns_topic.other", id: "x" }]),
    'import[0].to must be a resource of this configuration, got "aws_sns_topic.other"',
  ],
  [
    "an import to a type that isn't there",
    set("import", [{ to: "aws_iam_access_key.x", id: "x" }]),
    "import[0].to must be a resource of this configuration",
  ],
  [
    "an import to what every object has",
    set("import", [{ to: "aws_sns_topic.constructor", id: "x" }]),
    "import[0].to must be a resource of this configuration",
  ],
  [
    "an import of many",
    set("import", [{ to: "aws_sns_topic.notifications", id: "x", for_each: {} }]),
    "import[0].for_each isn't among what cdktf writes there: id, to",
  ],
  [
    "an import by another provider",
    set("import", [{ to: "aws_sns_topic.notifications", id: "x", provider: "aws.b" }]),
    "import[0].provider isn't among",
  ],
  [
    "an import by identity",
    set("import", [{ to: "aws_sns_topic.notifications", identity: {} }]),
    "import[0].identity isn't among",
    "import[0].id is missing",
  ],
  [
    "an import of a computed id",
    set("import", [{ to: "aws_sns_topic.notifications", id: '${file("x")}' }]),
    "import[0].id must be plain, without",
  ],
  [
    "a move to what isn't there",
    set("moved", [{ from: "aws_sns_topic.a", to: "aws_sns_topic.b" }]),
    'moved[0].to must be a resource of this configuration, got "aws_sns_topic.b"',
  ],
  [
    "a move from another type",
    set("moved", [{ from: "aws_s3_bucket.a", to: "aws_sns_topic.notifications" }]),
    'moved[0].from must be of the type aws_sns_topic, got "aws_s3_bucket.a"',
  ],
  ["a move to nowhere", set("moved", [{ from: "aws_sns_topic.a" }]), "moved[0].to is missing"],
];
