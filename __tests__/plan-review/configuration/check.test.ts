import { expect } from "chai";

import { faultsIn } from "../../../plan-review/configuration/check";
import { KWGLOBAL } from "../../../kwglobal";
import { DEV, PROD, synthesize } from "../../support/synthesized";

const OBSERVER = "aws_lambda_function.connect_associations_observer";

/** The smallest configuration in which nothing is wrong, with what is to be checked. */
const configuration = (more: object = {}) => ({
  terraform: {
    backend: { s3: { bucket: "b", key: "k", region: "us-west-2", encrypt: true } },
    required_providers: { aws: { source: "aws", version: "5.100.0" } },
    required_version: ">= 1.11.0",
  },
  provider: { aws: [{ region: "us-west-2" }] },
  ...more,
});
const base = configuration();
const resource = (type: string, block: object) => ({ resource: { [type]: { it: block } } });

/** What somebody who may open pull requests could try, and what the check says to it. */
const ATTEMPTS: readonly [what: string, configuration: object, fault: RegExp][] = [
  [
    "another provider",
    configuration({
      terraform: {
        ...base.terraform,
        required_providers: {
          ...base.terraform.required_providers,
          external: { source: "hashicorp/external", version: "2.3.4" },
        },
      },
    }),
    /^terraform\.required_providers\.external isn't among/,
  ],
  [
    "the provider from elsewhere",
    configuration({
      terraform: {
        ...base.terraform,
        required_providers: { aws: { source: "evil/aws", version: "5.100.0" } },
      },
    }),
    /must be hashicorp\/aws 5\.100\.0, got .*evil\/aws/,
  ],
  [
    "another version of it",
    configuration({
      terraform: {
        ...base.terraform,
        required_providers: { aws: { source: "aws", version: ">= 5.0" } },
      },
    }),
    /must be hashicorp\/aws 5\.100\.0, got .*>= 5\.0/,
  ],
  [
    "a provider that is configured though nobody requires it",
    configuration({ provider: { ...base.provider, http: [{}] } }),
    /^provider\.http isn't among/,
  ],
  [
    "a proxy, which reads all requests",
    configuration({ provider: { aws: [{ region: "us-west-2", http_proxy: "http://evil" }] } }),
    /^provider\.aws\.http_proxy isn't among/,
  ],
  [
    "an endpoint, which gets all requests",
    configuration({ provider: { aws: [{}, { alias: "b", endpoints: [{ s3: "http://evil" }] }] } }),
    /^provider\.aws\.endpoints isn't among/,
  ],
  [
    "another kind of state",
    configuration({ terraform: { ...base.terraform, backend: { http: { address: "http://x" } } } }),
    /^terraform\.backend\.http isn't among/,
  ],
  [
    "a role for the state",
    configuration({
      terraform: { ...base.terraform, backend: { s3: { bucket: "b", role_arn: "arn" } } },
    }),
    /^terraform\.backend\.s3\.role_arn isn't among/,
  ],
  [
    "HCP Terraform",
    configuration({ terraform: { ...base.terraform, cloud: {} } }),
    /^terraform\.cloud isn't among/,
  ],
  ["a module", configuration({ module: { m: { source: "evil/m/aws" } } }), /^module isn't among/],
  ["an action", configuration({ action: {} }), /^action isn't among/],
  ["letting go of things", configuration({ removed: [] }), /^removed isn't among/],
  [
    "a provisioner",
    configuration(
      resource("aws_connect_queue", { provisioner: [{ "local-exec": { command: "id" } }] }),
    ),
    /^aws_connect_queue\.it\.provisioner would run code/,
  ],
  [
    "a connection",
    configuration(resource("aws_connect_queue", { connection: {} })),
    /^aws_connect_queue\.it\.connection would run code/,
  ],
  ...["terraform_data", "null_resource", "local_file", "aws_iam_access_key"].map(
    (type): [string, object, RegExp] => [
      `a resource of type ${type}`,
      configuration(resource(type, {})),
      new RegExp(`^${type} is a type that no construct here makes`),
    ],
  ),
  ...["external", "http", "local_file", "terraform_remote_state", "aws_s3_object"].map(
    (type): [string, object, RegExp] => [
      `a data source of type ${type}`,
      configuration({ data: { [type]: { it: {} } } }),
      new RegExp(`^data\\.${type} is a type that no construct here makes`),
    ],
  ),
  [
    "invoking another function",
    configuration({ data: { aws_lambda_invocation: { it: { function_name: "deleteAll" } } } }),
    /^data\.aws_lambda_invocation\.it\.function_name must be .* got "deleteAll"/,
  ],
  [
    "putting another function in the observer's place",
    configuration({
      moved: [{ from: "aws_lambda_function.connect_associations_reconciler", to: OBSERVER }],
    }),
    /connect_associations_observer must not be moved or imported/,
  ],
  [
    "taking over another function as the observer",
    configuration({ import: [{ to: OBSERVER, id: "deleteAll" }] }),
    /connect_associations_observer must not be moved or imported/,
  ],
  [
    "reading a file of the machine",
    configuration({ output: { o: { value: '${file("/proc/self/environ")}' } } }),
    /^output\.o\.value calls file\(\)/,
  ],
  [
    "reading a file in a key",
    configuration({ locals: { l: { '${file("/etc/passwd")}': 1 } } }),
    /calls file\(\)/,
  ],
  [
    "showing what is sensitive",
    configuration({ output: { o: { value: "${nonsensitive(var.initial_passwords)}" } } }),
    /calls nonsensitive\(\)/,
  ],
  [
    "a flow out of a file of the machine",
    configuration(resource("aws_connect_contact_flow", { filename: "/proc/self/environ" })),
    /^resource\.aws_connect_contact_flow\.it\.filename must name a file in assets\//,
  ],
  [
    "a function out of a file beside assets",
    configuration(resource("aws_lambda_function", { filename: "assets/../../secrets.zip" })),
    /^resource\.aws_lambda_function\.it\.filename must name a file in assets\//,
  ],
  [
    "a file whose name is computed",
    configuration(resource("aws_lambda_function", { filename: "assets/${var.x}" })),
    /must name a file in assets\//,
  ],
];

describe("the check of a configuration that nobody has reviewed", () => {
  it("finds nothing wrong with the smallest", () => {
    expect(faultsIn(configuration())).to.deep.equal([]);
  });

  for (const environment of [DEV, PROD]) {
    it(`finds nothing wrong with ${environment.name}`, () => {
      expect(faultsIn(synthesize({}, environment).json)).to.deep.equal([]);
    });
  }

  it("finds nothing wrong with what can be switched on", () => {
    const vanityNumbers = {
      ...KWGLOBAL.vanityNumbers,
      bulk: { folder: "vanity-numbers", maxConcurrency: 50 },
    };
    expect(faultsIn(synthesize({ vanityNumbers }).json)).to.deep.equal([]);
  });

  for (const [what, attempt, fault] of ATTEMPTS) {
    it(`refuses ${what}`, () => {
      const faults = faultsIn(attempt);
      expect(faults, "one fault").to.have.length.above(0);
      expect(faults.join("\n")).to.match(new RegExp(fault.source, "m"));
    });
  }

  it("refuses what isn't an object", () => {
    expect(faultsIn([])).to.deep.equal(["the configuration must be a JSON object"]);
  });
});
