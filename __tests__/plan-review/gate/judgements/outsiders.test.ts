import { expect } from "chai";

import { grantsToOthers } from "../../../../plan-review/gate/judgements/outsiders";

const OWN = "111111111111";
const PROVIDER = "arn:aws:iam::222222222222:oidc-provider/token.actions.githubusercontent.com";
const STACK = { account: OWN, providers: [PROVIDER] };
const policy = (...statements: unknown[]) => JSON.stringify({ Statement: statements });
const allow = (principal: unknown) => ({ Effect: "Allow", Principal: principal, Action: "a:b" });
const trust = (principal: unknown) => grantsToOthers(policy(allow(principal)), "trust", STACK);
const may = (action: unknown) =>
  grantsToOthers(policy({ Effect: "Allow", Action: action, Resource: "*" }), "identity", STACK);

describe("what a new policy gives to others", () => {
  it("is nothing where services or the account itself gain", () => {
    expect(trust({ Service: "lambda.amazonaws.com" })).to.deep.equal([]);
    expect(
      trust({ Service: ["logs.us-west-2.amazonaws.com", "events.amazonaws.com"] }),
    ).to.deep.equal([]);
    expect(trust({ AWS: OWN })).to.deep.equal([]);
    expect(trust({ AWS: `arn:aws:iam::${OWN}:role/plan` })).to.deep.equal([]);
    expect(
      trust({ AWS: "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }),
    ).to.deep.equal([]);
    expect(trust({ Federated: PROVIDER })).to.deep.equal([]);
    expect(trust({ Federated: "${aws_iam_saml_provider.saml.arn}" })).to.deep.equal([]);
    expect(trust({ Federated: "${aws_iam_openid_connect_provider.git_hub.arn}" })).to.deep.equal(
      [],
    );
  });

  const others: readonly [principal: unknown, says: string][] = [
    ["*", "lets anybody in"],
    [undefined, "lets anybody in"],
    [["*"], "lets anybody in"],
    [{ AWS: "*" }, "lets anybody in"],
    [{ AWS: [OWN, "*"] }, "lets anybody in"],
    [{ AWS: "999999999999" }, "lets 999999999999 in"],
    [{ AWS: "arn:aws:iam::999999999999:root" }, "lets arn:aws:iam::999999999999:root in"],
    [{ AWS: `x arn:aws:iam::${OWN}:root` }, `lets x arn:aws:iam::${OWN}:root in`],
    [{ AWS: "${aws_iam_saml_provider.saml.arn}" }, "lets ${aws_iam_saml_provider.saml.arn} in"],
    [{ Service: "evil.example" }, "lets evil.example in"],
    [{ Service: "evil.example/lambda.amazonaws.com" }, "lets evil.example/lambda.amazonaws.com in"],
    [{ Service: "lambda.amazonaws.com.evil" }, "lets lambda.amazonaws.com.evil in"],
    [
      { Federated: "x${aws_iam_saml_provider.saml.arn}" },
      "lets x${aws_iam_saml_provider.saml.arn} in",
    ],
    [
      { Federated: "${aws_iam_saml_provider.saml.arn}x" },
      "lets ${aws_iam_saml_provider.saml.arn}x in",
    ],
    [{ Federated: "accounts.google.com" }, "lets accounts.google.com in"],
    [{ Federated: `${PROVIDER}.evil.example` }, `lets ${PROVIDER}.evil.example in`],
    [{ AWS: PROVIDER }, `lets ${PROVIDER} in`],
    [{ CanonicalUser: "abc" }, "lets abc in"],
    [{ AWS: { a: 1 } }, "lets anybody in"],
  ];
  for (const [principal, says] of others) {
    it(`is said of ${JSON.stringify(principal)}`, () => {
      expect(trust(principal)).to.deep.equal([says]);
    });
  }

  it("is everybody's where the account isn't known", () => {
    expect(
      grantsToOthers(policy(allow({ AWS: OWN })), "trust", { account: undefined, providers: [] }),
    ).to.have.lengthOf(1);
  });

  it("is everything where an action on which all hang is allowed", () => {
    for (const action of ["*", "iam:*", "STS:*", ["s3:GetObject", "*"], undefined, { a: 1 }]) {
      expect(may(action), JSON.stringify(action)).to.deep.equal(["lets a role do everything"]);
    }
    for (const action of ["s3:*", "iam:*Tags", ["iam:GetRole", "iam:List*"]])
      expect(may(action)).to.deep.equal([]);
  });

  it("is nothing where it is denied", () => {
    expect(
      grantsToOthers(policy({ Effect: "Deny", Principal: "*", Action: "*" }), "resource", STACK),
    ).to.deep.equal([]);
    expect(grantsToOthers(policy(), "resource", STACK)).to.deep.equal([]);
  });

  it("is said where a policy can't be read", () => {
    const unread = ["has a policy that can't be read before the apply"];
    for (const text of [undefined, "", "{", "[]", '"x"', "{}", '{"Statement":"x"}']) {
      expect(grantsToOthers(text, "resource", STACK), text).to.deep.equal(unread);
    }
    const odd = ["has a policy with a statement that can't be read"];
    expect(grantsToOthers(policy({ Effect: "allow" }), "resource", STACK)).to.deep.equal(odd);
    expect(grantsToOthers(policy("x"), "resource", STACK)).to.deep.equal(odd);
    const one = JSON.stringify({ Statement: allow("*") });
    expect(grantsToOthers(one, "resource", STACK)).to.deep.equal(["lets anybody in"]);
  });
});
