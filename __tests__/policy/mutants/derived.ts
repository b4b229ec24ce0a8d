import type { Synthesized } from "../../support/synthesized";
import type { Block } from "../blocks";
import { companionsOf, evaluate } from "../evaluate";
import { changeAt, valuesAt } from "../paths";
import type { Assertion } from "../assertion";
import type { AttributeCheck, CompanionCheck, CountCheck, RootCheck } from "../rule";
import { selected } from "../select";
import { Draft, type Mutant } from "./mutant";
import { spoil } from "./spoil";

/** Checks whose mutants follow from what they say. */
export type DerivableCheck = AttributeCheck | CompanionCheck | CountCheck | RootCheck;

/** Every way to break a check, at every resource that follows it. */
export function derivedMutants(stack: Synthesized, check: DerivableCheck): Mutant[] {
  const broken = new Set(evaluate(stack, check).findings.map(({ at }) => at));
  const sound = (type: string, where: readonly Assertion[] = []) =>
    selected(stack, type, where).filter(({ address }) => !broken.has(address));
  switch (check.kind) {
    case "attr":
      return sound(check.type, check.where).flatMap(({ address }) =>
        spoiled(stack, check, address, (draft) => draft.at(address)),
      );
    case "companion":
      return sound(check.type).flatMap((resource) => companion(stack, check, resource));
    case "count":
      return sound(check.beside).flatMap(({ address }) => counted(stack, check, address));
    case "root":
      return root(stack, check).filter(({ at }) => at !== undefined && !broken.has(at));
  }
}

function spoiled(
  stack: Synthesized,
  assertion: Assertion,
  at: string,
  target: (draft: Draft) => unknown,
): Mutant[] {
  return spoil(assertion).map(([what, change]) => {
    const draft = new Draft(stack);
    changeAt(target(draft), assertion.path, change);
    return { what: `${assertion.path}: ${what}`, at, stack: draft.stack };
  });
}

function companion(stack: Synthesized, check: CompanionCheck, resource: Block): Mutant[] {
  return companionsOf(stack, check, resource).flatMap(({ address }) => {
    const without = new Draft(stack);
    without.remove(address);
    const foreign = new Draft(stack);
    foreign.at(address)[check.refPath] = "another";
    return [
      { what: `${address} removed`, at: resource.address, stack: without.stack },
      { what: `${address} of another`, at: resource.address, stack: foreign.stack },
      ...check.asserts.flatMap((assertion) =>
        spoiled(stack, assertion, resource.address, (draft) => draft.at(address)),
      ),
    ];
  });
}

function counted(stack: Synthesized, check: CountCheck, at: string): Mutant[] {
  const found = selected(stack, check.type, check.where);
  const none = new Draft(stack);
  const more = new Draft(stack);
  for (const { address } of found) {
    none.remove(address);
    more.add(`${address}_again`, structuredClone(more.at(address)));
  }
  return [
    { what: "none of them", at, stack: none.stack },
    { what: "twice as many", at, stack: more.stack },
  ];
}

function root(stack: Synthesized, check: RootCheck): Mutant[] {
  const [section = "", name = "", ...rest] = check.path.split(".");
  if (section !== "provider") {
    return spoiled(stack, check, check.path, (draft) => draft.json);
  }
  const provider = { ...check, path: rest.join(".") };
  const own = (draft: Draft) => valuesAt(draft.json, `${section}.${name}`);
  return [
    ...spoiled(stack, provider, check.path, own),
    // One provider that is as it should be doesn't speak for another.
    ...spoiled(stack, provider, check.path, (draft) => {
      const second = structuredClone(own(draft));
      draft.section(section)[name] = [...own(draft), ...second];
      return second;
    }),
  ];
}
