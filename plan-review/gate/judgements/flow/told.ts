import { objectOf } from "../../../values.ts";
import type { Context } from "../../context.ts";
import { all, type FlowChange } from "./changes.ts";
import { type Block, flowIn, NO_FLOW } from "./graph.ts";
import { referencesIn } from "./references.ts";

/**
 * What a function may be told for the first time: words that say what it should do, and nothing of callers
 * (lambda-src/record-vanity-number/request.ts).
 */
const FIRST: Readonly<Record<string, RegExp>> = {
  action: /^(record|lookup)$/,
  companyName: /^[^$]+$/,
};

/** Of these it may be told another one later, too. */
const CHOICES = ["action"];

/** What flows now tell functions and told them in no flow until now, and what they no longer tell. */
export function told({ before, after, context }: FlowChange): readonly string[] {
  if (context.firstApply) return [];
  const known = context.resources
    .flatMap((each) => [...(flowIn(each.before?.content) ?? NO_FLOW).blocks.values()])
    .flatMap((block) => toldBy(block, context));
  const next = all(after).flatMap((block) => toldBy(block, context));
  const added = next.filter(({ thing, name, value }) => {
    const same = known.filter((each) => each.thing === thing && each.name === name);
    if (same.some((each) => each.value === value)) return false;
    const isFirst = same.length === 0 || CHOICES.includes(name);
    const isWord = Object.hasOwn(FIRST, name) && FIRST[name]?.test(String(value));
    return !(isFirst && isWord);
  });
  const dropped = all(after).flatMap((block) => {
    const is = toldBy(block, context);
    const was = before.blocks.get(block.id);
    return (was ? toldBy(was, context) : []).filter(
      ({ thing, name }) =>
        referencesIn([block], context).some((each) => each.thing === thing) &&
        !is.some((each) => each.name === name),
    );
  });
  return [
    ...new Set([
      ...added.map(({ name, value }) => `${name} ${JSON.stringify(value)}`),
      ...dropped.map(({ name }) => `no ${name}`),
    ]),
  ];
}

interface Told {
  /** The function's address. */
  readonly thing: string;
  readonly name: string;
  readonly value: unknown;
}

function toldBy(block: Block, context: Context): readonly Told[] {
  const { type, parameters } = block;
  if (type !== "InvokeLambdaFunction") return [];
  const lambda = referencesIn([block], context).find(
    ({ parameter }) => parameter === "LambdaFunctionARN",
  );
  return Object.entries(objectOf(parameters.LambdaInvocationAttributes)).map(([name, value]) => ({
    ...{ thing: lambda?.thing ?? "", name, value },
  }));
}
