import { expect } from "chai";

import { passwordCure, usersWithoutPassword } from "../../plan-review/new-users";
import { planFrom } from "../../plan-review/plan";

/** A plan with an instance that stays, and users with the passwords that it gives them. */
function planWith(
  identity: string,
  users: readonly (readonly [string, string | null, readonly string[]])[],
) {
  const change = (type: string, name: string, actions: readonly string[], after: object) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: { actions, before: null, after, after_unknown: {}, after_sensitive: {} },
  });
  return planFrom({
    format_version: "1.2",
    planned_values: {},
    configuration: {},
    resource_changes: [
      change("aws_connect_instance", "instance", ["no-op"], { identity_management_type: identity }),
      ...users.map(([name, password, actions]) =>
        change("aws_connect_user", name, actions, { name, password }),
      ),
    ],
  });
}

describe("Users that an apply would make without a password", () => {
  const users = [
    ["new.colleague", null, ["create"]],
    ["with.password", "Password1", ["create"]],
    ["renamed.colleague", null, ["delete", "create"]],
    ["mary.jane", null, ["update"]],
    ["peter.parker", null, ["no-op"]],
  ] as const;

  it("are those that are new, where Amazon Connect manages identities", () => {
    expect(usersWithoutPassword(planWith("CONNECT_MANAGED", users))).to.deep.equal([
      "new.colleague",
      "renamed.colleague",
    ]);
  });

  it("are none where SAML does", () => {
    expect(usersWithoutPassword(planWith("SAML", users))).to.deep.equal([]);
  });

  it("get theirs from a variable, whose shape is shown", () => {
    expect(passwordCure(["new.colleague"])).to.include(
      `export TF_VAR_initial_passwords='{"new.colleague":"…"}'`,
    );
  });
});
