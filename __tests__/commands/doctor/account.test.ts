import { expect } from "chai";

import { account } from "../../../commands/doctor/checks/account";
import { examine } from "../../../commands/doctor/finding";
import type { Account } from "../../../constructs/value/contact-center-value";
import { setVariables } from "../../support/hostile-environment";
import { localServer } from "../../support/releases-server";

const DEV: Account = {
  name: "dev",
  id: "123412341234",
  region: "us-west-2",
  stateBucket: "states",
  operators: ["Platform*"],
};

describe("the check of the AWS account", () => {
  /** What it finds, where STS answers so. */
  const foundWith = async (status: number, body: string) => {
    const { url, stop } = await localServer((_, response) => {
      response.writeHead(status, { "content-type": "text/xml" }).end(body);
    });
    const restore = setVariables({
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: "x",
      AWS_SECRET_ACCESS_KEY: "x",
    });
    try {
      return (await examine([account([DEV])]))[0];
    } finally {
      restore();
      await stop();
    }
  };

  const identity = (id: string, role: string) =>
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${id}</Account>` +
    `<Arn>arn:aws:sts::${id}:assumed-role/${role}/me</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>`;

  it("finds an operator of an account in kwglobal.ts", async () => {
    expect(await foundWith(200, identity(DEV.id, "Platform1"))).to.deep.equal({
      name: "AWS account",
      ok: true,
      found: "123412341234 (dev), as arn:aws:sts::123412341234:assumed-role/Platform1/me",
    });
  });

  it("refuses another account", async () => {
    const told = await foundWith(200, identity("999999999999", "Platform1"));
    expect(told?.found).to.equal(
      'the credentials must be of account "dev" (123412341234), got arn:aws:sts::999999999999:assumed-role/Platform1/me',
    );
    expect(told?.cure).to.equal("choose another profile, or mend the id in kwglobal.ts");
  });

  it("refuses somebody who can't read the states", async () => {
    const told = await foundWith(200, identity(DEV.id, "Reader"));
    expect(told?.found).to.match(
      /^only operators of account "dev" \(Platform\*\) can read its states, got/,
    );
  });

  it("tells in AWS's words that credentials don't count any more", async () => {
    const expired =
      "<ErrorResponse><Error><Code>ExpiredToken</Code><Message>The security token is expired</Message></Error></ErrorResponse>";
    const told = await foundWith(403, expired);
    expect(told?.found).to.equal(
      "AWS doesn't tell whose the credentials are (The security token is expired)",
    );
    expect(told?.cure).to.match(/^sign in again/);
  });
});
