import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

import { expect } from "chai";

import type { IdentityValue, UserValue } from "../../../constructs/value/contact-center-value";
import { checkIdentity } from "../../../constructs/validation/identity";
import { HARBOR_TRAVEL } from "../../support/harbor-travel";

const PROJECT = join(__dirname, "..", "..", "..");
const METADATA = "__tests__/constructs/fixtures/saml-metadata.xml";

/** The faults of a center with one user, as lines `place: problem`. */
function faults(change: Partial<UserValue>, identity?: IdentityValue): string[] {
  const lines: string[] = [];
  const [user] = HARBOR_TRAVEL.users as [UserValue];
  checkIdentity(
    {
      ...HARBOR_TRAVEL,
      instance: { ...HARBOR_TRAVEL.instance, ...(identity && { identity }) },
      users: [{ ...user, ...change }],
    },
    (place, problem) => lines.push(`${place}: ${problem}`),
  );
  return lines;
}

describe("Users that Amazon Connect manages", () => {
  it("have at most 100 characters in their username", () => {
    expect(faults({ username: "catherine.smith@example.com" })).to.deep.equal([]);
    expect(faults({ username: "a".repeat(100) })).to.deep.equal([]);
    expect(faults({ username: "a".repeat(101) })).to.deep.equal([
      `user "${"a".repeat(101)}": username must be 1 to 100 letters, digits or _ . -, or an e-mail address of them, where Amazon Connect manages identities`,
    ]);
  });

  it("have an @ only as in an e-mail address", () => {
    expect(faults({ username: "ada@example.com" })).to.deep.equal([]);
    expect(faults({ username: "ada@example" })).to.have.length(1);
    expect(faults({ username: "ada hill" })).to.have.length(1);
  });

  it("have both names", () => {
    expect(faults({ firstName: "" })).to.deep.equal([
      'user "ada.hill": firstName must have 1 to 255 characters, got 0',
    ]);
  });

  it("may have an e-mail address", () => {
    expect(faults({ email: "ada@example.com" })).to.deep.equal([]);
  });
});

describe("Users who sign in through SAML", () => {
  const saml = { type: "SAML", metadata: METADATA } as const;

  it("have 2 to 100 characters in their username, which names their session in IAM, too", () => {
    expect(faults({ username: "ada.hill-of-the-west@example.com" }, saml)).to.deep.equal([]);
    expect(faults({ username: "c" }, saml)[0]).to.include("2 to 100 letters");
    expect(faults({ username: "c".repeat(101) }, saml)).to.have.length(1);
  });

  it("have names of at most 100 characters", () => {
    expect(faults({ lastName: "w".repeat(101) }, saml)).to.have.length(1);
  });

  it("have no e-mail address, which Amazon Connect refuses", () => {
    expect(faults({ email: "ada@example.com" }, saml)).to.deep.equal([
      'user "ada.hill": email must not be given where SAML manages identities: Amazon Connect refuses it (API reference, UserIdentityInfo); take it out',
    ]);
  });
});

describe("An identity provider's metadata", () => {
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(__dirname, "metadata-"));
  });
  after(() => {
    rmSync(directory, { recursive: true });
  });
  const faultOf = (text: string) => {
    const file = join(directory, "metadata.xml");
    writeFileSync(file, text);
    return faults({}, { type: "SAML", metadata: relative(PROJECT, file) })[0] ?? "";
  };

  it("is a file of the project", () => {
    expect(faults({}, { type: "SAML", metadata: "saml/metadta.xml" })[0]).to.match(
      /^instance\.identity: metadata must be a file of this project .*no such file/,
    );
  });

  it("describes an identity provider", () => {
    expect(faultOf("<html>Sign in</html>")).to.include(
      "must be SAML metadata of an identity provider",
    );
  });

  it("is as long as IAM takes it", () => {
    expect(faultOf("<EntityDescriptor><IDPSSODescriptor/></EntityDescriptor>")).to.include(
      "must have 1000 to 10000000 characters",
    );
  });

  it("holds no private key", () => {
    expect(faultOf("-----BEGIN PRIVATE KEY-----")).to.include("must hold no private key");
  });
});
