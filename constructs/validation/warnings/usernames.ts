import type { ContactCenterValue } from "../../value/contact-center-value";
import type { Warning } from "./warning";

/**
 * The maximum length of a username in AWS's documentation, by identity management. Connect takes 100: the AWS
 * provider's acceptance tests make names of 43.
 * @see https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateUser.html
 */
const DOCUMENTED = { CONNECT_MANAGED: 20, SAML: 64 } as const;

/** Warns of usernames that are longer than documented. */
export function usernameWarnings({ instance, users }: ContactCenterValue): Warning[] {
  const longest = DOCUMENTED[instance.identity?.type ?? "CONNECT_MANAGED"];
  return users
    .filter(({ username }) => username.length > longest)
    .map(({ username }) => ({
      rule: "username-long",
      place: `user "${username}"`,
      problem: `its name has ${username.length} characters, and AWS documents ${longest}: Connect has taken longer ones, which it need not`,
      cure: `shorten it to ${longest}, or accept this`,
    }));
}
