import { allBlocks } from "../blocks";
import { isObject, objectsIn } from "../paths";
import { judge, judgeStack } from "../verdict";
import type { Predicate } from "./predicate";

/** A provider's plugin runs in every plan, also in a pull request's. */
export const providersAllowlist: Predicate = ({ json }, { allow }) => {
  const terraform = isObject(json.terraform) ? json.terraform : {};
  const named = [terraform.required_providers, json.provider].flatMap((section) =>
    isObject(section) ? Object.keys(section) : [],
  );
  const others = named.filter((name) => !(allow as string[]).includes(name));
  return judgeStack(
    "provider",
    others.map((name) => `must be one of ${(allow as string[]).join(", ")}, got ${name}`),
  );
};

export const noKeys: Predicate = (stack, { keys }) =>
  judge(allBlocks(stack), ({ attributes }) =>
    objectsIn(attributes)
      .flatMap(Object.keys)
      .filter((key) => (keys as string[]).includes(key))
      .map((key) => `must have no ${key}`),
  );

export const bannedTypes: Predicate = (stack, { types }) =>
  judge(allBlocks(stack), ({ type }) =>
    (types as string[]).includes(type) ? [`must not be of type ${type}`] : [],
  );

export const noSecrets: Predicate = (stack, { patterns }) => {
  const text = JSON.stringify(stack.json);
  return judgeStack(
    "cdk.tf.json",
    (patterns as string[])
      .filter((pattern) => new RegExp(pattern).test(text))
      .map((pattern) => `must hold nothing like ${pattern}`),
  );
};
