import type { Synthesized } from "../support/synthesized";
import { type Block, refersTo, resourcesOf } from "./blocks";
import { valuesAt } from "./paths";
import { PREDICATES } from "./predicates";
import type { Check, CompanionCheck, CountCheck, RootCheck } from "./rule";
import { faults, selected } from "./select";
import { judge, judgeStack, together, type Verdict } from "./verdict";

/** Judges a synthesized stack by a check. */
export function evaluate(stack: Synthesized, check: Check): Verdict {
  switch (check.kind) {
    case "all":
      return together(check.of.map((one) => evaluate(stack, one)));
    case "predicate":
      return PREDICATES[check.name](stack, check.params ?? {});
    case "root":
      return root(stack, check);
    case "count":
      return count(stack, check);
    case "companion":
      return companion(stack, check);
    case "attr":
      return judge(selected(stack, check.type, check.where ?? []), ({ attributes }) =>
        faults(attributes, check),
      );
  }
}

/** A resource's companions of a type. */
export function companionsOf(
  stack: Synthesized,
  { companion: type, refPath }: CompanionCheck,
  { address }: Block,
): readonly Block[] {
  return resourcesOf(stack, type).filter(({ attributes }) =>
    refersTo(valuesAt(attributes, refPath), address),
  );
}

function companion(stack: Synthesized, check: CompanionCheck): Verdict {
  return judge(resourcesOf(stack, check.type), (resource) => {
    const [found, ...others] = companionsOf(stack, check, resource);
    if (found === undefined || others.length > 0) {
      return [`must have one ${check.companion}, got ${others.length + (found ? 1 : 0)}`];
    }
    return check.asserts.flatMap((assertion) =>
      faults(found.attributes, assertion).map((fault) => `${found.address}: ${fault}`),
    );
  });
}

function count(stack: Synthesized, { type, where, min, max, beside }: CountCheck): Verdict {
  return judge(resourcesOf(stack, beside), () => {
    const found = selected(stack, type, where).length;
    const wanted = where.map(({ value }) => String(value)).join(", ");
    return found < min || found > max
      ? [`must have ${min} to ${max} ${type} with ${wanted}, got ${found}`]
      : [];
  });
}

function root(stack: Synthesized, check: RootCheck): Verdict {
  const [section, name, ...rest] = check.path.split(".");
  if (section !== "provider") {
    return judgeStack(check.path, faults(stack.json, check));
  }
  const path = rest.join(".");
  const providers = valuesAt(stack.json, `${section}.${name ?? ""}`);
  return judgeStack(
    check.path,
    providers.length === 0
      ? [`must have a ${name ?? ""} provider`]
      : providers.flatMap((provider) => faults(provider, { ...check, path })),
  );
}
