import { type JsonObject, listOf, objectOf, valueAt } from "../values.ts";
import { addressFaults, importFaults, resourceAt } from "./addresses.ts";
import { OBSERVER } from "./data-sources.ts";
import { type Fault, placeOf, shown, unlike } from "./shape.ts";

/** The name that the observer has in every environment (constructs/associations/connect-associations.ts). */
const OBSERVER_NAME = /^observeConnectAssociations[\w-]*$/;

/**
 * Finds faults between parts of a configuration. A part that is missing, or has another shape, is skipped,
 * since that is reported elsewhere.
 */
export function relationFaults(configuration: JsonObject): Fault[] {
  return [
    ...accountFaults(configuration),
    ...observerFaults(configuration),
    ...passwordFaults(configuration),
    ...addressFaults(configuration),
    ...importFaults(configuration.import, configuration),
  ];
}

/**
 * There is one provider, bound to the account of the state, and the state's encryption key is that of its
 * bucket.
 */
function accountFaults({ terraform, provider }: JsonObject): Fault[] {
  const place = "terraform.backend.s3";
  const backend = objectOf(valueAt(terraform, ["backend", "s3"]));
  const { aws } = objectOf(provider);
  const [account] = listOf(backend.allowed_account_ids);
  const key = `arn:aws:kms:${String(backend.region)}:${String(account)}:alias/${String(backend.bucket)}`;
  const related = typeof account === "string";
  return [
    ...notOne(`${place}.allowed_account_ids`, backend.allowed_account_ids),
    ...notOne("provider.aws", aws),
    ...(related ? unlike(`${place}.kms_key_id`, backend.kms_key_id, key) : []),
    ...listOf(aws).flatMap((each, index) => {
      const accounts = objectOf(each).allowed_account_ids;
      return related
        ? unlike(`provider.aws[${index}].allowed_account_ids`, accounts, [account])
        : [];
    }),
  ];
}

function notOne(place: string, value: unknown): Fault[] {
  return Array.isArray(value) && value.length !== 1
    ? [{ place, problem: `must have one entry, got ${value.length}` }]
    : [];
}

/** The observer, which every plan invokes. */
function observerFaults(configuration: JsonObject): Fault[] {
  const place = `resource.${OBSERVER}`;
  const { function_name: name, handler } = resourceAt(configuration, OBSERVER) ?? {};
  const isOther = typeof name === "string" && !OBSERVER_NAME.test(name);
  return [
    ...(isOther
      ? [
          {
            place: `${place}.function_name`,
            problem: `must be observeConnectAssociations with the environment's suffix, since every plan invokes it, got ${shown(name)}`,
          },
        ]
      : []),
    ...unlike(`${place}.handler`, handler, "index.observe"),
  ];
}

/** No user gets another user's password. */
function passwordFaults({ resource }: JsonObject): Fault[] {
  return Object.entries(objectOf(objectOf(resource).aws_connect_user)).flatMap(([user, block]) => {
    const { name, password } = objectOf(block);
    return unlike(
      placeOf(placeOf("resource.aws_connect_user", user), "password"),
      password,
      `\${lookup(var.initial_passwords, ${JSON.stringify(name)}, null)}`,
    );
  });
}
