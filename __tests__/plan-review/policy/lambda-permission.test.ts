import { expect } from "chai";

import { permissionDifferences } from "../../../plan-review/policy/lambda-permission";

const permissionGains = (...changed: Parameters<typeof permissionDifferences>) =>
  permissionDifferences(...changed).gains;

const CONNECT = {
  id: "AllowConnect",
  statement_id: "AllowConnect",
  statement_id_prefix: "",
  function_name: "vanity",
  action: "lambda:InvokeFunction",
  principal: "connect.amazonaws.com",
  source_account: "123456789012",
  source_arn: "arn:aws:connect:us-east-1:123456789012:instance/i",
  event_source_token: null,
  function_url_auth_type: null,
  principal_org_id: null,
  qualifier: "",
};
const by = (changed: object) => ({ ...CONNECT, ...changed });
const gained = (changed: object) => permissionGains(CONNECT, by(changed), {});
const WHERE =
  "if aws:SourceAccount is 123456789012 and aws:SourceArn is like arn:aws:connect:us-east-1:123456789012:instance/i";

describe("a permission of a function", () => {
  it("that is new is said with its conditions", () => {
    expect(permissionGains(null, CONNECT, {})).to.deep.equal([
      `the service connect.amazonaws.com may now invoke the function vanity ${WHERE}`,
    ]);
  });

  it("that is narrowed is said with what it takes", () => {
    const lost = (changed: object) =>
      permissionDifferences(CONNECT, by(changed), {}).losses.map((each) => each.split(" if ")[0]);
    const INVOKES = "the service connect.amazonaws.com may no longer invoke the function vanity";
    expect(lost({ source_arn: "arn:aws:connect:us-east-1:123456789012:instance/j" })).to.deep.equal(
      [INVOKES],
    );
    expect(lost({ principal: "lex.amazonaws.com" })).to.deep.equal([INVOKES]);
    expect(lost({})).to.deep.equal([]);
  });

  it("that goes, stays or gets another name lets nobody do anything", () => {
    expect(permissionGains(CONNECT, null, {})).to.deep.equal([]);
    expect(permissionGains(null, null, {})).to.deep.equal([]);
    expect(gained({})).to.deep.equal([]);
    expect(gained({ id: "x", statement_id: "x", statement_id_prefix: "x" })).to.deep.equal([]);
  });

  const changes: readonly (readonly [string, object, string])[] = [
    ["anybody", { principal: "*" }, `anybody may now invoke the function vanity ${WHERE}`],
    [
      "an account",
      { principal: "999999999999" },
      `anybody in account 999999999999 may now invoke the function vanity ${WHERE}`,
    ],
    [
      "a role",
      { principal: "arn:aws:iam::999999999999:role/r" },
      `the role r of account 999999999999 may now invoke the function vanity ${WHERE}`,
    ],
    [
      "a service whose name has a number",
      { principal: "1.x123456789012" },
      `the service 1.x123456789012 may now invoke the function vanity ${WHERE}`,
    ],
    [
      "a service whose name has an ARN",
      { principal: "x.arn:aws" },
      `the service x.arn:aws may now invoke the function vanity ${WHERE}`,
    ],
    [
      "whatever instance",
      { source_arn: null },
      "the service connect.amazonaws.com may now invoke the function vanity if aws:SourceAccount is 123456789012, until now only if aws:SourceArn is like arn:aws:connect:us-east-1:123456789012:instance/i",
    ],
    [
      "every instance",
      { source_arn: "arn:aws:connect:*" },
      "the service connect.amazonaws.com may now invoke the function vanity if aws:SourceAccount is 123456789012 and aws:SourceArn is like arn:aws:connect:*, until now only if aws:SourceArn is like arn:aws:connect:us-east-1:123456789012:instance/i",
    ],
    [
      "whatever account",
      { source_account: "" },
      "the service connect.amazonaws.com may now invoke the function vanity if aws:SourceArn is like arn:aws:connect:us-east-1:123456789012:instance/i, until now only if aws:SourceAccount is 123456789012",
    ],
    [
      "more",
      { action: "lambda:*" },
      `the service connect.amazonaws.com may now do anything of Lambda on the function vanity ${WHERE}`,
    ],
    [
      "another function",
      { function_name: "other" },
      `the service connect.amazonaws.com may now invoke the function other ${WHERE}`,
    ],
    [
      "another version",
      { qualifier: "live" },
      `the service connect.amazonaws.com may now invoke the function vanity:live ${WHERE}`,
    ],
    [
      "a function by its ARN",
      { function_name: "arn:aws:lambda:us-east-1:123456789012:function:vanity", qualifier: "2" },
      `the service connect.amazonaws.com may now invoke the function vanity:2 ${WHERE}`,
    ],
    [
      "what this version doesn't know",
      { invoked_via_function_url: true },
      "the policy of the function vanity can't be compared (after: statement 1: the operator invoked_via_function_url is unknown): it counts as widened",
    ],
    [
      "an object as principal",
      { principal: null },
      "the policy of the function vanity can't be compared (after: statement 1: null is no principal): it counts as widened",
    ],
    [
      "no function",
      { function_name: 7 },
      "the policy of the function (its name isn't known yet) can't be compared (after: statement 1: 7 is no text): it counts as widened",
    ],
  ];
  for (const [what, changed, words] of changes) {
    it(`that lets in ${what} is said`, () => {
      expect(gained(changed)).to.deep.equal([words]);
    });
  }

  it("that is narrowed lets nobody do anything", () => {
    for (const attribute of ["event_source_token", "function_url_auth_type", "principal_org_id"]) {
      expect(gained({ [attribute]: "x" }), attribute).to.deep.equal([]);
      expect(permissionGains(by({ [attribute]: "x" }), CONNECT, {}), attribute).to.have.length(1);
    }
  });

  it("says which conditions it has", () => {
    const all = by({
      event_source_token: "t",
      function_url_auth_type: "NONE",
      principal_org_id: "o-1",
    });
    expect(permissionGains(null, all, {})[0]).to.include(
      "if aws:SourceAccount is 123456789012, lambda:EventSourceToken is t, lambda:FunctionUrlAuthType is NONE, aws:PrincipalOrgID is o-1 and aws:SourceArn is like arn",
    );
  });

  it("counts as widened where only the apply will tell what it says", () => {
    for (const attribute of ["principal", "action", "function_name", "qualifier"]) {
      expect(permissionGains(CONNECT, CONNECT, { [attribute]: true }), attribute).to.deep.equal([
        "what the policy of the function vanity says is known only during the apply: it counts as widened",
      ]);
    }
    const { source_arn: _, ...rest } = CONNECT;
    expect(permissionGains(CONNECT, rest, { source_arn: true })).to.deep.equal([
      "the service connect.amazonaws.com may now invoke the function vanity if aws:SourceAccount is 123456789012 and aws:SourceArn is like what is known only during the apply, until now only if aws:SourceArn is like arn:aws:connect:us-east-1:123456789012:instance/i",
    ]);
  });
});
