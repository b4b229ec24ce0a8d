import { randomUUID } from "node:crypto";
import { ConnectError } from "./errors";
import { collection, KINDS } from "./kinds";
import type { Account } from "./operation";
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
  const { label, nameOf } = KINDS[kind];
  for (const [id, entity] of collection(instance, kind)) {
    if (id === scope.except || scope.among?.(entity) === false) continue;
    if (nameOf(entity) === name)
      throw new ConnectError(
        "DuplicateResourceException",
        `${label} names must be unique, got ${JSON.stringify(name)}, which ${id} has`,
      );
  }
}

/**
 * Refuses one more thing of a kind than the instance's quota allows. What a fresh instance
 * contains does not count, so that the whole quota is the account's own.
 *
 * @throws {ConnectError} LimitExceededException
 */
export function requireRoom(instance: Instance, kind: Kind): void {
  const { label, quota } = KINDS[kind];
  const own = [...instance[kind].keys()].filter((id) => !instance.stock.has(id));
  if (own.length >= quota)
    throw new ConnectError(
      "LimitExceededException",
      `the instance has reached its ${label} quota of ${quota}: ask AWS for a higher one`,
    );
}

/** A new id, with the ARN that it makes in an instance. */
export function newId(instance: Instance, kind: Kind): { id: string; arn: string } {
  const id = randomUUID();
  return { id, arn: `${instance.Arn}/${KINDS[kind].segment}/${id}` };
}

/** Puts a new thing into its collection, and gives it back. */
export function add<K extends Kind>(instance: Instance, kind: K, entity: Entities[K]): Entities[K] {
  collection(instance, kind).set(KINDS[kind].idOf(entity), entity);
  return entity;
}

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
