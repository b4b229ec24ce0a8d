/**
 * The services that moto plays, by the name that requests are signed for, with moto's own names. It could
 * play many more; each is more that could be done to this machine, so only what is used is there.
 */
export const MOTO_BACKENDS = {
  dynamodb: "dynamodb",
  events: "events",
  firehose: "firehose",
  iam: "iam",
  kinesis: "kinesis",
  kms: "kms",
  lambda: "awslambda",
  logs: "logs",
  monitoring: "cloudwatch",
  s3: "s3",
  sns: "sns",
  ssm: "ssm",
  states: "stepfunctions",
  sts: "sts",
} as const;
