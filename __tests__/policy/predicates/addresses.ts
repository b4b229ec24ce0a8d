import { allBlocks, resourcesOf } from "../blocks";
import { valuesAt } from "../paths";
import type { Assertion } from "../assertion";
import { selected } from "../select";
import { judge, judgeStack, together } from "../verdict";
import type { Predicate } from "./predicate";

/**
 * What refuses to be destroyed stands at an address that is listed, and what is listed is there:
 * Terraform destroys what has another address, `prevent_destroy` or not. A resource of the type
 * `beside` tells which list belongs to a stack; `switched` may be missing.
 */
export const frozenAddresses: Predicate = (stack, { lists, switched }) => {
  const expected = (lists as { beside: string; addresses: string[] }[])
    .filter(({ beside }) => resourcesOf(stack, beside).length > 0)
    .flatMap(({ addresses }) => addresses);
  const guarded = allBlocks(stack).filter(({ attributes }) =>
    valuesAt(attributes, "lifecycle.prevent_destroy").includes(true),
  );
  const present = stack.addresses();
  return together([
    judge(guarded, ({ address }) =>
      [...expected, ...(switched as string[])].includes(address)
        ? []
        : ["must be a frozen address"],
    ),
    ...expected.map((address) =>
      judgeStack(address, present.includes(address) ? [] : ["must be there, at this address"]),
    ),
  ]);
};

/** No two resources of a type have the same, and each has something. */
export const uniqueAttr: Predicate = (stack, { type, where, path }) => {
  const resources = selected(stack, String(type), where as Assertion[]);
  const valueOf = (attributes: unknown) => JSON.stringify(valuesAt(attributes, String(path)));
  const values = resources.map(({ attributes }) => valueOf(attributes));
  return judge(resources, ({ attributes }) => {
    const own = valueOf(attributes);
    if (own === "[]" || own === '[""]') {
      return [`${String(path)} must be set`];
    }
    return values.filter((value) => value === own).length > 1
      ? [`${String(path)} must be its own, got ${own}`]
      : [];
  });
};
