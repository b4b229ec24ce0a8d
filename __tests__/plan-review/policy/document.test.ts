import { expect } from "chai";

import { statementsOf } from "../../../plan-review/policy/document";
import { PolicyError } from "../../../plan-review/policy/grammar";

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const but = (changed: object) => policy({ ...allow, ...changed });
const within = (operator: string, key: string, value: unknown) =>
  but({ Condition: { [operator]: { [key]: value } } });

describe("the statements of a policy", () => {
  it("are none where there is no policy", () => {
    expect(statementsOf(null, "identity")).to.deep.equal([]);
    expect(statementsOf("", "identity")).to.deep.equal([]);
  });

  it("are read with or without lists, and for everything where there is nothing to name", () => {
    const expected = [
      {
        effect: "Allow",
        principals: [{ is: "*" }],
        actions: [{ is: "s3:GetObject" }],
        resources: [{ is: "*" }],
        clauses: [],
      },
    ];
    expect(statementsOf(policy(allow), "identity")).to.deep.equal(expected);
    const lists = {
      Version: "2012-10-17",
      Id: "x",
      Statement: { ...allow, Action: [allow.Action] },
    };
    expect(statementsOf(JSON.stringify(lists), "identity")).to.deep.equal(expected);
    const [trust] = statementsOf(
      policy({
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "*",
      }),
      "trust",
    );
    expect(trust?.principals).to.deep.equal([{ is: "AWS 123456789012" }]);
    expect(trust?.resources).to.deep.equal([{ is: "*" }]);
  });

  const named: readonly (readonly [principal: object, is: string])[] = [
    [{ CanonicalUser: "79a5" }, "CanonicalUser 79a5"],
    [{ Service: "sns.amazonaws.com" }, "Service sns.amazonaws.com"],
    [{ AWS: "123456789012" }, "AWS 123456789012"],
    [{ AWS: "arn:aws-cn:iam::123456789012:root" }, "AWS 123456789012"],
    [{ AWS: "arn:aws:iam::123456789012:rooted" }, "AWS arn:aws:iam::123456789012:rooted"],
    [{ AWS: "x-arn:aws:iam::123456789012:root" }, "AWS x-arn:aws:iam::123456789012:root"],
    [{ AWS: "arn:aws:iam::1234567890123:root" }, "AWS arn:aws:iam::1234567890123:root"],
  ];
  for (const [Principal, is] of named) {
    it(`may be somebody's: ${JSON.stringify(Principal)}`, () => {
      const [one] = statementsOf(
        policy({ Effect: "Allow", Principal, Action: "*", Resource: "*" }),
        "resource",
      );
      expect(one?.principals).to.deep.equal([{ is }]);
    });
  }

  it("may name all but something", () => {
    const [statement] = statementsOf(
      policy({
        Effect: "Deny",
        NotPrincipal: { AWS: ["1", "2"] },
        NotAction: "a:b",
        NotResource: "c",
      }),
      "resource",
    );
    expect(statement).to.deep.include({
      effect: "Deny",
      principals: [{ but: ["AWS 1", "AWS 2"] }],
      actions: [{ but: ["a:b"] }],
      resources: [{ but: ["c"] }],
    });
  });

  it("have conditions, each operator taken to pieces", () => {
    const [statement] = statementsOf(
      but({
        Condition: {
          "ForAnyValue:StringNotLikeIfExists": { "aws:TagKeys": ["a", "b"] },
          ArnEquals: { "aws:SourceArn": "c" },
          Bool: { x: true, y: 1 },
        },
      }),
      "identity",
    );
    const plain = { quantifier: "", negated: false, ifExists: false };
    expect(statement?.clauses).to.deep.equal([
      {
        quantifier: "ForAnyValue:",
        comparison: "StringLike",
        negated: true,
        ifExists: true,
        key: "aws:TagKeys",
        values: ["a", "b"],
      },
      { ...plain, comparison: "ArnLike", key: "aws:SourceArn", values: ["c"] },
      { ...plain, comparison: "Bool", key: "x", values: ["true"] },
      { ...plain, comparison: "Bool", key: "y", values: ["1"] },
    ]);
  });

  it("have variables since the version of 2012 only", () => {
    const text = "${aws:username}";
    const statement = but({ Resource: text, Condition: { StringEquals: { k: text } } });
    const [now] = statementsOf(statement, "identity");
    expect(now?.resources).to.deep.equal([{ is: text }]);
    expect(now?.clauses[0]?.values).to.deep.equal([text]);
    for (const old of [
      statement.replace("2012", "2008").replace("10-17", "10-17"),
      statement.replace('"Version":"2012-10-17",', ""),
    ]) {
      const [then] = statementsOf(old, "identity");
      expect(then?.resources).to.deep.equal([{ is: "${$}{aws:username}" }]);
      expect(then?.clauses[0]?.values).to.deep.equal(["${$}{aws:username}"]);
    }
  });

  it("may have no Sid, an empty one, or each its own", () => {
    const sids = [{}, {}, { Sid: "" }, { Sid: "" }, { Sid: "A" }, { Sid: "B" }];
    const statements = policy(...sids.map((sid) => ({ ...allow, ...sid })));
    expect(statementsOf(statements, "identity")).to.have.length(6);
  });

  const wrong: readonly (readonly [what: string, policy: unknown, message: string])[] = [
    ["a number", 7, "it is no text"],
    ["no JSON", "{", "it is no JSON"],
    ["a list", "[]", "it is no object"],
    ["an expression", '"x"', "it is no object"],
    ["65,537 characters", `${policy(allow)}${" ".repeat(65_537)}`, "it is longer than AWS takes"],
    ["another key", '{"Statements":[]}', "Statements is unknown here"],
    ["another version", policy(allow).replace("2012", "2013"), 'there is no Version "2013-10-17"'],
    ["no statements", '{"Version":"2012-10-17"}', "statement 1: it is no object"],
    ["a text as statement", '{"Statement":["x"]}', "statement 1: it is no object"],
    ["a key twice", '{"Statement":[],"Statement":[]}', "Statement stands twice in one object"],
    [
      "a key twice, once in other letters",
      policy(allow).replace('"Resource"', '"\\u0061ction":"*","Resource"'),
      "action stands twice in one object",
    ],
    [
      "a Sid twice",
      policy({ ...allow, Sid: "A" }, { ...allow, Sid: "A" }),
      'statement 2: another one has its Sid "A"',
    ],
    ["no effect", but({ Effect: undefined }), "statement 1: its Effect is neither Allow nor Deny"],
    [
      "another effect",
      but({ Effect: "allow" }),
      "statement 1: its Effect is neither Allow nor Deny",
    ],
    ["another element", but({ Actions: "*" }), "statement 1: Actions is unknown here"],
    ["a principal", but({ Principal: "*" }), "statement 1: Principal is unknown here"],
    [
      "no action",
      but({ Action: undefined }),
      "statement 1: it must have either Action or NotAction",
    ],
    [
      "actions twice",
      but({ NotAction: "x:y" }),
      "statement 1: it must have either Action or NotAction",
    ],
    ["an empty list", but({ Action: [] }), "statement 1: a list is empty"],
    ["an action that is a number", but({ Action: ["x:y", 7] }), "statement 1: 7 is no text"],
    ["an action that is an object", but({ Action: {} }), "statement 1: {} is no value"],
    [
      "a resource of 2,049 characters",
      but({ Resource: "x".repeat(2049) }),
      "statement 1: a value is longer than AWS takes",
    ],
    ["conditions in a list", but({ Condition: [] }), "statement 1: [] is no condition"],
    [
      "a condition that is none",
      but({ Condition: { Bool: "x" } }),
      'statement 1: "x" is no condition',
    ],
    [
      "another operator",
      within("StringIs", "k", "v"),
      "statement 1: the operator StringIs is unknown",
    ],
    [
      "an operator of JavaScript's",
      within("constructor", "k", "v"),
      "statement 1: the operator constructor is unknown",
    ],
    [
      "the inner name of a negation",
      within("!StringEquals", "k", "v"),
      "statement 1: the operator !StringEquals is unknown",
    ],
    [
      "something before an operator",
      within("xForAnyValue:Bool", "k", "v"),
      "statement 1: the operator xForAnyValue:Bool is unknown",
    ],
    [
      "something behind an operator",
      within("BoolIfExists!", "k", "v"),
      "statement 1: the operator BoolIfExists! is unknown",
    ],
    ["no value", within("Bool", "k", []), "statement 1: a list is empty"],
    ["null as a value", within("Bool", "k", [null]), "statement 1: null is no value"],
  ];

  for (const [what, text, message] of wrong) {
    it(`aren't read from what has ${what}`, () => {
      expect(() => statementsOf(text, "identity"))
        .to.throw(PolicyError)
        .with.property("message", message);
    });
  }

  it("take 65,536 characters, and values of 2,048", () => {
    const text = but({ Resource: "x".repeat(2048) });
    expect(statementsOf(text.padEnd(65_536), "identity")).to.have.length(1);
  });

  it("may have a key twice in two objects", () => {
    const text = within("Bool", "Action", "Action").replace(
      '"Resource"',
      '"Sid":"[\\"{","Resource"',
    );
    expect(statementsOf(text, "identity")).to.have.length(1);
  });

  const trusting = (Principal: unknown) =>
    policy({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });
  const principals: readonly (readonly [unknown, string])[] = [
    [undefined, "it must have either Principal or NotPrincipal"],
    ["123456789012", '"123456789012" is no principal'],
    [["*"], '["*"] is no principal'],
    [{}, "it has no principal"],
    [{ aws: "*" }, "aws is unknown here"],
    [{ Service: [] }, "a list is empty"],
  ];
  for (const [principal, message] of principals) {
    it(`aren't read with the principal ${JSON.stringify(principal)}`, () => {
      expect(() => statementsOf(trusting(principal), "trust")).to.throw(`statement 1: ${message}`);
    });
  }

  it("name no resource in a role's trust", () => {
    const text = policy({ ...allow, Principal: "*" });
    expect(() => statementsOf(text, "trust")).to.throw("statement 1: Resource is unknown here");
    expect(statementsOf(text, "resource")).to.have.length(1);
  });
});
