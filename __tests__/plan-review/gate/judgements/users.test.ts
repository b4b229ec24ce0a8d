import { expect } from "chai";

import { judge } from "../../../../plan-review/gate/judge";
import { type ChangeJson, planOf } from "../../../support/plans";

const ADMIN = {
  prior_state: {
    values: {
      root_module: {
        resources: ["Admin", "Agent"].map((name) => ({
          ...{ address: `data.aws_connect_security_profile.${name}`, mode: "data" },
          values: { name, security_profile_id: name.toLowerCase() },
        })),
      },
    },
  },
};

const said = (changes: readonly ChangeJson[], known: object = {}) =>
  judge(planOf(changes, ADMIN), known).refused.map(
    ({ addresses, happens }) => `${addresses.join()}: ${happens}`,
  );
const user = (
  name: string,
  before: readonly string[] | null,
  after: readonly string[] | null,
): ChangeJson => ({
  address: `aws_connect_user.${name}`,
  actions: before === null ? ["create"] : after === null ? ["delete"] : ["update"],
  before: before && { name, security_profile_ids: before },
  after: after && { name, security_profile_ids: after },
});

describe("the administrators", () => {
  const nobody = (name: string) =>
    `aws_connect_user.${name}: leaves nobody who is there now with the security profile Admin`;

  it("are somebody who is there", () => {
    const caleb = user("caleb", ["admin"], ["agent"]);
    expect(said([caleb])).to.deep.equal([nobody("caleb")]);
    expect(said([user("caleb", ["admin"], null)])).to.deep.equal([nobody("caleb")]);
    expect(said([caleb, user("ada", ["agent", "admin"], ["admin"])])).to.deep.equal([]);
    expect(said([caleb, user("ada", null, ["admin"])])).to.include(nobody("caleb"));
    const profile = { ...user("ada", ["admin"], ["admin"]), address: "aws_iam_role.ada" };
    expect(said([caleb, profile])).to.include(nobody("caleb"));
    expect(said([user("peter", ["agent"], null)])).to.deep.equal([]);
    expect(said([user("peter", ["agent", "x"], ["agent"])])).to.deep.equal([]);
  });

  it("lose nothing by what isn't known yet, which is named itself", () => {
    const open = {
      ...user("caleb", ["admin"], ["agent"]),
      ...{ after: { name: "caleb" }, afterUnknown: { security_profile_ids: true } },
    };
    expect(said([open])).to.deep.equal([
      "aws_connect_user.caleb: gives the user the security profile what isn't known yet",
    ]);
  });
});

describe("a user's security profiles", () => {
  const given = (name: string, profile: string) =>
    `aws_connect_user.${name}: gives the user the security profile ${profile}`;

  it("may be those of an agent, and fewer", () => {
    expect(said([user("peter", ["x"], ["x", "agent"])])).to.deep.equal([]);
    expect(said([user("peter", ["agent"], ["agent", "admin"])])).to.deep.equal([
      given("peter", "Admin"),
    ]);
    expect(said([user("peter", ["agent", "x"], ["agent"])])).to.deep.equal([]);
    expect(said([user("peter", [], [])])).to.deep.equal([]);
    expect(said([user("peter", ["agent"], [])])).to.deep.equal([
      "aws_connect_user.peter: takes every security profile away from the user",
    ]);
  });

  it("may be any of a new user before anybody works with the center", () => {
    const eve = user("eve", null, ["admin"]);
    expect(said([eve])).to.deep.equal([given("eve", "Admin")]);
    expect(said([eve], { firstApply: true })).to.deep.equal([]);
    expect(said([user("eve", ["agent"], ["agent", "admin"])], { firstApply: true })).to.deep.equal([
      given("eve", "Admin"),
    ]);
  });

  it("of a user who is taken over then, may be what only the apply tells", () => {
    const taken = { ...user("eve", ["agent"], ["agent", "admin"]), importId: "x" };
    const open = { after: { name: "eve" }, afterUnknown: { security_profile_ids: true } };
    expect(said([taken], { firstApply: true })).to.include(given("eve", "Admin"));
    expect(said([{ ...taken, ...open }], { firstApply: true })).to.deep.equal([]);
    expect(said([{ ...taken, ...open }], { firstApply: false })).to.include(
      given("eve", "what isn't known yet"),
    );
  });

  it("have the names by which data sources have read them, and no others", () => {
    const other = {
      prior_state: {
        values: {
          root_module: {
            resources: [
              {
                ...{ address: "data.aws_connect_queue.x", mode: "data" },
                values: { name: "Agent", security_profile_id: "admin" },
              },
            ],
          },
        },
      },
    };
    const { refused } = judge(planOf([user("eve", ["agent"], ["agent", "admin"])], other));
    expect(refused.map(({ happens }) => happens)).to.deep.equal([
      'reads "Agent", which somebody has made by hand',
      "gives the user the security profile admin",
    ]);
  });
});

describe("a security profile's permissions", () => {
  const profile = (before: readonly string[], after: readonly string[]): ChangeJson => ({
    ...{ address: "aws_connect_security_profile.p", actions: ["update"] },
    ...{ before: { permissions: before }, after: { permissions: after } },
  });
  const given = (what: string) => [
    `aws_connect_security_profile.p: gives all users with this security profile the permission ${what}`,
  ];

  it("may be those of an agent, and fewer", () => {
    expect(said([profile([], ["BasicAgentAccess", "OutboundCallAccess"])])).to.deep.equal([]);
    expect(said([profile(["Users.Edit", "x"], ["x"])])).to.deep.equal([]);
    expect(said([profile(["x"], ["x", "Users.Edit"])])).to.deep.equal(given("Users.Edit"));
  });
});

describe("a new user's e-mail address", () => {
  const info = (email?: string, secondary_email?: string) => ({
    identity_info: [{ email, secondary_email }],
  });
  const there = (email: string): ChangeJson => ({
    ...{ address: "aws_connect_user.ann", actions: ["no-op"] },
    ...{ before: { name: "ann", ...info(email) }, after: { name: "ann", ...info(email) } },
  });
  const made = (...emails: string[]): ChangeJson => ({
    ...{ address: "aws_connect_user.eve", actions: ["create"], after: info(...emails) },
  });
  const strange = (domain: string) => [
    `aws_connect_user.eve: lets somebody in whose e-mail address is at ${domain}, where nobody's is`,
  ];

  it("is where somebody's is", () => {
    expect(said([there("a@kw.example"), made("e@kw.example")])).to.deep.equal([]);
    expect(said([there("a@kw.example"), made("e@KW.Example")])).to.deep.equal([]);
    expect(said([there("a@kw.example"), made("e@x.kw.example")])).to.deep.equal(
      strange("x.kw.example"),
    );
    expect(said([there("a@kw.example"), made("e@kw.example", "e@evil")])).to.deep.equal(
      strange("evil"),
    );
    expect(said([there("a@kw.example"), made()])).to.deep.equal([]);
    expect(said([there("a@kw.example"), made("nobody")])).to.deep.equal([]);
  });

  it("is one address: any other text is a stranger's", () => {
    for (const text of [
      ...["a@evil,e@kw.example", "a b@kw.example", "x a@kw.example", "e@kw.example@evil"],
      ...["@kw.example", "ee@"],
    ]) {
      expect(said([there("a@kw.example"), made(text)]), text).to.deep.equal(strange(text));
    }
    expect(said([there("a@kw.example"), made("long.name@kw.example")])).to.deep.equal([]);
  });

  it("is anywhere, where nobody's is known, and in a center that isn't in service", () => {
    expect(said([made("e@evil")])).to.deep.equal([]);
    expect(said([there("a@kw.example"), made("e@evil")], { firstApply: true })).to.deep.equal([]);
  });

  it("may be where alarms go", () => {
    const told: ChangeJson = {
      ...{ address: "aws_sns_topic_subscription.s", actions: ["no-op"] },
      ...{ before: { endpoint: "s@kw.example" }, after: { endpoint: "s@kw.example" } },
    };
    expect(said([told, made("e@kw.example")])).to.deep.equal([]);
    expect(said([told, made("e@evil")])).to.deep.equal(strange("evil"));
  });

  it("of somebody who is there is judged as a change", () => {
    const moved = {
      ...{ ...there("a@kw.example"), actions: ["update"] },
      after: { name: "ann", ...info("a@evil") },
    };
    expect(said([moved])).to.deep.equal([
      "aws_connect_user.ann: sends what is for the user to another email address",
    ]);
  });
});
