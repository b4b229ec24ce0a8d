import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ContactCenterValue, UserValue } from "../contact-center-value";
import type { Report } from "./fault";

const PROJECT = join(__dirname, "..", "..");

/**
 * What a user may be called, by who manages identities. A SAML username is the session's name in
 * IAM, too, which has 2 characters or more. The longest is that of the service's model: of what is
 * documented to be shorter, `warnings/usernames.ts` warns.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
 */
const USERNAMES = {
  CONNECT_MANAGED: { shortest: 1, longest: 100, manager: "Amazon Connect manages identities" },
  SAML: { shortest: 2, longest: 100, manager: "SAML manages identities" },
} as const;
/** An `@` only as in an e-mail address (CreateUser, Username). */
const USERNAME = /^[\w.-]+(@[\w-]+(\.[\w-]+)+)?$/;

/** Lengths of first and last names: API reference, UserIdentityInfo; CreateUser before SAML. */
const NAMES = { CONNECT_MANAGED: [255, 300], SAML: [100, 100] } as const;

/** What IAM takes: API reference of IAM, CreateSAMLProvider, SAMLMetadataDocument. */
const SHORTEST_METADATA = 1000;
const LONGEST_METADATA = 10_000_000;

/** Users are as their identity's manager wants them; a SAML provider's metadata is there. */
export function checkIdentity({ instance, users }: ContactCenterValue, report: Report): void {
  const { identity } = instance;
  const type = identity?.type ?? "CONNECT_MANAGED";
  for (const user of users) {
    checkUser(user, type, (problem) => {
      report(`user "${user.username}"`, problem);
    });
  }
  if (identity !== undefined) {
    const fault = metadataFault(identity.metadata);
    if (fault !== undefined) {
      report("instance.identity", fault);
    }
  }
}

function checkUser(
  { username, firstName, lastName, email }: UserValue,
  type: keyof typeof USERNAMES,
  report: (problem: string) => void,
): void {
  const { shortest, longest, manager } = USERNAMES[type];
  if (!USERNAME.test(username) || username.length < shortest || username.length > longest) {
    report(
      `username must be ${shortest} to ${longest} letters, digits or _ . -, or an e-mail address of them, where ${manager}`,
    );
  }
  const [longestFirst, longestLast] = NAMES[type];
  if (!isWithin(firstName.length, longestFirst) || !isWithin(lastName.length, longestLast)) {
    report(
      `firstName must have 1 to ${longestFirst} characters and lastName 1 to ${longestLast} where ${manager}, got ${firstName.length} and ${lastName.length}`,
    );
  }
  if (type === "SAML" && email !== undefined) {
    report(
      `email must not be given where ${manager}: Amazon Connect refuses it (API reference, UserIdentityInfo); take it out`,
    );
  }
}

const isWithin = (length: number, longest: number): boolean => length >= 1 && length <= longest;

/** What would keep IAM from taking the document, or nobody's secret from staying one. */
function metadataFault(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(join(PROJECT, file), "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `metadata must be a file of this project with the identity provider's metadata document, such as "saml/metadata.xml": ${reason}`;
  }
  if (text.includes("PRIVATE KEY")) {
    return `metadata must hold no private key, ${file} has one: take it out of the repository and use another`;
  }
  if (!/<([\w-]+:)?EntityDescriptor\b/.test(text) || !/<([\w-]+:)?IDPSSODescriptor\b/.test(text)) {
    return `metadata must be SAML metadata of an identity provider (EntityDescriptor with IDPSSODescriptor), ${file} is not: download it from the provider again`;
  }
  return text.length < SHORTEST_METADATA || text.length > LONGEST_METADATA
    ? `metadata must have ${SHORTEST_METADATA} to ${LONGEST_METADATA} characters, ${file} has ${text.length}`
    : undefined;
}
