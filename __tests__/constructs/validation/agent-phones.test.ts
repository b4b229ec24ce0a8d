import { expect } from "chai";

import type {
  AgentPhoneValue,
  ContactCenterValue,
  UserValue,
} from "../../../constructs/value/contact-center-value";
import { checkAgentPhones } from "../../../constructs/validation/agent-phones";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { synthesize } from "../../support/synthesized";

const [first, ...others] = HARBOR_TRAVEL.users as readonly [UserValue, ...UserValue[]];
const place = `user "${first.username}"`;

const withUser = (change: Partial<UserValue>, agentPhones: AgentPhoneValue = {}) => ({
  agentPhones,
  users: [{ ...first, ...change }, ...others],
});

function faults(change: Partial<ContactCenterValue>): string[] {
  const found: string[] = [];
  checkAgentPhones({ ...HARBOR_TRAVEL, ...change }, (where, problem) => {
    found.push(`${where}: ${problem}`);
  });
  return found;
}

describe("How users take calls", () => {
  const phoneOf = (change: Partial<ContactCenterValue>) =>
    synthesize({ ...HARBOR_TRAVEL, agentPhones: {}, ...change }).resource(
      "aws_connect_user.ada_hill",
    ).phone_config;

  it("is in the browser, by a click, without a limit for work after a call, unless said otherwise", () => {
    expect(phoneOf({})).to.deep.equal({
      phone_type: "SOFT_PHONE",
      auto_accept: false,
      after_contact_work_time_limit: 0,
    });
  });

  it("is as the center says, and as the user says before it", () => {
    const all: AgentPhoneValue = { autoAccept: true, afterCallWorkSeconds: 60 };
    expect(phoneOf(withUser({}, all))).to.deep.equal({
      phone_type: "SOFT_PHONE",
      auto_accept: true,
      after_contact_work_time_limit: 60,
    });
    const phone = { type: "DESK_PHONE", number: "+12075550100", autoAccept: false } as const;
    expect(phoneOf(withUser({ phone }, all))).to.deep.equal({
      phone_type: "DESK_PHONE",
      desk_phone_number: "+12075550100",
      auto_accept: false,
      after_contact_work_time_limit: 60,
    });
  });

  it("lets work after a call last as long as Amazon Connect can wait", () => {
    expect(faults({ agentPhones: { afterCallWorkSeconds: 2_000_000 } })).to.deep.equal([]);
    expect(faults({ agentPhones: { afterCallWorkSeconds: 2_000_001 } })).to.deep.equal([
      "agentPhones: afterCallWorkSeconds must be a whole number from 0 to 2000000, got 2000001",
    ]);
    expect(faults(withUser({ phone: { afterCallWorkSeconds: 1.5 } }))).to.deep.equal([
      `${place}, phone: afterCallWorkSeconds must be a whole number from 0 to 2000000, got 1.5`,
    ]);
    expect(faults(withUser({ phone: { afterCallWorkSeconds: -1 } }))).to.have.length(1);
  });

  it("needs a number for a desk phone, and takes one for nothing else", () => {
    expect(faults(withUser({ phone: { type: "DESK_PHONE" } }))).to.deep.equal([
      `${place}, phone: number must be given with the type DESK_PHONE, such as "+13025550100": calls ring there`,
    ]);
    expect(faults({ agentPhones: { type: "DESK_PHONE" } })).to.have.length(
      HARBOR_TRAVEL.users.length,
    );
    expect(faults(withUser({ phone: { number: "+12075550100" } }))).to.deep.equal([
      `${place}, phone: number rings with the type DESK_PHONE only: set the type, or take the number out`,
    ]);
  });

  it("has a number to which calls may go", () => {
    const at = (number: string) => faults(withUser({ phone: { type: "DESK_PHONE", number } }));
    expect(at("2075550100")[0]).to.include("number must be a number in E.164");
    expect(at("+18765550100")[0]).to.include("which leads to Jamaica");
    expect(at("+12075550100")).to.deep.equal([]);
  });
});

describe("A user's tags", () => {
  it("stand beside those that everything has", () => {
    const tags = { CostCenter: "7" };
    expect(
      synthesize({ ...HARBOR_TRAVEL, ...withUser({ tags }) }).resource("aws_connect_user.ada_hill")
        .tags,
    ).to.deep.equal(tags);
  });

  it("have keys that are free, and a length that AWS takes", () => {
    expect(faults(withUser({ tags: { Environment: "x", "aws:x": "y" } }))).to.deep.equal([
      `${place}: tags must not have "Environment": Project, Environment, ManagedBy and aws:… are taken`,
      `${place}: tags must not have "aws:x": Project, Environment, ManagedBy and aws:… are taken`,
    ]);
    expect(faults(withUser({ tags: { "": "x" } }))).to.have.length(1);
    expect(faults(withUser({ tags: { Team: "x".repeat(257) } }))).to.have.length(1);
    const many = Object.fromEntries(Array.from({ length: 48 }, (_, index) => [`T${index}`, "x"]));
    expect(faults(withUser({ tags: many }))).to.deep.equal([
      `${place}: tags must have at most 47 entries, got 48`,
    ]);
  });
});
