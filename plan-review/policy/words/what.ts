import type { Part } from "../parts.ts";
import { either } from "./list.ts";

/** Actions that have a word of their own. The rest is said as IAM says it. */
const VERBS = new Map(
  Object.entries({
    "kms:decrypt": "decrypt with",
    "lambda:invokefunction": "invoke",
    "lambda:invokefunctionurl": "call the URL of",
    "s3:deleteobject": "delete",
    "s3:deleteobjectversion": "delete old versions of",
    "s3:getobject": "read",
    "s3:getobjectversion": "read old versions of",
    "s3:listbucket": "list",
    "s3:putobject": "write",
    "sns:publish": "publish to",
    "sns:subscribe": "subscribe to",
    "sts:assumerole": "take",
    "sts:assumerolewithsaml": "take",
    "sts:assumerolewithwebidentity": "take",
  }),
);

/** How services are called whose prefix isn't their name. */
const SERVICES = new Map(
  Object.entries({
    connect: "Amazon Connect",
    dynamodb: "DynamoDB",
    iam: "IAM",
    kms: "KMS",
    lambda: "Lambda",
    logs: "CloudWatch Logs",
    s3: "S3",
    sns: "SNS",
    sts: "STS",
  }),
);

/** What may be done with what: `read or write every object of a-bucket`. */
export function whatIn(
  actions: readonly Part[],
  resources: readonly Part[],
  belongsTo: string | undefined,
): string {
  const things = either(
    resources.map((part) => thingsInWords(part, actions, belongsTo)),
    "and",
  );
  const verbs = new Set<string>();
  const others: string[] = [];
  for (const part of actions) {
    const verb = "is" in part ? VERBS.get(part.is.toLowerCase()) : undefined;
    if (verb === undefined) others.push(actionInWords(part));
    else verbs.add(verb);
  }
  const done = others.length === 0 ? [] : [`do ${either(others, "and")} on`];
  return `${either([...verbs, ...done])} ${things}`;
}

function actionInWords(part: Part): string {
  if ("but" in part) return `anything but ${either(part.but, "and")}`;
  if (part.is === "*" || part.is === "*:*") return "anything";
  const [, service] = /^([\w-]+):\*$/.exec(part.is) ?? [];
  return service === undefined
    ? part.is
    : `anything of ${SERVICES.get(service.toLowerCase()) ?? service}`;
}

function thingsInWords(
  part: Part,
  actions: readonly Part[],
  belongsTo: string | undefined,
): string {
  if ("is" in part) {
    return part.is === "*" ? (belongsTo ?? allOf(actions)) : thingInWords(part.is);
  }
  return `everything but ${either(part.but.map(thingInWords), "and")}`;
}

function allOf(actions: readonly Part[]): string {
  const areAll = (pattern: RegExp): boolean =>
    actions.every((part) => "is" in part && pattern.test(part.is));
  if (areAll(/^iam:\w+Role$/i)) return "every role";
  if (areAll(/^lambda:\w+Function$/i)) return "every function";
  if (areAll(/^s3:\w+Object\w*$/i)) return "every object of every bucket";
  return "everything";
}

/** Kinds of things by the ARN's last part, after its account. */
const THINGS: Readonly<Record<string, string>> = {
  "iam:role/": "role",
  "iam:user/": "user",
  "iam:policy/": "policy",
  "lambda:function:": "function",
  "dynamodb:table/": "table",
  "kms:key/": "key",
  "logs:log-group:": "log group",
};

function thingInWords(arn: string): string {
  const [, service = "", rest = ""] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.+)$/s.exec(arn) ?? [];
  if (service === "s3") return bucketInWords(rest);
  if (service === "sns" && /^\w+$/.test(rest)) return `the topic ${rest}`;
  const prefix = Object.keys(THINGS).find((each) => `${service}:${rest}`.startsWith(each));
  if (prefix === undefined) return arn;
  const name = `${service}:${rest}`.slice(prefix.length);
  const thing = THINGS[prefix] ?? "";
  return name === "*" ? `every ${thing}` : `the ${thing} ${name}`;
}

function bucketInWords(path: string): string {
  const [, bucket = "", key] = /^([^/]*)(?:\/(.*))?$/s.exec(path) ?? [];
  const where = bucket === "*" ? "every bucket" : bucket;
  if (key === undefined) return bucket === "*" ? where : `the bucket ${bucket}`;
  if (key === "*") return `every object of ${where}`;
  if (/^[^*?]*\/\*$/.test(key)) return `every object of ${where} below ${key.slice(0, -1)}`;
  return `${/[*?]/.test(key) ? "objects" : "the object"} ${key} of ${where}`;
}
