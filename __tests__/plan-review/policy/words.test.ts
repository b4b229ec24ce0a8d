import { expect } from "chai";

import type { Clause } from "../../../plan-review/policy/conditions";
import { conditionsIn } from "../../../plan-review/policy/words/conditions";
import { either } from "../../../plan-review/policy/words/list";
import { whatIn } from "../../../plan-review/policy/words/what";
import { whoIn } from "../../../plan-review/policy/words/who";

const parts = (...patterns: string[]) => patterns.map((is) => ({ is }));

const clause = (changed: Partial<Clause>): Clause => ({
  quantifier: "",
  comparison: "StringEquals",
  negated: false,
  ifExists: false,
  key: "k",
  values: ["v"],
  ...changed,
});

describe("a list in words", () => {
  it("has commas and one word before the last", () => {
    expect(either([])).to.equal("");
    expect(either(["a"])).to.equal("a");
    expect(either(["a", "b"])).to.equal("a or b");
    expect(either(["a", "b", "c"], "and")).to.equal("a, b and c");
  });
});

describe("principals in words", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["*", "anybody"],
    ["AWS *", "anybody"],
    ["AWS 123456789012", "anybody in account 123456789012"],
    ["AWS arn:aws:iam::123456789012:role/path/r", "the role path/r of account 123456789012"],
    ["AWS arn:aws-cn:iam::123456789012:user/u", "the user u of account 123456789012"],
    ["AWS AROAEXAMPLE", "AROAEXAMPLE"],
    [
      "AWS arn:aws:sts::123456789012:assumed-role/r/s",
      "arn:aws:sts::123456789012:assumed-role/r/s",
    ],
    ["Service sns.amazonaws.com", "the service sns.amazonaws.com"],
    ["CanonicalUser 79a5", "the account with the canonical id 79a5"],
    [
      "Federated arn:aws:iam::1:saml-provider/Okta",
      "whoever signs in through the SAML provider Okta",
    ],
    [
      "Federated arn:aws:iam::1:oidc-provider/accounts.google.com/x",
      "whoever signs in through accounts.google.com/x",
    ],
    [
      "Federated cognito-identity.amazonaws.com",
      "whoever signs in through cognito-identity.amazonaws.com",
    ],
  ];
  for (const [principal, words] of cases) {
    it(`are ${words}`, () => {
      expect(whoIn(parts(principal), [])).to.deep.equal({ words, said: [] });
    });
  }

  it("are several, or all but some", () => {
    expect(whoIn(parts("*", "Service a.b"), []).words).to.equal("anybody or the service a.b");
    expect(whoIn([{ but: ["AWS 1", "Service a.b"] }], []).words).to.equal(
      "anybody but anybody in account 1 and the service a.b",
    );
  });

  const GITHUB = "Federated arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com";
  const subject = (...values: string[]) =>
    clause({ key: "token.actions.githubusercontent.com:sub", values });
  const audience = clause({
    key: "token.actions.githubusercontent.com:aud",
    values: ["sts.amazonaws.com"],
  });

  it("are GitHub's jobs, by the subjects of their tokens", () => {
    const subjects = subject(
      "repo:o/r:ref:refs/heads/a/b",
      "repo:o/r:environment:prod",
      "repo:o/r:pull_request",
      "repo:o/r:ref:refs/tags/v1",
      "repo:*",
    );
    const other = clause({ key: "token.actions.githubusercontent.com:actor" });
    expect(whoIn(parts(GITHUB), [audience, subjects, other])).to.deep.equal({
      words:
        "GitHub's branch a/b of o/r, GitHub's environment prod of o/r, a pull request of o/r on GitHub, a job on GitHub with the subject repo:o/r:ref:refs/tags/v1 or a job on GitHub with the subject repo:*",
      said: [subjects, audience],
    });
  });

  const weak: readonly (readonly [string, Clause])[] = [
    ["isn't said", clause({ key: "x" })],
    ["is only excluded", { ...subject("repo:o/r:pull_request"), negated: true }],
    ["may be missing", { ...subject("repo:o/r:pull_request"), ifExists: true }],
    ["may be none", { ...subject("repo:o/r:pull_request"), quantifier: "ForAllValues:" }],
  ];
  for (const [what, sub] of weak) {
    it(`are any job of GitHub's where the subject ${what}`, () => {
      expect(whoIn(parts(GITHUB), [sub, audience])).to.deep.equal({
        words: "any job of any repository on GitHub",
        said: [audience],
      });
    });
  }

  it("of GitHub have an audience that is said where it isn't AWS", () => {
    const others = [
      { ...audience, values: ["x"] },
      { ...audience, negated: true },
    ];
    expect(whoIn(parts(GITHUB), others).said).to.deep.equal([]);
  });

  it("of GitHub among others are a provider as any", () => {
    const { words } = whoIn(parts(GITHUB, "*"), [subject("repo:o/r:pull_request")]);
    expect(words).to.equal(
      "whoever signs in through token.actions.githubusercontent.com or anybody",
    );
    expect(whoIn([{ but: [GITHUB] }], []).words).to.equal(
      "anybody but whoever signs in through token.actions.githubusercontent.com",
    );
  });
});

describe("actions and resources in words", () => {
  const cases: readonly (readonly [actions: string[], resource: string, words: string])[] = [
    [["*"], "*", "do anything on everything"],
    [["*:*"], "*", "do anything on everything"],
    [["s3:*"], "arn:aws:s3:::b", "do anything of S3 on the bucket b"],
    [["dynamodb:*"], "*", "do anything of DynamoDB on everything"],
    [["EC2:*"], "*", "do anything of EC2 on everything"],
    [["connect:*"], "*", "do anything of Amazon Connect on everything"],
    [["iam:*"], "*", "do anything of IAM on everything"],
    [["kms:*"], "*", "do anything of KMS on everything"],
    [["lambda:*"], "*", "do anything of Lambda on everything"],
    [["logs:*"], "*", "do anything of CloudWatch Logs on everything"],
    [["sns:*"], "*", "do anything of SNS on everything"],
    [["sts:*"], "*", "do anything of STS on everything"],
    [["constructor:*"], "*", "do anything of constructor on everything"],
    [["s3:Get*"], "*", "do s3:Get* on everything"],
    [["constructor"], "*", "do constructor on everything"],
    [["s3:GetObject"], "*", "read every object of every bucket"],
    [["S3:getobject", "s3:PutObject"], "arn:aws:s3:::b/*", "read or write every object of b"],
    [
      ["s3:GetObject", "s3:PutObjectAcl", "s3:X"],
      "arn:aws:s3:::*/*",
      "read or do s3:PutObjectAcl and s3:X on every object of every bucket",
    ],
    [["s3:GetObject"], "arn:aws:s3:::b/p/*", "read every object of b below p/"],
    [["s3:GetObject"], "arn:aws:s3:::b/p*/*", "read objects p*/* of b"],
    [["s3:GetObject"], "arn:aws:s3:::b/?/*", "read objects ?/* of b"],
    [["s3:GetObject"], "arn:aws:s3:::b/*.txt", "read objects *.txt of b"],
    [["s3:GetObject"], "arn:aws:s3:::b/p/k", "read the object p/k of b"],
    [["s3:ListBucket"], "arn:aws:s3:::*", "list every bucket"],
    [
      ["s3:GetObjectVersion", "s3:DeleteObject", "s3:DeleteObjectVersion"],
      "arn:aws:s3:::b/*",
      "read old versions of, delete or delete old versions of every object of b",
    ],
    [["iam:PassRole"], "*", "do iam:PassRole on every role"],
    [["iam:PassRole", "iam:CreateUser"], "*", "do iam:PassRole and iam:CreateUser on everything"],
    [["xiam:PassRole"], "*", "do xiam:PassRole on everything"],
    [["iam:PassRoleX"], "*", "do iam:PassRoleX on everything"],
    [["iam:PassRole"], "arn:aws:iam::1:role/*", "do iam:PassRole on every role"],
    [["iam:PassRole"], "arn:aws:iam::1:role/p/r", "do iam:PassRole on the role p/r"],
    [["iam:x"], "arn:aws:iam::1:user/u", "do iam:x on the user u"],
    [["iam:x"], "arn:aws:iam::1:policy/p", "do iam:x on the policy p"],
    [["lambda:InvokeFunction"], "*", "invoke every function"],
    [
      ["lambda:InvokeFunctionUrl"],
      "arn:aws:lambda:r:1:function:f:live",
      "call the URL of the function f:live",
    ],
    [["dynamodb:GetItem"], "arn:aws:dynamodb:r:1:table/t", "do dynamodb:GetItem on the table t"],
    [["kms:Decrypt"], "arn:aws:kms:r:1:key/k", "decrypt with the key k"],
    [["logs:x"], "arn:aws:logs:r:1:log-group:/aws/g:*", "do logs:x on the log group /aws/g:*"],
    [
      ["sns:Publish", "sns:Subscribe"],
      "arn:aws:sns:r:1:t",
      "publish to or subscribe to the topic t",
    ],
    [["sns:Publish"], "arn:aws:sns:r:1:t*", "publish to arn:aws:sns:r:1:t*"],
    [["sqs:x"], "arn:aws:sqs:r:1:q", "do sqs:x on arn:aws:sqs:r:1:q"],
    [["sts:AssumeRole"], "arn:aws:iam::1:role/r", "take the role r"],
    [
      ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"],
      "arn:aws:iam::1:role/r",
      "take the role r",
    ],
    [["a:b"], "x", "do a:b on x"],
  ];
  for (const [actions, resource, words] of cases) {
    it(`are ${words}`, () => {
      expect(whatIn(parts(...actions), parts(resource), undefined)).to.equal(words);
    });
  }

  it("are all but some", () => {
    expect(
      whatIn([{ but: ["iam:*", "s3:x"] }], [{ but: ["arn:aws:s3:::a", "b"] }], undefined),
    ).to.equal("do anything but iam:* and s3:x on everything but the bucket a and b");
    expect(whatIn([{ but: ["iam:PassRole"] }], parts("*"), undefined)).to.equal(
      "do anything but iam:PassRole on everything",
    );
  });

  it("are several, or that to which the policy belongs", () => {
    expect(whatIn(parts("a:b"), parts("x", "y", "*"), "the key")).to.equal(
      "do a:b on x, y and the key",
    );
  });
});

describe("conditions in words", () => {
  const cases: readonly (readonly [Partial<Clause>, string])[] = [
    [{}, "k is v"],
    [{ values: ["v", "w"] }, "k is v or w"],
    [{ negated: true }, "k isn't v"],
    [{ comparison: "StringEqualsIgnoreCase" }, "k is v"],
    [{ comparison: "StringEqualsIgnoreCase", negated: true }, "k isn't v"],
    [{ comparison: "StringLike" }, "k is like v"],
    [{ comparison: "StringLike", negated: true }, "k isn't like v"],
    [{ comparison: "ArnLike" }, "k is like v"],
    [{ comparison: "ArnLike", negated: true }, "k isn't like v"],
    [{ comparison: "IpAddress" }, "k is in v"],
    [{ comparison: "IpAddress", negated: true }, "k isn't in v"],
    [{ comparison: "NumericEquals" }, "k is v"],
    [{ comparison: "NumericLessThan" }, "k is less than v"],
    [{ comparison: "NumericLessThanEquals" }, "k is at most v"],
    [{ comparison: "NumericGreaterThan" }, "k is more than v"],
    [{ comparison: "NumericGreaterThanEquals" }, "k is at least v"],
    [{ comparison: "DateLessThan" }, "k is before v"],
    [{ comparison: "DateLessThanEquals" }, "k is at the latest v"],
    [{ comparison: "DateGreaterThan" }, "k is after v"],
    [{ comparison: "DateGreaterThanEquals" }, "k is at the earliest v"],
    [{ comparison: "Null", values: ["true"] }, "k is missing"],
    [{ comparison: "Null", values: ["false"] }, "k is there"],
    [{ comparison: "Null", values: ["true", "false"] }, "k is missing or there"],
    [{ ifExists: true }, "k is v or is missing"],
    [{ quantifier: "ForAnyValue:" }, "one of k is v"],
    [{ quantifier: "ForAllValues:" }, "each of k is v or is missing"],
    [{ key: "aws:SecureTransport", values: ["false"] }, "the connection isn't encrypted"],
    [{ key: "aws:SecureTransport", values: ["true"] }, "aws:SecureTransport is true"],
  ];
  for (const [changed, words] of cases) {
    it(`are ${words}`, () => {
      expect(conditionsIn([clause(changed)])).to.equal(` if ${words}`);
    });
  }

  it("are none, or all of several", () => {
    expect(conditionsIn([])).to.equal("");
    expect(conditionsIn([clause({}), clause({ key: "l" })])).to.equal(" if k is v and l is v");
  });
});
