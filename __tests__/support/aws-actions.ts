import type { Call } from "../../sandbox/gateway/call-log";

/** What IAM checks for a call: an action, and the resource where the call's name tells it. */
export interface NeededAction {
  readonly action: string;
  readonly resource?: string;
}

/** Signing names of services whose actions begin otherwise. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

/** Calls that everybody may make. */
const FREE = ["sts:GetCallerIdentity"];

/**
 * Reads and writes of a bucket's settings: the subresource, and IAM's name for it after Get and Put.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
const S3_SETTINGS: Readonly<Record<string, string>> = {
  accelerate: "AccelerateConfiguration",
  acl: "BucketAcl",
  cors: "BucketCORS",
  encryption: "EncryptionConfiguration",
  lifecycle: "LifecycleConfiguration",
  logging: "BucketLogging",
  "object-lock": "BucketObjectLockConfiguration",
  ownershipControls: "BucketOwnershipControls",
  policy: "BucketPolicy",
  publicAccessBlock: "BucketPublicAccessBlock",
  replication: "ReplicationConfiguration",
  requestPayment: "BucketRequestPayment",
  tagging: "BucketTagging",
  versioning: "BucketVersioning",
  website: "BucketWebsite",
};

/** Lambda's REST calls: method, what follows the function's name, and IAM's action. */
const LAMBDA: readonly (readonly [method: string, rest: RegExp, action: string])[] = [
  ["POST", /^$/, "CreateFunction"],
  ["GET", /^$/, "GetFunction"],
  ["DELETE", /^$/, "DeleteFunction"],
  ["GET", /^versions$/, "ListVersionsByFunction"],
  ["GET", /^policy$/, "GetPolicy"],
  ["POST", /^policy$/, "AddPermission"],
  ["DELETE", /^policy\//, "RemovePermission"],
  ["GET", /^configuration$/, "GetFunctionConfiguration"],
  ["PUT", /^configuration$/, "UpdateFunctionConfiguration"],
  ["PUT", /^code$/, "UpdateFunctionCode"],
  ["GET", /^code-signing-config$/, "GetFunctionCodeSigningConfig"],
];

/**
 * What a call needs beside the action of its own name, where AWS documents it: tags given at the
 * creation, roles that are passed, and what a service does in its caller's name.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/security-iam-amazon-connect-permissions.html
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
const ALSO: readonly (readonly [call: RegExp, actions: readonly string[]])[] = [
  [/^connect:(Create|ClaimPhoneNumber)/, ["connect:TagResource"]],
  [
    /^connect:CreateInstance$/,
    [
      ...["ds:AuthorizeApplication", "ds:CheckAlias", "ds:CreateAlias"],
      ...["ds:CreateIdentityPoolDirectory", "ds:DescribeDirectories"],
      ...["iam:CreateServiceLinkedRole", "iam:AttachRolePolicy", "iam:PutRolePolicy"],
    ],
  ],
  [/^connect:DescribeInstance$/, ["ds:DescribeDirectories"]],
  [
    /^connect:AssociateInstanceStorageConfig$/,
    ["kms:CreateGrant", "kms:DescribeKey", "s3:GetBucketAcl", "s3:GetBucketLocation"],
  ],
  [/^connect:AssociateLambdaFunction$/, ["lambda:AddPermission"]],
  [/^connect:DisassociateLambdaFunction$/, ["lambda:RemovePermission"]],
  [/^dynamodb:CreateTable$/, ["dynamodb:TagResource", "kms:CreateGrant", "kms:DescribeKey"]],
  [/^budgets:ModifyBudget$/, ["budgets:TagResource"]],
  [/^events:PutRule$/, ["events:TagResource"]],
  [/^cloudwatch:PutMetricAlarm$/, ["cloudwatch:TagResource"]],
  [/^iam:CreateRole$/, ["iam:TagRole"]],
  [/^kms:CreateKey$/, ["kms:TagResource"]],
  [/^lambda:CreateFunction$/, ["iam:PassRole", "lambda:TagResource"]],
  [/^lambda:UpdateFunctionConfiguration$/, ["iam:PassRole"]],
  [/^logs:CreateLogGroup$/, ["logs:TagResource"]],
  [/^s3:GetObject$/, ["kms:Decrypt"]],
  [/^s3:PutObject$/, ["kms:GenerateDataKey"]],
  [/^sns:CreateTopic$/, ["sns:TagResource"]],
  [/^ssm:PutParameter$/, ["ssm:AddTagsToResource"]],
];

/**
 * What IAM would have asked for a call that the sandbox has answered.
 * @throws Error for a call whose action isn't known, so that none is passed over.
 */
export function neededFor(call: Pick<Call, "service" | "operation">): NeededAction[] {
  const own = ownAction(call);
  if (FREE.includes(own.action)) return [];
  const also = ALSO.filter(([name]) => name.test(own.action)).flatMap(([, actions]) => actions);
  return [own, ...also.map((action) => ({ action }))];
}

function ownAction({ service, operation }: Pick<Call, "service" | "operation">): NeededAction {
  if (service === "s3") return s3Action(operation);
  if (service === "lambda") return lambdaAction(operation);
  if (service === "budgets" && !operation.includes("Resource")) {
    return {
      action: operation.startsWith("Describe") ? "budgets:ViewBudget" : "budgets:ModifyBudget",
    };
  }
  if (/^\w+$/.test(operation)) return { action: `${PREFIXES[service] ?? service}:${operation}` };
  throw new Error(
    `the IAM action of ${service} ${operation} isn't known: add it to aws-actions.ts`,
  );
}

function s3Action(operation: string): NeededAction {
  const [, method = "", path = "", name] = /^(\w+) \/([^?]*)\??(.*)$/.exec(operation) ?? [];
  if (method === "") return { action: `s3:${operation}` };
  const resource = `arn:aws:s3:::${path.replace(/\/$/, "")}`;
  const isObject = /^[^/]+\/./.test(path);
  if (isObject && method === "HEAD") return { action: "s3:GetObject", resource };
  const setting = S3_SETTINGS[name ?? ""];
  const verb = { GET: "Get", PUT: "Put" }[method];
  if (!isObject && setting !== undefined && verb !== undefined) {
    return { action: `s3:${verb}${setting}`, resource };
  }
  if (!isObject && (method === "HEAD" || method === "GET")) {
    return { action: "s3:ListBucket", resource };
  }
  if (!isObject && method === "PUT" && name === "") return { action: "s3:CreateBucket", resource };
  throw new Error(`the IAM action of s3 ${operation} isn't known: add it to aws-actions.ts`);
}

function lambdaAction(operation: string): NeededAction {
  if (operation === "Invoke") return { action: "lambda:InvokeFunction" };
  const [, method = "", name = "", rest = ""] =
    /^(\w+) \/[\d-]+\/functions\/?([^/?]*)\/?([^?]*)/.exec(operation) ?? [];
  const found = LAMBDA.find(([verb, pattern]) => verb === method && pattern.test(rest));
  if (found === undefined) {
    throw new Error(`the IAM action of lambda ${operation} isn't known: add it to aws-actions.ts`);
  }
  const action = `lambda:${found[2]}`;
  return name === ""
    ? { action }
    : { action, resource: `arn:aws:lambda:us-west-2:123456789012:function:${name}` };
}
