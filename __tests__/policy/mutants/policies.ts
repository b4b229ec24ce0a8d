import type { OpName } from "../ops";
import type { Spoiled } from "./mutant";

type Statements = Record<string, unknown>[];

/** The ways in which an IAM policy can break what an operator asks of it. */
export function spoiledPolicies(op: OpName): readonly Spoiled[] {
  return [
    ["an expression", () => "${jsonencode(local.policy)}"],
    ...(WAYS[op] ?? []).map(([what, change]): Spoiled => [
      what,
      (old) => {
        const document = JSON.parse(String(old)) as { Statement: Statements };
        return JSON.stringify({ ...document, Statement: change([document.Statement].flat()) });
      },
    ]),
  ];
}

type Way = readonly [what: string, change: (statements: Statements) => Statements];

const allow =
  (more: Record<string, unknown>): Way[1] =>
  (statements) => [
    ...statements,
    { Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more },
  ];

const replace =
  (more: Record<string, unknown>): Way[1] =>
  (statements) =>
    statements.map((statement) => ({ ...statement, ...more }));

/** A part of GitHub's conditions, replaced. */
const claim =
  (old: RegExp, text: string): Way[1] =>
  (statements) =>
    statements.map((statement) => ({
      ...statement,
      Condition: JSON.parse(
        JSON.stringify(statement.Condition ?? {}).replaceAll(old, text),
      ) as unknown,
    }));

const SUB = /repo:[^"]*/g;
const WORKFLOW = /kwglobal\/contact-center\/\.github[^"]*/g;

const GITHUB = {
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: { Federated: "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com" },
};

const WAYS: Partial<Record<OpName, readonly Way[]>> = {
  "policy:denyInsecureTransport": [
    ["nothing denied", () => []],
    ["bucket without objects", replace({ Resource: "arn:aws:s3:::bucket" })],
    ["reading only", replace({ Action: "s3:GetObject" })],
    ["one principal only", replace({ Principal: { AWS: "arn:aws:iam::1:root" } })],
    ["with TLS", replace({ Condition: { Bool: { "aws:SecureTransport": "true" } } })],
    ["allowed", replace({ Effect: "Allow" })],
  ],
  "policy:noPublicAllow": [
    ["everybody allowed", allow({ Principal: "*" })],
    ["every AWS principal allowed", allow({ Principal: { AWS: ["*"] } })],
    [
      "everybody with TLS allowed",
      allow({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ],
    ["everybody but one allowed", allow({ NotPrincipal: { AWS: "arn:aws:iam::1:root" } })],
  ],
  "policy:actionsSubset": [
    ["one more action", allow({ Action: ["dynamodb:DeleteItem"] })],
    ["every action", allow({ Action: "*" })],
    ["every action of a service", allow({ Action: "dynamodb:*" })],
    ["every action but one", replace({ NotAction: "iam:PassRole" })],
  ],
  "policy:noWildcardActions": [
    ["every action", allow({ Action: "*" })],
    ["every action of a service", allow({ Action: ["s3:*"] })],
    ["every action but one", allow({ NotAction: "iam:PassRole" })],
  ],
  "policy:resourcesScoped": [
    ["every resource", allow({ Action: "dynamodb:GetItem", Resource: "*" })],
    ["another table", allow({ Action: "dynamodb:Scan", Resource: "arn:aws:dynamodb:::table/t" })],
    ["every action everywhere", allow({ Action: "*", Resource: "*" })],
  ],
  "policy:trustOnly": [
    ["another service", replace({ Principal: { Service: "ec2.amazonaws.com" } })],
    ["an account too", allow({ Principal: { AWS: "arn:aws:iam::1:root" } })],
    ["everybody", allow({ Principal: "*" })],
  ],
  "policy:githubOidc": [
    ["any repository", claim(SUB, "repo:*")],
    ["any branch", claim(SUB, "repo:kwglobal/contact-center:*")],
    ["any id", claim(SUB, "repo:kwglobal@*/contact-center@*:environment:prod")],
    ["any workflow", claim(WORKFLOW, "kwglobal/contact-center/.github/workflows/*")],
    [
      "a workflow of any branch",
      claim(WORKFLOW, "kwglobal/contact-center/.github/workflows/apply.yml@*"),
    ],
    [
      "another repository's workflow",
      claim(WORKFLOW, "another/repository/.github/workflows/apply.yml@refs/heads/main"),
    ],
    ["no workflow", claim(/job_workflow_ref/g, "workflow")],
    ["no condition", allow(GITHUB)],
    [
      "a pattern for a subject",
      allow({
        ...GITHUB,
        Condition: {
          StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          StringLike: { "token.actions.githubusercontent.com:sub": "repo:kwglobal/*" },
        },
      }),
    ],
    [
      "another audience",
      allow({
        ...GITHUB,
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "somebody",
            "token.actions.githubusercontent.com:sub": "repo:kwglobal/center:pull_request",
          },
        },
      }),
    ],
  ],
};
