import { DescribeInstanceCommand } from "@aws-sdk/client-connect";
import { GetRolePolicyCommand, IAMClient, ListSAMLProvidersCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";

import type { UserValue } from "../../../constructs/value/contact-center-value";
import { KWGLOBAL } from "../../../kwglobal";
import { DeployedCenter } from "../../support/deployed-center";
import { LiveCenter } from "../../support/live-center";
import { requires } from "../../support/requirements";
import { SAML } from "../../support/switches";

describe("A center whose people sign in through SAML", () => {
  requires("terraform", "moto_server", "provider");

  let deployed: DeployedCenter;
  let center: LiveCenter;
  const iam = () => new IAMClient({});

  before(async () => {
    deployed = await DeployedCenter.copy("saml");
    deployed.synthesize(SAML);
    center = await LiveCenter.find(deployed.connect);
  });

  after(async () => {
    await deployed.stop();
  });

  it("is applied whole, and nothing is left to do", async () => {
    expect(await deployed.plan()).to.deep.equal([]);
    const { Instance } = await deployed.connect.send(
      new DescribeInstanceCommand({ InstanceId: center.instanceId }),
    );
    expect(Instance?.IdentityManagementType).to.equal("SAML");
    expect(Object.keys(await center.users()).sort()).to.deep.equal(
      KWGLOBAL.users.map(({ username }) => username).sort(),
    );
  });

  it("lets the provider's users into this instance, each as himself", async () => {
    const { SAMLProviderList: providers = [] } = await iam().send(new ListSAMLProvidersCommand({}));
    expect(providers.map(({ Arn }) => Arn?.split("/")[1])).to.deep.equal(["kwglobal"]);
    const { PolicyDocument = "" } = await iam().send(
      new GetRolePolicyCommand({ RoleName: "federate-connect", PolicyName: "permissions" }),
    );
    expect(decodeURIComponent(PolicyDocument)).to.match(
      new RegExp(`instance/${center.instanceId}/user/\\$\\{aws:userid\\}`),
    );
  });

  it("makes a new user without any password", async () => {
    const [caleb] = SAML.users as [UserValue];
    const users = [...(SAML.users ?? []), { ...caleb, username: "new.colleague@example.com" }];
    deployed.synthesize({ ...SAML, users });
    expect(await deployed.plan()).to.deep.equal([
      ["aws_connect_user.new_colleague_example_com", "create"],
    ]);
    await deployed.applyPlan();
    expect(await deployed.plan()).to.deep.equal([]);
  });

  it("can't be made one of Amazon Connect's own: that instance would be another", async () => {
    deployed.synthesize();
    const error = await deployed.plan().then(
      () => undefined,
      (reason: unknown) => reason as Error,
    );
    expect(error?.message).to.match(/prevent_destroy/);
  });
});
