import { expect } from "chai";

import { masked, maskedIn, secretsIn } from "../../../plan-review/report/masked";

/** Each place in which the JSON of a plan holds a secret in clear. */
const PLACES: Readonly<Record<string, object>> = {
  "a sensitive variable": {
    variables: { passwords: { value: { "mary.jane": "Secret-1" } } },
    configuration: { root_module: { variables: { passwords: { sensitive: true } } } },
  },
  "what a change makes": {
    resource_changes: [
      { change: { after: { password: "Secret-1" }, after_sensitive: { password: true } } },
    ],
  },
  "what a change takes away": {
    resource_changes: [
      { change: { before: { list: ["Secret-1"] }, before_sensitive: { list: [true] } } },
    ],
  },
  "what was changed elsewhere": {
    resource_drift: [
      { change: { before: { password: "Secret-1" }, before_sensitive: { password: true } } },
    ],
  },
  "the old state": {
    prior_state: {
      values: {
        root_module: {
          resources: [{ values: { password: "Secret-1" }, sensitive_values: { password: true } }],
        },
      },
    },
  },
  "a module of what is planned": {
    planned_values: {
      root_module: {
        child_modules: [
          { resources: [{ values: { a: { b: "Secret-1" } }, sensitive_values: { a: true } }] },
        ],
      },
    },
  },
  "an output": {
    output_changes: { token: { after: "Secret-1", after_sensitive: true } },
  },
  "an output of the old state": {
    prior_state: { values: { outputs: { token: { value: "Secret-1", sensitive: true } } } },
  },
};

describe("The secrets of a plan", () => {
  for (const [place, plan] of Object.entries(PLACES)) {
    it(`are found in ${place}`, () => {
      expect(secretsIn(plan)).to.deep.equal(["Secret-1"]);
    });
  }

  it("are only what Terraform says is secret", () => {
    const plan = {
      variables: { region: { value: "us-west-2" } },
      configuration: { root_module: { variables: { region: {} } } },
      resource_changes: [
        { change: { after: { name: "Mary Jane", password: "Secret-1" }, after_sensitive: {} } },
      ],
    };
    expect(secretsIn(plan)).to.deep.equal([]);
  });

  it("are no words too short to be one", () => {
    const plan = { output_changes: { a: { after: "yes", after_sensitive: true } } };
    expect(secretsIn(plan)).to.deep.equal([]);
  });

  it("are taken out of a text, as they are and as JSON writes them, the longest first", () => {
    const secrets = secretsIn({
      output_changes: {
        long: { after: 'Secret-1"\\x', after_sensitive: true },
        short: { after: "Secret-1", after_sensitive: true },
      },
    });
    expect(secrets).to.deep.equal(['Secret-1"\\x', "Secret-1"]);
    expect(masked('a Secret-1"\\x b "Secret-1\\"\\\\x" c Secret-1.', secrets)).to.equal(
      'a (sensitive value) b "(sensitive value)" c (sensitive value).',
    );
  });

  it("are taken out as Terraform quotes them", () => {
    expect(masked('password = "$${a}%%{b}"', ["${a}%{b}"])).to.equal(
      'password = "(sensitive value)"',
    );
  });

  it("are taken out of each text of a verdict", () => {
    const verdict = { refused: [{ addresses: ["a.b"], happens: "sets Secret-1", tolerated: 0 }] };
    expect(maskedIn(verdict, ["Secret-1"])).to.deep.equal({
      refused: [{ addresses: ["a.b"], happens: "sets (sensitive value)", tolerated: 0 }],
    });
  });
});
