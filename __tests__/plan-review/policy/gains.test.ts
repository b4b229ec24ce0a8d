import { expect } from "chai";

import { type Attachment, differencesBetween } from "../../../plan-review/policy/gains";

const gainsBetween = (before: unknown, after: unknown, attachment: Attachment) =>
  differencesBetween(before, after, attachment).gains;

const BUCKET: Attachment = { kind: "resource", of: "the bucket recordings" };
const ROLE: Attachment = { kind: "identity", of: "the role writer" };
const TRUST: Attachment = { kind: "trust", of: "the role deployer" };

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

const open = (changed: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:role/reader" },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::recordings/*",
  ...changed,
});

const gained = (before: object | null, after: object, attachment = BUCKET): readonly string[] =>
  gainsBetween(before && policy(before), policy(after), attachment);

const when = (operator: string, value: unknown, key = "k") => ({
  Condition: { [operator]: { [key]: value } },
});

describe("a policy that lets more", () => {
  const READS = "may now read every object of recordings";

  it("is said with who, what and where", () => {
    expect(gained(null, open({ Principal: "*" }))).to.deep.equal([`anybody ${READS}`]);
    expect(gained(open(), open())).to.deep.equal([]);
  });

  it("says only what is new", () => {
    const before = open({ Action: ["s3:GetObject", "s3:PutObject"] });
    const after = open({
      Principal: { AWS: ["arn:aws:iam::123456789012:role/reader", "999999999999"] },
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
    });
    expect(gained(before, after)).to.deep.equal([
      "anybody in account 999999999999 may now read, write or delete every object of recordings",
      "the role reader of account 123456789012 may now delete every object of recordings",
    ]);
  });

  it("is found where each statement is within one of several", () => {
    const both = open({ Action: ["s3:GetObject", "s3:PutObject"] });
    const apart = policy(open(), open({ Action: "s3:PutObject" }));
    expect(gainsBetween(apart, policy(both), BUCKET)).to.deep.equal([]);
    expect(gainsBetween(policy(open()), apart, BUCKET)).to.have.length(1);
  });

  it("says a thing once, though two statements say it", () => {
    expect(gainsBetween(null, policy(open(), open()), BUCKET)).to.have.length(1);
  });

  it("lost a condition", () => {
    const before = open(when("StringEquals", "123456789012", "aws:SourceAccount"));
    expect(gained(before, open())).to.deep.equal([
      `the role reader of account 123456789012 ${READS}, until now only if aws:SourceAccount is 123456789012`,
    ]);
    expect(gained(open(), before)).to.deep.equal([]);
  });

  it("lost one of two conditions", () => {
    const both = { StringEquals: { a: "1", b: "2" } };
    expect(gained(open({ Condition: both }), open(when("StringEquals", "1", "a")))).to.deep.equal([
      `the role reader of account 123456789012 ${READS} if a is 1, until now only if b is 2`,
    ]);
  });

  it("has another value in a condition", () => {
    const before = open(when("StringEquals", ["a", "b"]));
    expect(gained(before, open(when("StringEquals", ["b", "c", "a"])))).to.deep.equal([
      `the role reader of account 123456789012 ${READS} if k is c, until now only if k is a or b`,
    ]);
  });

  it("was a Deny", () => {
    expect(gained(open({ Effect: "Deny" }), open({ Effect: "Allow" }))).to.deep.equal([
      `the role reader of account 123456789012 ${READS}`,
      "the role reader of account 123456789012 is no longer forbidden to read every object of recordings",
    ]);
  });

  it("is an identity's own, too", () => {
    const own = (changed: object) => ({
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "*",
      ...changed,
    });
    expect(gained(own({}), own({ Action: "*" }), ROLE)).to.deep.equal([
      "the role writer may now do anything on everything",
    ]);
    expect(gained(null, own({ Action: "iam:PassRole" }), ROLE)).to.deep.equal([
      "the role writer may now do iam:PassRole on every role",
    ]);
  });
});

describe("a policy that speaks of all but some", () => {
  const of = (parts: object) => ({ Effect: "Allow", ...parts });
  const but = (NotAction: string | readonly string[]) => of({ NotAction, Resource: "*" });
  const only = (Action: string | readonly string[]) => of({ Action, Resource: "*" });
  const kept: readonly (readonly [string, object, object])[] = [
    ["excepts one more", but("iam:*"), but(["iam:*", "s3:*"])],
    ["excepts more by one pattern", but("iam:PassRole"), but("iam:*")],
    ["names some of the rest", but(["iam:*", "sts:*"]), only("s3:GetObject")],
    ["excepts some of everything", only("*"), but("iam:*")],
    [
      "excepts one more thing",
      of({ Action: "s3:*", NotResource: "arn:aws:s3:::a" }),
      of({ Action: "s3:*", NotResource: ["arn:aws:s3:::a", "arn:aws:s3:::b"] }),
    ],
    [
      "names another thing",
      of({ Action: "s3:*", NotResource: "arn:aws:s3:::a" }),
      of({ Action: "s3:*", Resource: "arn:aws:s3:::b" }),
    ],
  ];
  const widened: readonly (readonly [string, object, object])[] = [
    ["excepts one less", but(["iam:*", "s3:*"]), but("iam:*")],
    ["excepts less by one pattern", but("iam:*"), but("iam:PassRole")],
    ["excepts another", but("iam:*"), but("s3:*")],
    ["names what was excepted", but(["sts:*", "iam:*"]), only("iam:PassRole")],
    ["names everything", but("iam:*"), only("*")],
    ["names a part only, and then excepts one", only("s3:*"), but("iam:*")],
    [
      "excepts one thing less",
      of({ Action: "s3:*", NotResource: ["arn:aws:s3:::a", "arn:aws:s3:::b"] }),
      of({ Action: "s3:*", NotResource: "arn:aws:s3:::a" }),
    ],
    [
      "names the thing that was excepted",
      of({ Action: "s3:*", NotResource: "arn:aws:s3:::a" }),
      of({ Action: "s3:*", Resource: "arn:aws:s3:::a" }),
    ],
  ];
  for (const [what, before, after] of kept) {
    it(`lets no more where it ${what}`, () => {
      expect(gained(before, after, ROLE)).to.deep.equal([]);
    });
  }
  for (const [what, before, after] of widened) {
    it(`lets more where it ${what}`, () => {
      expect(gained(before, after, ROLE)).to.have.length(1);
    });
  }

  it("denies less where one more is excepted", () => {
    const denied = (...AWS: string[]) => ({
      Effect: "Deny",
      NotPrincipal: { AWS },
      Action: "s3:*",
      Resource: "*",
    });
    const [one, two] = ["123456789012", "999999999999"];
    expect(gained(denied(one), denied(one, two))).to.have.length(1);
    expect(gained(denied(one, two), denied(one))).to.deep.equal([]);
    // Accounts and their roles overlap.
    const named = { Effect: "Deny", Principal: { AWS: two }, Action: "s3:*", Resource: "*" };
    expect(gained(named, denied(one))).to.have.length(1);
  });
});

describe("a policy that denies less", () => {
  const tls = (changed: object = {}) => ({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::recordings", "arn:aws:s3:::recordings/*"],
    ...when("Bool", "false", "aws:SecureTransport"),
    ...changed,
  });

  it("is said though nothing in it allows anything", () => {
    const all =
      "anybody is no longer forbidden to do anything of S3 on the bucket recordings and every object of recordings if the connection isn't encrypted";
    expect(gainsBetween(policy(tls()), null, BUCKET)).to.deep.equal([all]);
    expect(gainsBetween(policy(tls()), "", BUCKET)).to.deep.equal([all]);
  });

  it("denies fewer things", () => {
    expect(gained(tls(), tls({ Resource: "arn:aws:s3:::recordings/*" }))).to.deep.equal([
      "anybody is no longer forbidden to do anything of S3 on the bucket recordings if the connection isn't encrypted",
    ]);
  });

  it("denies on one more condition", () => {
    const Condition = { Bool: { "aws:SecureTransport": "false" }, StringEquals: { k: "v" } };
    expect(gained(tls(), tls({ Condition }))).to.deep.equal([
      "anybody is no longer forbidden to do anything of S3 on the bucket recordings and every object of recordings if the connection isn't encrypted, from now on only if k is v",
    ]);
    expect(gained(tls({ Condition }), tls())).to.deep.equal([]);
  });

  it("excepts somebody more", () => {
    const but = (...arns: string[]) => tls(when("ArnNotLike", arns, "aws:PrincipalArn"));
    const one = "arn:aws:iam::123456789012:role/one";
    expect(gained(but(one), but(one, "arn:aws:iam::123456789012:role/two"))).to.have.length(1);
    expect(gained(but(one, "arn:aws:iam::123456789012:role/two"), but(one))).to.deep.equal([]);
    expect(gained(but("arn:aws:iam::123456789012:role/*"), but(one))).to.deep.equal([]);
  });
});

describe("a role's trust", () => {
  const GITHUB = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
  const github = (subjects: unknown, operator = "StringEquals") => ({
    Effect: "Allow",
    Principal: { Federated: GITHUB },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
      ...(subjects !== undefined && {
        [operator]: {
          ...(operator === "StringEquals" && {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          }),
          "token.actions.githubusercontent.com:sub": subjects,
        },
      }),
    },
  });
  const main = "repo:kw/center:ref:refs/heads/main";

  it("takes one more branch", () => {
    expect(
      gained(github(main), github([main, "repo:kw/center:ref:refs/heads/try"]), TRUST),
    ).to.deep.equal(["GitHub's branch try of kw/center may now take the role deployer"]);
  });

  it("takes any branch, or any repository", () => {
    expect(gained(github(main), github("repo:kw/center:*", "StringLike"), TRUST)).to.deep.equal([
      "a job on GitHub with the subject repo:kw/center:* may now take the role deployer",
    ]);
    expect(gained(github(main), github(undefined), TRUST)).to.deep.equal([
      "any job of any repository on GitHub may now take the role deployer, until now only if token.actions.githubusercontent.com:sub is repo:kw/center:ref:refs/heads/main",
    ]);
  });

  it("takes whatever service, account or provider is new", () => {
    const taken = (Principal: unknown, Action = "sts:AssumeRole") => ({
      Effect: "Allow",
      Principal,
      Action,
    });
    const lambda = { Service: "lambda.amazonaws.com" };
    expect(gained(taken(lambda), taken("*"), TRUST)).to.deep.equal([
      "anybody may now take the role deployer",
    ]);
    expect(gained(taken(lambda), taken({ ...lambda, AWS: "*" }), TRUST)).to.deep.equal([
      "anybody may now take the role deployer",
    ]);
    expect(gained(taken({ AWS: "*" }), taken({ AWS: "123456789012" }), TRUST)).to.deep.equal([]);
    // What {"AWS": "*"} makes of services isn't written anywhere.
    expect(gained(taken({ AWS: "*" }), taken(lambda), TRUST)).to.deep.equal([
      "the service lambda.amazonaws.com may now take the role deployer",
    ]);
    const root = "arn:aws:iam::123456789012:root";
    expect(gained(taken({ AWS: "123456789012" }), taken({ AWS: root }), TRUST)).to.deep.equal([]);
    const saml = "arn:aws:iam::123456789012:saml-provider/Okta";
    expect(gained(null, taken({ Federated: saml }, "sts:AssumeRoleWithSAML"), TRUST)).to.deep.equal(
      ["whoever signs in through the SAML provider Okta may now take the role deployer"],
    );
  });
});

describe("policies that can't be compared", () => {
  it("count as widened where only the apply will tell", () => {
    expect(gainsBetween(policy(open()), undefined, BUCKET)).to.deep.equal([
      "what the policy of the bucket recordings says is known only during the apply: it counts as widened",
    ]);
  });

  it("count as widened where one of them isn't understood, and the other one is told in full", () => {
    expect(gainsBetween(policy(open()), "{", BUCKET)).to.deep.equal([
      "the policy of the bucket recordings can't be compared (after: it is no JSON): it counts as widened",
    ]);
    expect(gainsBetween(policy({}), policy(open({ Principal: "*" })), BUCKET)).to.deep.equal([
      "the policy of the bucket recordings can't be compared (before: statement 1: its Effect is neither Allow nor Deny): it counts as widened",
      "anybody may now read every object of recordings",
    ]);
    expect(gainsBetween("[", "[", BUCKET)).to.have.length(2);
  });
});

describe("conditions", () => {
  type Clause = readonly [operator: string, value: unknown];
  const kept: readonly (readonly [before: Clause, after: Clause])[] = [
    [
      ["StringLike", "a*"],
      ["StringLike", ["ab", "a"]],
    ],
    [
      ["StringLike", "a*"],
      ["StringEquals", "ab"],
    ],
    [
      ["StringEqualsIgnoreCase", "A"],
      ["StringEqualsIgnoreCase", "a"],
    ],
    [
      ["StringNotEquals", "a"],
      ["StringNotEquals", ["a", "b"]],
    ],
    [
      ["StringNotLike", "ab"],
      ["StringNotLike", "a*"],
    ],
    [
      ["StringNotEquals", "ab"],
      ["StringNotLike", "a*"],
    ],
    [
      ["StringEqualsIfExists", "a"],
      ["StringEquals", "a"],
    ],
    [
      ["StringEqualsIfExists", "a"],
      ["StringEqualsIfExists", "a"],
    ],
    [
      ["ForAllValues:StringEquals", ["a", "b"]],
      ["ForAllValues:StringEquals", "a"],
    ],
    [
      ["ForAnyValue:StringEquals", ["a", "b"]],
      ["ForAnyValue:StringEquals", "a"],
    ],
    [
      ["NumericLessThan", "10"],
      ["NumericLessThan", "9"],
    ],
    [
      ["NumericLessThan", "10"],
      ["NumericLessThan", 10],
    ],
    [
      ["NumericLessThanEquals", "10"],
      ["NumericLessThanEquals", "9"],
    ],
    [
      ["NumericGreaterThan", "9"],
      ["NumericGreaterThan", "10"],
    ],
    [
      ["NumericGreaterThanEquals", "9"],
      ["NumericGreaterThanEquals", "10"],
    ],
    [
      ["NumericLessThan", "${x}"],
      ["NumericLessThan", "${x}"],
    ],
    [
      ["NumericNotEquals", "9"],
      ["NumericNotEquals", ["9", "8"]],
    ],
    [
      ["NumericEquals", ["9", "8"]],
      ["NumericEquals", "8"],
    ],
    [
      ["DateEquals", "2030-01-01"],
      ["DateEquals", "2030-01-01"],
    ],
    [
      ["DateNotEquals", "2030-01-01"],
      ["DateNotEquals", ["2030-01-01", "2031-01-01"]],
    ],
    [
      ["DateLessThan", "2030-01-01"],
      ["DateLessThan", "2030-01-01"],
    ],
    [
      ["DateLessThanEquals", "2030-01-01"],
      ["DateLessThanEquals", "2030-01-01"],
    ],
    [
      ["DateGreaterThan", "2030-01-01"],
      ["DateGreaterThan", "2030-01-01"],
    ],
    [
      ["DateGreaterThanEquals", "2030-01-01"],
      ["DateGreaterThanEquals", "2030-01-01"],
    ],
    [
      ["Bool", "true"],
      ["Bool", true],
    ],
    [
      ["Bool", "True"],
      ["Bool", "true"],
    ],
    [
      ["Null", ["true", "false"]],
      ["Null", true],
    ],
    [
      ["BinaryEquals", ["YQ==", "Yg=="]],
      ["BinaryEquals", "YQ=="],
    ],
    [
      ["IpAddress", ["10.0.0.0/8", "1.1.1.1/32"]],
      ["IpAddress", "1.1.1.1/32"],
    ],
    [
      ["NotIpAddress", "1.1.1.1/32"],
      ["NotIpAddress", ["10.0.0.0/8", "1.1.1.1/32"]],
    ],
    [
      ["StringNotEqualsIgnoreCase", "a"],
      ["StringNotEqualsIgnoreCase", ["A", "b"]],
    ],
    [
      ["ArnLike", "arn:aws:s3:::*"],
      ["ArnEquals", "arn:aws:s3:::b"],
    ],
    [
      ["ArnEquals", "arn:aws:s3:::b"],
      ["ArnLike", "arn:aws:s3:::b"],
    ],
    [
      ["ArnNotLike", "arn:aws:s3:::b"],
      ["ArnNotEquals", "arn:aws:s3:::*"],
    ],
    [
      ["ArnNotEquals", "arn:aws:s3:::b"],
      ["ArnNotLike", "arn:aws:s3:::*"],
    ],
  ];
  const widened: readonly (readonly [before: Clause, after: Clause])[] = [
    [
      ["StringEquals", "a"],
      ["StringEquals", "b"],
    ],
    [
      ["StringEquals", "a"],
      ["StringEquals", "A"],
    ],
    [
      ["StringEquals", "a"],
      ["StringLike", "a"],
    ],
    [
      ["StringEquals", "a*"],
      ["StringLike", "a*"],
    ],
    [
      ["StringLike", "ab"],
      ["StringLike", "a*"],
    ],
    [
      ["StringLike", "a${*}"],
      ["StringEquals", "ab"],
    ],
    [
      ["StringLike", "ab"],
      ["StringEquals", "a*"],
    ],
    [
      ["StringNotEquals", ["a", "b"]],
      ["StringNotEquals", "a"],
    ],
    [
      ["StringNotLike", "a*"],
      ["StringNotLike", "ab"],
    ],
    [
      ["StringNotLike", "a*"],
      ["StringNotEquals", "ab"],
    ],
    [
      ["StringEquals", "a"],
      ["StringNotEquals", "a"],
    ],
    [
      ["StringEquals", "a"],
      ["StringEqualsIfExists", "a"],
    ],
    [
      ["StringEquals", "a"],
      ["ForAllValues:StringEquals", "a"],
    ],
    [
      ["StringEquals", "a"],
      ["ForAnyValue:StringEquals", "a"],
    ],
    [
      ["ForAllValues:StringEquals", "a"],
      ["ForAllValues:StringEquals", ["a", "b"]],
    ],
    [
      ["StringEquals", "1"],
      ["NumericEquals", "1"],
    ],
    [
      ["NumericLessThan", "9"],
      ["NumericLessThan", "10"],
    ],
    [
      ["NumericGreaterThan", "10"],
      ["NumericGreaterThan", "9"],
    ],
    [
      ["NumericLessThan", "9"],
      ["NumericLessThanEquals", "9"],
    ],
    [
      ["NumericEquals", "9"],
      ["NumericEquals", "9.0"],
    ],
    [
      ["DateLessThan", "2030-01-01"],
      ["DateLessThan", "2031-01-01"],
    ],
    [
      ["Bool", "true"],
      ["Bool", "false"],
    ],
    [
      ["Bool", "true"],
      ["Null", "true"],
    ],
    [
      ["Null", "true"],
      ["Null", "false"],
    ],
    [
      ["IpAddress", "10.1.0.0/16"],
      ["IpAddress", "10.0.0.0/8"],
    ],
    [
      ["ArnLike", "arn:aws:s3:::b"],
      ["ArnLike", "arn:aws:s3:::*"],
    ],
    [
      ["ArnLike", "arn:aws:*"],
      ["ArnLike", "arn:aws:s3:::b"],
    ],
    [
      ["ArnLike", "*"],
      ["ArnLike", "arn:aws:s3:::b"],
    ],
    [
      ["ArnLike", "arn:aws:s3:::*"],
      ["StringEquals", "arn:aws:s3:::b"],
    ],
    [
      ["BinaryEquals", "YQ=="],
      ["BinaryEquals", "yq=="],
    ],
  ];

  for (const [before, after] of kept) {
    it(`let no more by ${after.join(" ")} than by ${before.join(" ")}`, () => {
      expect(gained(open(when(...before)), open(when(...after)))).to.deep.equal([]);
    });
  }

  for (const [before, after] of widened) {
    it(`let more by ${after.join(" ")} than by ${before.join(" ")}`, () => {
      expect(gained(open(when(...before)), open(when(...after)))).to.have.length(1);
    });
  }

  it("of another key let more", () => {
    expect(gained(open(when("Bool", "true")), open(when("Bool", "true", "K")))).to.have.length(1);
  });

  it("that are each met by one of several statements let no more", () => {
    const apart = policy(open(when("StringLike", "a*")), open(when("StringEquals", "b")));
    const both = open(when("StringEquals", ["a", "b", "aa"]));
    expect(gainsBetween(apart, policy(both), BUCKET)).to.deep.equal([]);
    // Some values may be of the one kind, some of the other: no statement allowed that.
    const each = policy(
      open(when("ForAllValues:StringEquals", "a")),
      open(when("ForAllValues:StringEquals", "b")),
    );
    const all = open(when("ForAllValues:StringEquals", ["a", "b"]));
    expect(gainsBetween(each, policy(all), BUCKET)).to.have.length(1);
  });
});

describe("a policy that lets less", () => {
  const lost = (before: object | null, after: object | null, attachment = BUCKET) =>
    differencesBetween(before && policy(before), after && policy(after), attachment).losses;
  const deny = (more: object = {}) => open({ Effect: "Deny", Principal: "*", ...more });

  it("is said with who, what and where", () => {
    expect(lost(open(), null)).to.deep.equal([
      "the role reader of account 123456789012 may no longer read every object of recordings",
    ]);
    expect(lost(null, deny())).to.deep.equal([
      "anybody is now forbidden to read every object of recordings",
    ]);
    expect(lost(open(), open({ Action: "s3:*" }))).to.deep.equal([]);
    expect(lost(deny(), deny())).to.deep.equal([]);
  });

  it("says the condition that has come, or that has gone from what it forbids", () => {
    expect(lost(open(), open(when("StringEquals", "v")))).to.deep.equal([
      "the role reader of account 123456789012 may no longer read every object of recordings, from now on only if k is v",
    ]);
    expect(lost(deny(when("StringEquals", "v")), deny())).to.deep.equal([
      "anybody is now forbidden to read every object of recordings, until now only if k is v",
    ]);
  });

  it("may forbid what isn't encrypted on its way, and nothing else", () => {
    const unencrypted = (operator: string, value: unknown) =>
      lost(null, deny(when(operator, value, "aws:SecureTransport")));
    expect(unencrypted("Bool", "false")).to.deep.equal([]);
    expect(unencrypted("Bool", false)).to.deep.equal([]);
    for (const [operator, value] of [
      ...[["Bool", "true"] as const, ["Bool", ["false", "true"]] as const],
      ...[["BoolIfExists", "false"] as const, ["StringNotEquals", "false"] as const],
      ...[["StringEquals", "false"] as const, ["ForAllValues:Bool", "false"] as const],
    ]) {
      expect(unencrypted(operator, value), operator).to.have.lengthOf(1);
    }
    expect(lost(null, deny(when("Bool", "false")))).to.have.lengthOf(1);
  });

  it("counts as widened alone, where it can't be compared", () => {
    const { gains, losses } = differencesBetween(policy(open()), "{", BUCKET);
    expect([gains.length, losses.length]).to.deep.equal([1, 0]);
    expect(differencesBetween(policy(open()), undefined, BUCKET).losses).to.deep.equal([]);
  });
});
