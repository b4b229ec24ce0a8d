import { expect } from "chai";

import {
  accountEnvironment,
  installerEnvironment,
  leftOut,
  machineEnvironment,
  sandboxEnvironment,
} from "../../../sandbox/machine/environment";

/** Variables by who gets them, as they are: each name's value is the name. */
const EVERYBODY = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TERM", "CI", "NO_COLOR"];
const WITH_NETWORK = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "SSL_CERT_FILE"];
const TERRAFORM = [
  ...["TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR"],
  ...["KW_TERRAFORM_MIRROR", "KW_TERRAFORM_RELEASES", "KW_DOWNLOADS"],
];
const OF_THE_PERSON = ["AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_CA_BUNDLE", "SSH_AUTH_SOCK"];
const PASSWORDS = ["TF_VAR_initial_passwords"];
const NOBODY = [
  ...["TF_CLI_ARGS", "TF_CLI_ARGS_apply", "TF_WORKSPACE", "TF_DATA_DIR", "TF_LOG", "TF_VAR_other"],
  ...["NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "PYTHONPATH", "PYTHONHOME", "LD_PRELOAD", "BASH_ENV"],
  ...["GIT_DIR", "GITHUB_TOKEN", "NPM_TOKEN", "REQUESTS_CA_BUNDLE", "CDKTF_OUTDIR"],
];
const MACHINE = Object.fromEntries(
  [
    ...EVERYBODY,
    ...WITH_NETWORK,
    ...TERRAFORM,
    ...OF_THE_PERSON,
    ...PASSWORDS,
    ...NOBODY,
    "PIP_INDEX_URL",
  ].map((name) => [name, name]),
);

const names = (environment: NodeJS.ProcessEnv) =>
  Object.entries(environment)
    .filter(([name, value]) => name === value)
    .map(([name]) => name)
    .sort();

describe("What a program that is started gets of this machine's environment", () => {
  it("for moto, git, a compiler or a synth: nothing that leads out", () => {
    expect(names(machineEnvironment(MACHINE))).to.deep.equal([...EVERYBODY].sort());
  });

  it("for pip: also the way to the network, and its own settings", () => {
    expect(names(installerEnvironment(MACHINE))).to.deep.equal(
      [...EVERYBODY, ...WITH_NETWORK, "PIP_INDEX_URL"].sort(),
    );
  });

  it("for Terraform in the sandbox: where providers come from, and nobody's credentials", () => {
    const environment = sandboxEnvironment(MACHINE, "http://127.0.0.1:4566", "us-west-2");
    expect(names(environment)).to.deep.equal([...EVERYBODY, ...WITH_NETWORK, ...TERRAFORM].sort());
    expect(environment).to.include({
      AWS_ENDPOINT_URL: "http://127.0.0.1:4566",
      AWS_ACCESS_KEY_ID: "sandbox",
      AWS_CONFIG_FILE: "/dev/null",
      NO_PROXY: "127.0.0.1,localhost",
    });
  });

  it("for Terraform on an account: the person's credentials and passwords", () => {
    expect(names(accountEnvironment(MACHINE))).to.deep.equal(
      [...EVERYBODY, ...WITH_NETWORK, ...TERRAFORM, ...OF_THE_PERSON, ...PASSWORDS].sort(),
    );
  });

  it("names Terraform's own variables that it does not get", () => {
    expect(leftOut(MACHINE)).to.deep.equal(NOBODY.filter((name) => name.startsWith("TF_")).sort());
    expect(leftOut({ TF_CLI_CONFIG_FILE: "x", PATH: "/bin" })).to.deep.equal([]);
  });
});
