import { randomUUID } from "node:crypto";
import { ConnectError } from "../protocol/errors";
import { collection, KINDS } from "./kinds";
import type { LiveCalls } from "../live-calls";
import type { Account } from "./operation";
import { quotaOf } from "./quotas";
import type { Entities, Instance, Kind } from "./store";

/** The last segment of an ARN, or the id itself: Connect takes either wherever it takes an id. */
export const idOf = (idOrArn: string): string => idOrArn.slice(idOrArn.lastIndexOf("/") + 1);

/**
 * Finds an instance by id or ARN.
 *
 * @throws {ConnectError} ResourceNotFoundException
 */
export function findInstance({ store }: Account, idOrArn: string): Instance {
  const instance = store.instances.get(idOf(idOrArn));
  if (instance === undefined)
    throw new ConnectError("ResourceNotFoundException", `there is no instance ${idOrArn}`);
  return instance;
}

/**
 * Finds a thing of an instance by id or ARN.
 *
 * @throws {ConnectError} ResourceNotFoundException
 */
export function find<K extends Kind>(instance: Instance, kind: K, idOrArn: string): Entities[K] {
  const entity = collection(instance, kind).get(idOf(idOrArn));
  if (entity === undefined)
    throw new ConnectError(
      "ResourceNotFoundException",
      `instance ${instance.Id} has no ${KINDS[kind].label} ${idOrArn}`,
    );
  return entity;
}

/** All things of a kind in an instance, with the members that lists call the same for every kind. */
export function summaries<K extends Kind>(
  account: Account,
  { InstanceId }: { InstanceId: string },
  kind: K,
): (Entities[K] & { Id: string; Arn: string; Name: string })[] {
  const instance = findInstance(account, InstanceId);
  const { idOf, nameOf } = KINDS[kind];
  return [...collection(instance, kind).values()].map((entity) => {
    const Id = idOf(entity);
    return { ...entity, Id, Arn: arnOf(instance, kind, Id), Name: nameOf(entity) };
  });
}

/**
 * Refuses a name that another thing of its kind has.
 *
 * @param scope - the things among which the name must be unique; all of the kind, unless given
 * @throws {ConnectError} DuplicateResourceException
 */
export function requireUniqueName<K extends Kind>(
  instance: Instance,
  kind: K,
  name: string,
  scope: { except?: string; among?: (entity: Entities[K]) => boolean } = {},
): void {
  const { label, nameOf, idOf } = KINDS[kind];
  for (const entity of collection(instance, kind).values()) {
    if (nameOf(entity) !== name) continue;
    const id = idOf(entity);
    if (id === scope.except || scope.among?.(entity) === false) continue;
    throw new ConnectError(
      "DuplicateResourceException",
      `${label} names must be unique, got ${JSON.stringify(name)}, which ${id} has`,
    );
  }
}

/** A new id, with the ARN that it makes in an instance. */
export function newId(instance: Instance, kind: Kind): { id: string; arn: string } {
  const id = randomUUID();
  return { id, arn: arnOf(instance, kind, id) };
}

const arnOf = ({ Arn }: Instance, kind: Kind, id: string): string =>
  `${Arn}/${KINDS[kind].segment}/${id}`;

/**
 * A new id, if the instance's quota allows one more thing of the kind. What a fresh instance
 * contains does not count, so that the whole quota is the account's own.
 *
 * @throws {ConnectError} LimitExceededException
 */
export function newIdInQuota(
  account: Account,
  instance: Instance,
  kind: Kind,
): { id: string; arn: string } {
  const { label, quota } = KINDS[kind];
  const things = instance[kind];
  let own = things.size;
  for (const id of instance.stock) if (things.has(id)) own -= 1;
  const most = quotaOf(account, quota);
  if (own >= most)
    throw new ConnectError(
      "LimitExceededException",
      `the instance has reached its ${label} quota of ${most}: ask AWS for a higher one`,
    );
  return newId(instance, kind);
}

/** Puts a new thing into its collection, and gives it back. */
export function add<K extends Kind>(instance: Instance, kind: K, entity: Entities[K]): Entities[K] {
  collection(instance, kind).set(KINDS[kind].idOf(entity), entity);
  return entity;
}

/** The telephone's calls. @throws {ConnectError} where this Amazon Connect has no telephone */
export function liveCalls({ calls }: Account): LiveCalls {
  const live = calls?.();
  if (live === undefined)
    throw new ConnectError("InvalidRequestException", "this Amazon Connect has no telephone");
  return live;
}

/** Who makes the requests: the sandbox tells no users of an account apart. */
export const callerOf = ({ accountId }: Account): string => `arn:aws:iam::${accountId}:root`;

/** What is wrong with a value that no schema could tell. */
export const invalidParameter = (message: string): ConnectError =>
  new ConnectError("InvalidParameterException", message);

/** Why something cannot go: what still needs it. */
export const inUse = (kind: Kind, id: string, users: string): ConnectError =>
  new ConnectError(
    "ResourceInUseException",
    `the ${KINDS[kind].label} ${id} is in use by ${users}`,
    {
      ResourceId: id,
    },
  );

/** Refuses to delete a thing that one of another kind needs. @throws {ConnectError} ResourceInUseException */
export function requireUnused<K extends Kind>(
  instance: Instance,
  thing: readonly [kind: Kind, id: string],
  by: K,
  needs: (entity: Entities[K]) => boolean,
): void {
  const { label, nameOf } = KINDS[by];
  const user = [...collection(instance, by).values()].find(needs);
  if (user !== undefined) throw inUse(...thing, `the ${label} ${nameOf(user)}`);
}

/** What is asked for, and can't be told here: never a wrong answer instead. */
export const notEmulated = (member: string, values: readonly string[] = []): ConnectError =>
  new ConnectError(
    "InvalidRequestException",
    `${[member, values.join(", ")].join(" ").trim()} is not emulated by the sandbox's Amazon Connect`,
  );

/** Refuses members that are given and not emulated. @throws {ConnectError} InvalidRequestException */
export function refuseGiven(input: object, members: readonly string[] = Object.keys(input)): void {
  const given = members.filter(
    (member) => (input as Readonly<Record<string, unknown>>)[member] !== undefined,
  );
  if (given.length > 0) throw notEmulated(given.join(", "));
}
