import { KINDS } from "./kinds";
import { requireUniqueName } from "./lookup";
import { type Account, modified } from "./operation";
import type { Entities, Instance, Kind } from "./store";

/** What a new thing has of the request that makes it, with the marks of a change. */
export const made = (
  account: Account,
  {
    Name,
    Description,
    Tags = {},
  }: { Name: string; Description?: string | undefined; Tags?: Record<string, string> | undefined },
) => ({ Name, Description, Tags, ...modified(account) });

/** The members that a request gives: what it leaves out stays as it is. */
export const given = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

/**
 * The new name and description of a thing, as far as a request gives them.
 *
 * @throws {ConnectError} DuplicateResourceException if another thing of its kind has the name
 */
export function renamed<K extends Kind>(
  instance: Instance,
  kind: K,
  entity: Entities[K],
  { Name, Description }: { Name?: string | undefined; Description?: string | undefined },
): { Name?: string; Description?: string } {
  if (Name !== undefined)
    requireUniqueName(instance, kind, Name, { except: KINDS[kind].idOf(entity) });
  return given({ Name, Description });
}

/** Sets members of a thing, with the marks of a change. The answer is empty, as that of most updates. */
export function change<T extends object>(account: Account, entity: T, members: Partial<T>): object {
  Object.assign(entity, members, modified(account));
  return {};
}
