import type { Account } from "./operation";

/**
 * What an earlier request with the same token has made, by id: Connect answers a repetition as it answered
 * that one.
 *
 * @param operation - Of another operation the token is another one.
 */
export const madeBefore = (
  { store }: Account,
  operation: string,
  token: string | undefined,
): string | undefined =>
  token === undefined ? undefined : store.clientTokens.get(`${operation} ${token}`);

/** Keeps what a request has made, by its token if it has one. */
export function remember(
  { store }: Account,
  operation: string,
  token: string | undefined,
  id: string,
): void {
  if (token !== undefined) store.clientTokens.set(`${operation} ${token}`, id);
}
