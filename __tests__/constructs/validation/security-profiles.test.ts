import { expect } from "chai";

import type {
  ContactCenterValue,
  SecurityProfileValue,
} from "../../../constructs/value/contact-center-value";
import { checkContactCenter } from "../../../constructs/validation/check-contact-center";
import { KWGLOBAL } from "../../../kwglobal";
import { faultsOf } from "../../support/faults-of";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";
import { PROD, synthesize } from "../../support/synthesized";

const LEAD: SecurityProfileValue = {
  name: "Lead",
  description: "Leads a team",
  permissions: ["AccessMetrics", "ContactSearch.View"],
};

const [FIRST] = HARBOR_TRAVEL.users;

/** Harbor Travel with such profiles, and its first user with such ones. */
function center(
  securityProfiles: readonly SecurityProfileValue[],
  given = ["Lead"],
): ContactCenterValue {
  const users = HARBOR_TRAVEL.users.map((user) =>
    user === FIRST ? { ...user, securityProfiles: given } : user,
  );
  return { ...HARBOR_TRAVEL, securityProfiles, users };
}

const faults = (value: ContactCenterValue) =>
  faultsOf(() => {
    checkContactCenter(value, PROD);
  });

describe("Security profiles of a value", () => {
  it("become resources, which users have by their ids", () => {
    const users = KWGLOBAL.users.map((user) => ({ ...user, securityProfiles: ["Lead", "Agent"] }));
    const stack = synthesize({ securityProfiles: [LEAD], users });
    expect(stack.resource("aws_connect_security_profile.lead")).to.deep.include({
      name: "Lead",
      description: "Leads a team",
      permissions: ["AccessMetrics", "ContactSearch.View"],
    });
    expect(stack.resource("aws_connect_user.mary_jane").security_profile_ids).to.deep.equal([
      "${aws_connect_security_profile.lead.security_profile_id}",
      "${data.aws_connect_security_profile.agent.security_profile_id}",
    ]);
  });

  it("may be given to a user beside those that every instance has", () => {
    expect(faults(center([LEAD], ["Lead", "Agent"]))).to.deep.equal([]);
  });

  it("must be there, by their names", () => {
    expect(faults(center([LEAD], ["Leed"]))).to.deep.equal([
      `user "${FIRST?.username}": securityProfiles names "Leed", which is not there (did you mean "Lead"?); there are: "Lead", "Admin", "Agent", "CallCenterManager", "QualityAnalyst"`,
    ]);
  });

  it("have permissions that Amazon Connect knows, each once", () => {
    const permissions = ["ContactSearch.Veiw", "AccessMetrics", "AccessMetrics"];
    expect(faults(center([{ ...LEAD, permissions }]))).to.deep.equal([
      'security profile "Lead": permissions names "ContactSearch.Veiw", which Amazon Connect doesn\'t know (did you mean "ContactSearch.View"?); all are in contact-flow/security-profile-permissions.ts',
      'security profile "Lead": permissions names "AccessMetrics" twice: drop one',
    ]);
    expect(faults(center([{ ...LEAD, permissions: [] }]))).to.deep.equal([
      'security profile "Lead": permissions must have one at least, got none: its users could do nothing',
    ]);
  });

  it("have names of their own, of letters that Amazon Connect takes", () => {
    expect(faults(center([{ ...LEAD, name: "Admin" }], ["Agent"]))).to.deep.equal([
      'security profile "Admin": every instance has its own "Admin": choose another name',
    ]);
    expect(faults(center([{ ...LEAD, name: "Lead/QA" }], ["Lead/QA"]))).to.deep.equal([
      'security profile "Lead/QA": name must have letters, digits, spaces, hyphens, underscores and @ only, as Amazon Connect takes it',
    ]);
    expect(faults(center([LEAD, { ...LEAD, name: "lead" }]))).to.deep.equal([
      'security profile "lead": would get the same Terraform address as "Lead": names must differ in letters or digits',
    ]);
    expect(faults(center([LEAD, LEAD]))).to.deep.equal([
      'security profile "Lead": is there twice: names are unique, drop or rename one',
    ]);
  });
});
