import { expect } from "chai";

import { attachmentGains, boundaryGains, boundaryLosses } from "../../../plan-review/policy/role";

const LOGS = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess";
const OWN = "arn:aws:iam::123456789012:policy/path/own";

describe("a managed policy", () => {
  const attached = (policy_arn: string) => ({ id: "x", role: "writer", policy_arn });

  it("that a role gets is named, for it may allow anything", () => {
    expect(attachmentGains(null, attached(ADMIN), {})).to.deep.equal([
      "the role writer may now do whatever AWS's policy AdministratorAccess allows",
    ]);
    expect(attachmentGains(null, attached(OWN), {})).to.deep.equal([
      "the role writer may now do whatever the policy path/own allows",
    ]);
    expect(attachmentGains(null, attached("x"), {})).to.deep.equal([
      "the role writer may now do whatever x allows",
    ]);
  });

  it("that a role loses is named, for it may have denied anything", () => {
    expect(attachmentGains(attached(OWN), null, {})).to.deep.equal([
      "the role writer is no longer forbidden to do what the policy path/own denies",
    ]);
  });

  it("for a function's logs gives nothing else, and denies nothing", () => {
    for (const arn of [LOGS, LOGS.replace("arn:aws:", "arn:aws-cn:")]) {
      expect(attachmentGains(null, attached(arn), {}), arn).to.deep.equal([]);
      expect(attachmentGains(attached(arn), null, {}), arn).to.deep.equal([]);
    }
    const posing = [`x${LOGS}`, `${LOGS}2`, LOGS.replace(":aws:policy", ":123456789012:policy")];
    for (const arn of posing) {
      expect(attachmentGains(null, attached(arn), {}), arn).to.have.length(1);
    }
  });

  it("that stays gives nothing", () => {
    expect(attachmentGains(attached(OWN), { ...attached(OWN), id: "y" }, {})).to.deep.equal([]);
    expect(attachmentGains(null, null, {})).to.deep.equal([]);
  });

  it("that another one takes the place of is named with it", () => {
    expect(attachmentGains(attached(OWN), attached(ADMIN), {})).to.deep.equal([
      "the role writer may now do whatever AWS's policy AdministratorAccess allows",
      "the role writer is no longer forbidden to do what the policy path/own denies",
    ]);
  });

  it("that isn't known yet, or whose role isn't, is named as that", () => {
    const unknown = { policy_arn: true, role: true };
    expect(attachmentGains(null, {}, unknown)).to.deep.equal([
      "a role that isn't known yet may now do whatever a policy that isn't known yet allows",
    ]);
  });
});

describe("a permissions boundary", () => {
  const role = (permissions_boundary?: unknown) => ({ name: "writer", permissions_boundary });

  it("that goes no longer limits the role", () => {
    for (const none of [null, "", undefined]) {
      expect(boundaryGains(role(OWN), role(none), {})).to.deep.equal([
        "the role writer is no longer limited by the policy path/own",
      ]);
    }
  });

  it("in place of another one is named, for it may be wider", () => {
    expect(boundaryGains(role(OWN), role(ADMIN), {})).to.deep.equal([
      "the role writer is now limited by AWS's policy AdministratorAccess instead of the policy path/own",
    ]);
  });

  it("that isn't known yet counts as wider", () => {
    expect(boundaryGains(role(OWN), role(), { permissions_boundary: true })).to.deep.equal([
      "what limits the role writer is known only during the apply: it counts as widened",
    ]);
  });

  it("that comes or stays gives nothing", () => {
    expect(boundaryGains(role(), role(OWN), {})).to.deep.equal([]);
    expect(boundaryGains(role(null), role(), { permissions_boundary: true })).to.deep.equal([]);
    expect(boundaryGains(role(OWN), role(OWN), {})).to.deep.equal([]);
  });

  it("that comes takes what it doesn't allow", () => {
    expect(boundaryLosses(role(), role(OWN), {})).to.deep.equal([
      "the role writer may do no more than the policy path/own allows",
    ]);
    expect(boundaryLosses(role(null), role(), { permissions_boundary: true })).to.deep.equal([
      "the role writer may do no more than a policy allows that is known only during the apply",
    ]);
    expect(boundaryLosses(role(), role(), {})).to.deep.equal([]);
    expect(boundaryLosses(role(OWN), role(ADMIN), {})).to.deep.equal([]);
    expect(boundaryLosses(null, role(OWN), {})).to.deep.equal([]);
    expect(boundaryLosses(role(), null, {})).to.deep.equal([]);
  });

  it("is nothing that a new role, or one that goes, gains by", () => {
    expect(boundaryGains(null, role(), {})).to.deep.equal([]);
    expect(boundaryGains(role(OWN), null, {})).to.deep.equal([]);
  });
});
