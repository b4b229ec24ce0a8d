import { expect } from "chai";

import type { Account, Environment } from "../../../constructs/value/contact-center-value";
import { checkPlaces, type Places } from "../../../constructs/validation/accounts";
import { ACCOUNTS, ENVIRONMENTS, GITHUB } from "../../../kwglobal";
import { faultsOf } from "../../support/faults-of";
import { DEV, PROD } from "../../support/synthesized";

/** The faults of KWGlobal's places with a change, as lines `place: problem`. */
const faults = (change: Partial<Places>) =>
  faultsOf(() => {
    checkPlaces({ accounts: ACCOUNTS, environments: ENVIRONMENTS, github: GITHUB, ...change });
  });

/** Production's account and environment alone, changed. */
function withAccount(change: Partial<Account>): Partial<Places> {
  const account = { ...PROD.account, ...change };
  return { accounts: [account], environments: [{ ...PROD, account }] };
}
const withEnvironment = (change: Partial<Environment>): Partial<Places> => ({
  environments: [DEV, { ...PROD, ...change }],
});

describe("The places where centers stand", () => {
  it("are accepted as KWGlobal wrote them", () => {
    expect(faults({})).to.deep.equal([]);
  });

  it("may be two environments in one account", () => {
    const shared = {
      accounts: [PROD.account],
      environments: [{ ...DEV, account: PROD.account }, PROD],
    };
    expect(faults(shared)).to.deep.equal([]);
  });

  for (const [what, change, fault] of [
    [
      "an account id that isn't 12 digits",
      withAccount({ id: "1234-5678-9012" }),
      `account "prod": id must be the account's 12 digits, in quotes and without hyphens, got "1234-5678-9012"`,
    ],
    [
      "a bucket name that S3 refuses",
      withAccount({ stateBucket: "KWGlobal_state" }),
      `account "prod": stateBucket must have 3 to 63 lower-case letters, digits and inner hyphens, got "KWGlobal_state"`,
    ],
    [
      "a bucket name with a prefix that S3 keeps for itself",
      withAccount({ stateBucket: "xn--state" }),
      `account "prod": stateBucket must have 3 to 63 lower-case letters, digits and inner hyphens, got "xn--state"`,
    ],
    [
      "an account's name that can't be part of a stack's",
      withAccount({ name: "Production" }),
      `account "Production": name must have 1 to 20 lower-case letters, digits and inner hyphens, got "Production"`,
    ],
    [
      "an account's region that isn't one",
      withAccount({ region: "Oregon" }),
      `account "prod": region must be an AWS Region such as us-west-2, got "Oregon"`,
    ],
    [
      "an environment's region that isn't one",
      withEnvironment({ region: "us-west" }),
      `environment "prod": region must be an AWS Region such as us-west-2, got "us-west"`,
    ],
    [
      "an environment in an account that nobody lists",
      { accounts: [DEV.account] },
      `environment "prod": account must be one of ACCOUNTS ("dev"), got "prod"`,
    ],
    [
      "two environments of one name",
      withEnvironment({ name: "dev" }),
      `environment "dev": name "dev" is environment "dev"'s already: choose another`,
    ],
    [
      "two environments whose things would have the same names",
      withEnvironment({ suffix: "-dev" }),
      `environment "prod": suffix "-dev" is environment "dev"'s already: choose another`,
    ],
    [
      "two environments with one bucket",
      withEnvironment({ bucketSuffix: DEV.bucketSuffix }),
      `environment "prod": bucketSuffix "kwglobal-dev" is environment "dev"'s already: choose another`,
    ],
    [
      "a repository without its owner",
      { github: { repository: "contact-center" } },
      `GITHUB: repository must be owner/name, got "contact-center"`,
    ],
    [
      "a repository as an address",
      { github: { repository: "https://github.com/kwglobal/contact-center" } },
      `GITHUB: repository must be owner/name, got "https://github.com/kwglobal/contact-center"`,
    ],
  ] as const) {
    it(`refuse ${what}`, () => {
      expect(faults(change)).to.deep.equal([fault]);
    });
  }

  it("refuse two accounts with one id or one bucket", () => {
    const { id, stateBucket } = DEV.account;
    const twin = { ...PROD.account, id, stateBucket };
    const places = {
      accounts: [DEV.account, twin],
      environments: [DEV, { ...PROD, account: twin }],
    };
    expect(faults(places)).to.deep.equal([
      `account "prod": id "111111111111" is account "dev"'s already: choose another`,
      `account "prod": stateBucket "kwglobal-terraform-state-dev" is account "dev"'s already: choose another`,
    ]);
  });
});

describe("The ids that somebody else chooses", () => {
  it("are GitHub's numbers, and the UUID of an instance", () => {
    const github = { ...GITHUB, ids: { owner: 0, repository: 2 } };
    expect(faults({ github })).to.deep.equal([
      "GITHUB: ids.owner must be a whole number above 0, as GitHub's API says, got 0",
    ]);
    expect(faults({ github: { ...GITHUB, ids: { owner: 1, repository: 2 } } })).to.deep.equal([]);
    expect(faults(withEnvironment({ instanceId: "kwglobal" }))).to.deep.equal([
      `environment "prod": instanceId must be the UUID at the end of the instance's ARN, got "kwglobal"`,
    ]);
    const instanceId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    expect(faults(withEnvironment({ instanceId }))).to.deep.equal([]);
  });
});
