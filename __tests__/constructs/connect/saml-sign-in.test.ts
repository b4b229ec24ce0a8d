import { expect } from "chai";

import { type Attributes, DEV, synthesize } from "../../support/synthesized";
import { SAML } from "../../support/switches";

describe("A center whose users sign in through SAML", () => {
  const center = synthesize(SAML, DEV);
  const role = center.resource("aws_iam_role.saml_sign_in_role");
  const statement = (document: unknown) =>
    (JSON.parse(String(document)) as { Statement: [Attributes] }).Statement[0];

  it("has an instance of that identity", () => {
    const { identity_management_type: type } = center.resource("aws_connect_instance.instance");
    expect(type).to.equal("SAML");
  });

  it("knows no password: no variable, no attribute, nothing to ignore", () => {
    expect(center.json.variable).to.equal(undefined);
    expect(JSON.stringify(center.json)).not.to.match(/password/i);
    for (const user of Object.values(center.resources("aws_connect_user"))) {
      expect(user.lifecycle).to.deep.equal({ create_before_destroy: true });
    }
  });

  it("has the identity provider in IAM, as its metadata describes it", () => {
    const provider = center.resource("aws_iam_saml_provider.saml_sign_in_provider");
    expect(provider.name).to.equal("kwglobal-dev");
    expect(provider.saml_metadata_document).to.include('entityID="https://idp.example.com');
  });

  it("trusts this provider alone, at the Region's endpoint and the global one", () => {
    expect(role.name).to.equal("federate-connect-dev");
    expect(statement(role.assume_role_policy)).to.deep.equal({
      Effect: "Allow",
      Action: "sts:AssumeRoleWithSAML",
      Principal: { Federated: "${aws_iam_saml_provider.saml_sign_in_provider.arn}" },
      Condition: {
        StringEquals: {
          "SAML:aud": [
            "https://us-west-2.signin.aws.amazon.com/saml",
            "https://signin.aws.amazon.com/saml",
          ],
        },
      },
    });
  });

  it("lets each user in as himself, into this instance, and do nothing else in AWS", () => {
    const { policy } = center.resource("aws_iam_role_policy.saml_sign_in_permissions");
    expect(statement(policy)).to.deep.equal({
      Effect: "Allow",
      Action: ["connect:GetFederationToken"],
      // Doubled for Terraform, which then leaves IAM's own variable alone.
      Resource: ["${aws_connect_instance.instance.arn}/user/$${aws:userid}"],
    });
  });

  it("says what the identity provider must be told", () => {
    const outputs = center.json.output as Record<string, { value: string }>;
    expect(outputs.saml_sign_in_role_attribute?.value).to.equal(
      "${aws_iam_role.saml_sign_in_role.arn},${aws_iam_saml_provider.saml_sign_in_provider.arn}",
    );
    expect(outputs.saml_sign_in_relay_state?.value).to.equal(
      "https://us-west-2.console.aws.amazon.com/connect/federate/${aws_connect_instance.instance.id}",
    );
  });
});

describe("A center whose users Amazon Connect manages", () => {
  const center = synthesize();

  it("has no identity provider", () => {
    expect(center.addresses().filter((address) => address.includes("saml"))).to.deep.equal([]);
    expect(center.resource("aws_connect_instance.instance").identity_management_type).to.equal(
      "CONNECT_MANAGED",
    );
  });

  it("takes first passwords from a sensitive variable, and ignores them afterwards", () => {
    const { initial_passwords: variable } = center.json.variable as Record<string, Attributes>;
    expect(variable).to.include({ sensitive: true, type: "map(string)" });
    expect(variable?.default).to.deep.equal({});
    expect(center.resource("aws_connect_user.mary_jane")).to.deep.include({
      password: '${lookup(var.initial_passwords, "mary.jane", null)}',
      lifecycle: { create_before_destroy: true, ignore_changes: ["password"] },
    });
  });
});
