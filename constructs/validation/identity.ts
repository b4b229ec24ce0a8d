import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { ContactCenterValue, UserValue } from "../value/contact-center-value";
import type { Report } from "./fault";
import { allowed, LIMITS, range } from "../value/limits";
import { checkLimit, isWithin } from "./limits";

const PROJECT = join(__dirname, "..", "..");

/** The last part of the name of a field's limit, and who manages identities, in words. */
const IDENTITIES = {
  CONNECT_MANAGED: { suffix: "", manager: "Amazon Connect manages identities" },
  SAML: { suffix: ", SAML", manager: "SAML manages identities" },
} as const;
/** An `@` is allowed only in an e-mail address (CreateUser, Username). */
const USERNAME = /^[\w.-]+(@[\w-]+(\.[\w-]+)+)?$/;

/** Users have what the identity management requires; a SAML provider's metadata exists. */
export function checkIdentity({ instance, users }: ContactCenterValue, report: Report): void {
  const { identity } = instance;
  const type = identity?.type ?? "CONNECT_MANAGED";
  for (const user of users) {
    checkUser(user, type, report);
  }
  if (identity !== undefined) {
    const fault = metadataFault(identity.metadata);
    if (fault !== undefined) {
      report("instance.identity", fault);
    }
  }
}

function checkUser(user: UserValue, type: keyof typeof IDENTITIES, report: Report): void {
  const { username, email } = user;
  const place = `user "${username}"`;
  const { suffix, manager } = IDENTITIES[type];
  const limited = `UserValue.username${suffix}` as const;
  if (!USERNAME.test(username) || !isWithin(limited, username)) {
    report(
      place,
      `username must be ${range(LIMITS[limited])} letters, digits or _ . -, or an e-mail address of them, where ${manager}`,
    );
  }
  for (const field of ["firstName", "lastName"] as const) {
    checkLimit(`UserValue.${field}${suffix}`, user[field], place, report, {
      label: field,
      ...(type === "SAML" && { reason: `it is shorter where ${manager}` }),
    });
  }
  if (type === "SAML" && email !== undefined) {
    report(
      place,
      `email must not be given where ${manager}: Amazon Connect refuses it (API reference, UserIdentityInfo); take it out`,
    );
  }
}

/** Why IAM wouldn't take the document, or why it isn't safe in a repository: it holds a secret. */
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
  return isWithin("IdentityValue.metadata", text)
    ? undefined
    : `metadata must have ${allowed(LIMITS["IdentityValue.metadata"])}, ${file} has ${text.length}`;
}
